/** Histories that a page leaves out, since its programs compute them; see omitted.py. */

import { engineOf } from "./live.js";

/** @typedef {import("../core/payload.js").Run} Run */

/**
 * Compute them. Points and endings that came are kept as they are.
 * @param {import("../core/payload.js").Content} content
 */
export function complete({ surface, race }) {
  if (!surface || !race.runs.some(({ computed }) => computed)) return;
  const engine = engineOf(surface);
  engine.fix(race.parameter);
  race.runs.forEach((run, place) => {
    if (!run.computed) return;
    const { ended, ending } = run;
    makeRoom(run, race.steps, engine.rule(run.key).states);
    engine.run(race, place, surface.minima, !run.computed.includes("x"));
    Object.assign(run, { ended, ending });
  });
}

/** @param {Run} run @param {number} steps @param {string[]} states what its rule names */
function makeRoom(run, steps, states) {
  const pairs = 2 * steps + 2;
  const lengths = { x: pairs, loss: steps + 1, grad: pairs - 2, accuracy: steps + 1, distance: steps + 1 };
  for (const name of run.computed ?? []) run[name] = new Float64Array(lengths[name]);
  run.state = Object.fromEntries(states.map((name) => [name, new Float64Array(pairs)]));
}
