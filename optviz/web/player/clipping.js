/** Whether clipping has a part in a step, in a sentence. */

/** @typedef {import("../core/payload.js").Run} Run */

/** What clipping gives on. */
const CLIPPED = ["g_clip", "g_cut"];

/**
 * @param {Run} run
 * @param {number} step that begins at this iterate
 * @returns {string} "" where no gradient is clipped
 */
export function clippingWords({ state, grad, loss }, step) {
  const name = CLIPPED.find((each) => each in state);
  if (!name) return "";
  const names = Object.keys(state);
  const before = names[names.indexOf(name) - (name === "g_clip" ? 2 : 1)]; // what another wrapper has made of it
  /** @param {number} k */
  const clips = (k) => [0, 1].some((axis) => given(2 * k + axis) !== state[name][2 * k + 2 + axis]);
  /** @param {number} at */
  const given = (at) => (before?.startsWith("g_") ? state[before][at + 2] : grad[at]);
  const steps = loss.findIndex(Number.isNaN) < 0 ? loss.length - 1 : loss.findIndex(Number.isNaN) - 1;
  let many = 0;
  for (let k = 0; k < steps; k++) if (clips(k)) many++;
  const whole = name === "g_clip" ? "shortens the gradient" : "cuts the gradient";
  return `Clipping ${whole} in ${many} of ${steps} steps, ${clips(step) ? "and in" : "but not in"} this one.`;
}
