/** The steps of a rule for many trials: for each stage of the loss a kernel, and what it takes and gives. */

import { Kernel, partFor } from "./kernel.js";

/** @typedef {import("../core/payload.js").Encoded} Encoded */
/** @typedef {import("./rule.js").Step} Step */

const POINT = ["x.x", "x.y"];

/**
 * A kernel's outputs are the point after the step, what is carried, and x^2 + y^2 of that point, which is
 * not finite if anything of these is not.
 * @param {import("./rule.js").Rule} rule
 * @param {string[]} swept hyper-parameters that differ among the trials
 * @param {number} room for so many trials
 */
export function stagesOf(rule, swept, room) {
  return rule.stages.map((step) => {
    const { encoded, columns, inputs } = step.program;
    /** Of each input the column of the trials that it is, -2 - k for what is swept, else -1. */
    const from = inputs.map((name, k) => {
      const carried = step.carried.findIndex(([, to]) => to === k);
      const own = step.hyperAt.indexOf(k);
      if (own >= 0 && swept.includes(step.hyper[own])) return -2 - swept.indexOf(step.hyper[own]);
      return POINT.includes(name) ? POINT.indexOf(name) : carried < 0 ? -1 : 2 + carried;
    });
    const differs = (/** @type {string} */ name) => from[inputs.indexOf(name)] !== -1;
    return {
      step,
      from,
      kernel: new Kernel(withSize(encoded, step), columns, differs, room),
      numbers: step.program.input(),
      given: /** @type {(Float64Array | null)[]} */ (inputs.map(() => null)),
    };
  });
}

/** @param {Encoded} encoded @param {Step} step @returns {Encoded} */
function withSize(encoded, { afterAt, carried }) {
  const flat = Object.values(encoded.outputs).flat();
  const after = [flat[afterAt], flat[afterAt + 1]];
  const memory = carried.map(([from]) => flat[from]);
  const code = [...encoded.code];
  const begin = encoded.inputs.length + encoded.constants.length + encoded.columns.length;
  const computed = (/** @type {[string, number, number]} */ ...operation) => begin + code.push(operation) - 1;
  const squares = after.map((each) => computed("multiply", each, each));
  let size = computed("add", squares[0], squares[1]);
  for (const each of memory) size = computed("add", size, computed("subtract", each, each)); // 0 of finite ones
  return partFor({ ...encoded, code }, { after, memory, size: [size] });
}
