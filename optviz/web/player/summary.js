/** The race in words, for those who do not see the picture. */

import { short } from "../core/numbers.js";

/** @typedef {import("../core/payload.js").Race} Race */
/** @typedef {import("../core/payload.js").Run} Run */

/**
 * @param {string} surface its name
 * @param {Race} race
 */
export function summaryOf(surface, race) {
  const [x, y] = race.start;
  const begin = `${surface}, ${race.steps} steps from (${short(x)}, ${short(y)}).`;
  return [begin, ...race.runs.map(sentence)].join(" ");
}

/** @param {Run} run */
function sentence({ name, loss, distance, ending, x }) {
  if (ending) return `${name} ${ending.words}.`;
  const last = loss.length - 1;
  const end = `${name} ends at (${short(x[2 * last])}, ${short(x[2 * last + 1])}) with loss ${short(loss[last])}`;
  if (!distance) return `${end}.`;
  const nearest = distance.indexOf(Math.min(...distance));
  return `${end}; it comes nearest to a minimum, ${short(distance[nearest])} away, at step ${nearest}.`;
}
