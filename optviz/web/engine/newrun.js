/** A run that Python has not run yet, with room for its race. */

/** @typedef {import("../core/payload.js").Run} Run */
/** @typedef {import("../core/payload.js").Race} Race */

/**
 * @param {Race} race
 * @param {import("./race.js").Engine} engine which knows its rule
 * @param {string} key of its rule
 * @param {string} name
 * @returns {Run} without a style, settings and an origin
 */
export function newRun({ steps, runs, newcomers }, engine, key, name) {
  const { states, content } = engine.rule(key);
  const { symbols, equations, source } = content;
  return {
    name,
    key,
    rule: newcomers[key].name,
    hyper: {},
    changes: {},
    settings: "",
    origin: "",
    origin_means: "",
    style: { light: "", dark: "", dash: [], marker: "" },
    ended: null,
    ending: null,
    x: new Float64Array(2 * steps + 2),
    loss: new Float64Array(steps + 1),
    grad: new Float64Array(2 * steps),
    grad_at: null,
    state: Object.fromEntries(states.map((each) => [each, new Float64Array(2 * steps + 2)])),
    accuracy: engine.accuracy && new Float64Array(steps + 1),
    distance: runs[0].distance && new Float64Array(steps + 1),
    symbols,
    equations,
    source,
  };
}
