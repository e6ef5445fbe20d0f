/** What charts can show of a run. */

import { valueAt } from "../core/settings.js";
import { asksMore, costs } from "./cost.js";

/** @typedef {import("../core/payload.js").Run} Run */
/** @typedef {import("../core/payload.js").Race} Race */

/**
 * @typedef {object} Quantity
 * @property {string} id
 * @property {string} label
 * @property {0 | 1} [axis] whose name completes the label
 * @property {boolean} log on a logarithmic axis, where its values allow it
 * @property {(run: Run) => ArrayLike<number> | null} values one for each step, from the start
 * @property {string} [title] what it is
 * @property {(race: Race) => boolean} [when] in which races it tells something
 * @property {boolean} [signed] whether values of 0 or less stand in a lane of their own below the logarithmic axis
 * @property {boolean} [banded] whether the quartiles of other seeds' losses stand behind it
 * @property {(run: Run) => ArrayLike<number>} [across] over what it is drawn, where that is not the steps: for each of
 *   them how far to the right it stands
 * @property {(run: Run) => boolean} [known] whether a run has values, where it is long to compute them
 * @property {(run: Run) => {from: number, value: number, words: string}[]} [limits] what a run's settings allow from
 *   which step on, NaN where they set no limit, and its formula
 */

/** @type {Quantity[]} */
export const QUANTITIES = [
  { id: "accuracy", label: "Accuracy", log: false, values: ({ accuracy }) => accuracy },
  { id: "log", label: "Loss, log", log: true, values: ({ loss }) => loss, banded: true },
  {
    id: "cost",
    label: "Loss by cost",
    title: "The loss over what each optimizer has asked for until then: a loss, a gradient or a Hessian counts one",
    log: true,
    when: ({ runs }) => runs.some(asksMore),
    values: ({ loss }) => loss,
    across: costs,
  },
  { id: "linear", label: "Loss", log: false, values: ({ loss }) => loss, banded: true },
  { id: "distance", label: "Distance", log: true, values: ({ distance }) => distance },
  { id: "gradient", label: "Gradient", log: true, values: ({ grad }) => lengths(grad) },
  {
    id: "sharpness",
    label: "Sharpness",
    title:
      "The largest eigenvalue of the full loss's Hessian at each iterate. Dashed: above it, the optimizer's steps " +
      "grow on a quadratic. Rules that scale each coordinate have no such line; the inspector compares them step by step.",
    log: true,
    signed: true,
    known: ({ curvature }) => curvature !== undefined,
    values: ({ curvature }) => curvature?.sharpness ?? null,
    limits: ({ curvature }) => curvature?.limits ?? [],
  },
  {
    id: "lr",
    label: "Learning rate",
    log: false,
    when: hasSchedule,
    values: (run) => Float64Array.from(run.loss, (_, k) => (k && "lr" in run.hyper ? valueAt(run, "lr", k - 1) : NaN)),
  },
  {
    id: "update",
    label: "Update/weight",
    title: "How long the update that led to each iterate was, as a share of the length of the iterate before it",
    log: true,
    when: hasSchedule,
    values: ({ x }) => shares(x),
  },
  { id: "rate-x", label: "Step", axis: 0, log: true, values: (run) => rates(run, 0) },
  { id: "rate-y", label: "Step", axis: 1, log: true, values: (run) => rates(run, 1) },
];

/**
 * The quantities that a race has, and that can be drawn the way they want to be.
 * @param {Race} race
 */
export function quantitiesOf(race) {
  return QUANTITIES.filter(({ log, values, known, when }) => {
    if (when && !when(race)) return false;
    if (known) return race.runs.every(known);
    const all = race.runs.map((run) => values(run));
    return all.every((each) => each && !(log && some(each, (value) => value < 0)));
  });
}

/** Whether learning rates change on the way. @param {Race} race */
function hasSchedule({ runs }) {
  return runs.some(({ changes }) => "lr" in changes);
}

/**
 * @param {ArrayLike<number>} values
 * @param {(value: number) => boolean} wanted
 */
function some(values, wanted) {
  for (let k = 0; k < values.length; k++) if (wanted(values[k])) return true;
  return false;
}

/** @param {Float64Array} pairs */
function lengths(pairs) {
  return Float64Array.from({ length: pairs.length / 2 }, (_, k) => Math.hypot(pairs[2 * k], pairs[2 * k + 1]));
}

/** The length of each update against that of the iterate before it; none at the start. @param {Float64Array} x pairs */
function shares(x) {
  return Float64Array.from({ length: x.length / 2 }, (_, k) => {
    const [before, after] = [2 * k - 2, 2 * k];
    return k
      ? Math.hypot(x[after] - x[before], x[after + 1] - x[before + 1]) / Math.hypot(x[before], x[before + 1])
      : NaN;
  });
}

/**
 * The effective step size of one coordinate at each step: what multiplies the gradient, or its mean.
 * @param {Run} run
 * @param {number} axis
 */
function rates(run, axis) {
  const { state, loss } = run;
  const { rate } = state;
  if (!rate) return Float64Array.from({ length: loss.length }, (_, k) => valueAt(run, "lr", Math.max(0, k - 1)));
  return Float64Array.from({ length: loss.length }, (_, k) => rate[2 * k + axis]);
}
