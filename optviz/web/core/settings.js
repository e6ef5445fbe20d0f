/** A run's hyper-parameters: their values at the first step, and what they change to on the way. */

import { inWords } from "./numbers.js";

/** @typedef {[number, number]} Change from which step on, which value */
/** @typedef {number | {first: number, changes: Change[]}} Setting */
/** @typedef {Record<string, Setting>} Settings */
/** @typedef {Pick<import("./payload.js").Run, "hyper" | "changes">} Has */

/** @type {never[]} */
const NONE = [];

/**
 * The value with which a step is made.
 * @param {Has} run
 * @param {string} name
 * @param {number} step from 0, that begins at this iterate
 */
export function valueAt({ hyper, changes }, name, step) {
  let value = hyper[name];
  for (const [from, later] of changes[name] ?? NONE) if (from <= step) value = later;
  return value;
}

/** A setting of a first value and its changes, if there are any. @param {number} first @param {Change[]} changes @returns {Setting} */
function setting(first, changes) {
  return changes.length ? { first, changes } : first;
}

/** As copies. @param {Has} run @returns {Settings} */
export function settingsOf({ hyper, changes }) {
  const copy = (/** @type {string} */ name) =>
    (changes[name] ?? NONE).map(([step, value]) => /** @type {Change} */ ([step, value]));
  return Object.fromEntries(Object.entries(hyper).map(([name, first]) => [name, setting(first, copy(name))]));
}

/** @param {Has} run @param {string} name @param {Setting} setting */
export function take(run, name, setting) {
  if (typeof setting === "number") {
    run.hyper[name] = setting;
    delete run.changes[name];
  } else {
    run.hyper[name] = setting.first;
    run.changes[name] = setting.changes;
  }
}

/**
 * A run's setting with another value from a step on.
 * @param {Has} run
 * @param {string} name
 * @param {number} value
 * @param {number} from 0 for the first value: then later changes stay
 * @returns {Setting}
 */
export function withValue(run, name, value, from) {
  const changes = run.changes[name] ?? NONE;
  if (!from) return setting(value, changes);
  const kept = changes.filter(([step]) => step < from);
  const before = kept.length ? kept[kept.length - 1][1] : run.hyper[name];
  if (value !== before) kept.push([from, value]);
  return setting(run.hyper[name], kept);
}

/** @param {Has} run @param {string} name @param {number} from @returns {Setting} without the change at this step */
export function withoutChange(run, name, from) {
  const kept = (run.changes[name] ?? NONE).filter(([step]) => step !== from);
  return setting(run.hyper[name], kept);
}

/** @param {Setting} one @param {Setting} other */
export function sameSetting(one, other) {
  return one === other || (typeof one === "object" && JSON.stringify(one) === JSON.stringify(other));
}

/** @param {Settings} one @param {Settings} other */
export function sameSettings(one, other) {
  return Object.keys(one).every((name) => sameSetting(one[name], other[name]));
}

/** The steps from which on a run has other settings, in order. @param {Has} run */
export function changeSteps({ changes }) {
  if (!Object.keys(changes).length) return NONE;
  const steps = Object.values(changes).flatMap((each) => each.map(([step]) => step));
  return [...new Set(steps)].sort((a, b) => a - b);
}

/** Settings as people write them: "lr 0.1 (0.05 from step 40), μ 0.95". @param {Pick<import("./payload.js").Run, "symbols" | "hyper" | "changes">} run */
export function settingsText({ symbols, hyper, changes }) {
  return Object.entries(symbols)
    .map(([name, [symbol]]) => {
      const later = (changes[name] ?? NONE).map(([step, value]) => `${inWords(value)} from step ${step}`);
      return `${symbol} ${inWords(hyper[name])}${later.length ? ` (${later.join(", ")})` : ""}`;
    })
    .join(", ");
}
