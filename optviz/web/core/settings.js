/** A run's hyper-parameters: their values at the first step, and what they change to on the way. */

import { curveAt, curveWords, numbersOf } from "./curves.js";
import { inWords } from "./numbers.js";

/** @typedef {number | import("./curves.js").Curve} Value */
/** @typedef {[number, Value]} Change from which step on, which value; of the first step if that is a curve */
/** @typedef {number | {first: Value, changes: Change[]}} Setting */
/** @typedef {Record<string, Setting>} Settings */
/** @typedef {Pick<import("./payload.js").Run, "hyper" | "changes">} Has */

/** @type {never[]} */
const NONE = [];
const LEVELS = new Set(["first", "last", "highest"]);

/**
 * The value with which a step is made.
 * @param {Has} run
 * @param {string} name
 * @param {number} step from 0, that begins at this iterate
 */
export function valueAt({ hyper, changes }, name, step) {
  let [begin, value] = /** @type {Change} */ ([0, hyper[name]]);
  for (const [from, later] of changes[name] ?? NONE) if (from <= step) [begin, value] = [from, later];
  return typeof value === "object" ? curveAt(value, step - begin) : value;
}

/** A setting of a first value and its changes, if there are any. @param {Value} first @param {Change[]} changes @returns {Setting} */
function setting(first, changes) {
  return changes.length || typeof first === "object" ? { first, changes } : first;
}

/** From which step on, from 0, a setting of a run is what. @param {Has} run @param {string} name @returns {Change[]} */
export function piecesOf({ hyper, changes }, name) {
  const pieces = changes[name] ?? NONE;
  return pieces[0]?.[0] === 0 ? pieces : [[0, hyper[name]], ...pieces];
}

/** A setting that is this from these steps on. @param {Change[]} pieces the first from step 0 on @returns {Setting} */
export function settingOf([[, first], ...changes]) {
  return setting(first, changes);
}

/** As copies. @param {Has} run @returns {Settings} */
export function settingsOf(run) {
  const copy = (/** @type {string} */ name) =>
    settingOf(piecesOf(run, name).map(([step, value]) => /** @type {Change} */ ([step, value])));
  return Object.fromEntries(Object.keys(run.hyper).map((name) => [name, copy(name)]));
}

/** @param {Has} run @param {string} name @param {Setting} setting */
export function take(run, name, setting) {
  if (typeof setting === "number") {
    run.hyper[name] = setting;
    delete run.changes[name];
    return;
  }
  const { first, changes } = setting;
  run.hyper[name] = typeof first === "number" ? first : curveAt(first, 0);
  run.changes[name] = typeof first === "number" ? changes : [[0, first], ...changes];
}

/** The largest value that a schedule is written with; where it is none, the first one. @param {Has} run @param {string} name */
export function peakOf(run, name) {
  const pieces = piecesOf(run, name);
  if (typeof pieces[0][1] === "number") return pieces[0][1];
  const levels = pieces.flatMap(([, value]) =>
    typeof value === "number" ? value : levelsOf(value).map(([, at]) => at),
  );
  return levels.length ? Math.max(...levels) : run.hyper[name];
}

/** The numbers of a curve that are values of it. @param {import("./curves.js").Curve} curve */
function levelsOf(curve) {
  return numbersOf(curve).filter(([name]) => LEVELS.has(name));
}

/**
 * All values of a schedule so many times as large.
 * @param {Change[]} pieces @param {number} peak the largest of them @param {number} value what it is to be
 * @returns {Setting}
 */
function scaled(pieces, peak, value) {
  const times = (/** @type {number} */ level) => (level === peak ? value : (level / peak) * value);
  return settingOf(
    pieces.map(([step, piece]) => {
      if (typeof piece === "number") return [step, times(piece)];
      return [step, { ...piece, ...Object.fromEntries(levelsOf(piece).map(([name, level]) => [name, times(level)])) }];
    }),
  );
}

/**
 * A run's setting with another value from a step on.
 * @param {Has} run
 * @param {string} name
 * @param {number} value
 * @param {number} from 0 for the first value: then later changes stay; a schedule that begins with a curve has this
 *   for its largest value
 * @returns {Setting}
 */
export function withValue(run, name, value, from) {
  const pieces = piecesOf(run, name);
  const [[, first], ...changes] = pieces;
  const peak = peakOf(run, name);
  if (!from && typeof first === "object" && levelsOf(first).length && peak > 0) return scaled(pieces, peak, value);
  if (!from) return setting(value, changes);
  const kept = changes.filter(([step]) => step < from);
  const before = kept.length ? kept[kept.length - 1][1] : first;
  if (value !== before) kept.push([from, value]);
  return setting(first, kept);
}

/** @param {Has} run @param {string} name @param {number} from @returns {Setting} without what it becomes at this step */
export function withoutChange(run, name, from) {
  if (!from) return setting(peakOf(run, name), piecesOf(run, name).slice(1));
  return settingOf(piecesOf(run, name).filter(([step]) => step !== from));
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
  return [...new Set(steps)].filter(Boolean).sort((a, b) => a - b);
}

/** Whether a run has settings that may be others at every step. @param {Has} run */
export function isCurved({ changes }) {
  return Object.values(changes).some((each) => each.some(([, value]) => typeof value === "object"));
}

/** Whether a run has a curve of which no more than its values is known. @param {Pick<Has, "changes">} run */
export function isRecorded({ changes }) {
  return Object.values(changes).some((each) => each.some(([, value]) => typeof value === "object" && value.values));
}

/** A value as people write it. @param {Value} value */
export function valueText(value) {
  return typeof value === "number" ? inWords(value) : curveWords(value);
}

/** A setting of some pieces as people write it; optviz/schedules/words.py says the same. @param {Change[]} pieces */
export function piecesText([[, first], ...later]) {
  let said = valueText(first);
  if (![first, ...later.map(([, value]) => value)].some((each) => typeof each === "object")) {
    const changes = later.map(([step, value]) => `${valueText(value)} from step ${step}`);
    return changes.length ? `${said} (${changes.join(", ")})` : said;
  }
  let ends = lengthOf(first);
  for (const [step, value] of later) {
    said += `${step === ends ? ", then " : `, from step ${step} on `}${valueText(value)}`;
    ends = step + lengthOf(value);
  }
  return said;
}

/** After how many steps a value stays as it is; NaN for none. @param {Value} value */
function lengthOf(value) {
  return typeof value === "object" ? Number(value.steps) : NaN;
}

/** Settings as people write them: "lr 0.1 (0.05 from step 40), μ 0.95". @param {Pick<import("./payload.js").Run, "symbols" | "hyper" | "changes">} run */
export function settingsText(run) {
  return Object.entries(run.symbols)
    .map(([name, [symbol]]) => `${symbol} ${piecesText(piecesOf(run, name))}`)
    .join(", ");
}
