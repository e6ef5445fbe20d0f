/** What a newcomer is asked to try: whether it is done, and what came of it, read from the race. */

import { short } from "../core/numbers.js";
import { lastStep } from "../core/payload.js";
import { lossAt } from "./losses.js";

/** @typedef {import("../core/payload.js").Race} Race */
/** @typedef {import("../core/payload.js").Run} Run */
/** @typedef {import("../core/payload.js").Prompt} Prompt */
/** @typedef {import("../core/payload.js").Where} Where */

/**
 * What is remembered of the race that a newcomer found.
 * @typedef {object} Found
 * @property {number[]} start
 * @property {{name: string, hyper: Record<string, number>, end: End}[]} runs
 */

/** @typedef {{loss: number, words: string}} End the loss at the end, or what ended the run before */

/** @param {Race} race @returns {Found} */
export function foundOf({ start, runs }) {
  return {
    start: [...start],
    runs: runs.map((run) => ({ name: run.name, hyper: { ...run.hyper }, end: endOf(run) })),
  };
}

/** @param {Run} run @returns {End} */
function endOf(run) {
  const loss = lossAt(run, run.loss.length - 1);
  return { loss, words: run.ending?.loss ? run.ending.words : `loss ${short(loss)} at the end` };
}

/**
 * What came of a move or a change, or nothing as long as it is not done.
 * @param {Prompt} prompt
 * @param {Found} before
 * @param {Race} race
 */
export function outcomeOf(prompt, before, race) {
  if (prompt.kind === "move") return moved(prompt.where, before, race);
  if (prompt.kind !== "change") return "";
  const { entrant, setting, factor } = prompt;
  const was = before.runs.find(({ name }) => name === entrant);
  const run = race.runs.find(({ name }) => name === entrant);
  if (!was || !run || !(run.hyper[setting] >= factor * was.hyper[setting])) return "";
  const now = endOf(run).words;
  return sameStart(before, race) ? `${entrant}: ${was.end.words}; now ${now}` : `${entrant}, from this start: ${now}`;
}

/** @param {Found} before @param {Race} race */
function sameStart({ start }, race) {
  return start.every((value, axis) => value === race.start[axis]);
}

/**
 * @param {Where | null} where
 * @param {Found} before
 * @param {Race} race
 */
function moved(where, before, race) {
  if (sameStart(before, race)) return "";
  const [run] = race.runs;
  if (where && !(run && measured(where, run, 0) >= where.least)) return "";
  const was = lowest(before.runs);
  const now = lowest(race.runs.map((run) => ({ name: run.name, end: endOf(run) })));
  if (!now) return "From there, none of them reaches the last step";
  const end = `${now.name} ends lowest, with loss ${short(now.end.loss)}`;
  return was ? `${end}; from the old start ${was.name} did, with ${short(was.end.loss)}` : end;
}

/** @param {Where} where @param {Run} run @param {number} step */
function measured({ axis }, { x, loss }, step) {
  return axis === null ? loss[step] : Math.abs(x[2 * step + axis]);
}

/** @template {{end: End}} T @param {T[]} runs @returns {T | null} the one with the lowest loss at the end */
function lowest(runs) {
  const there = runs.filter(({ end }) => Number.isFinite(end.loss));
  return there.reduce(
    (/** @type {T | null} */ best, each) => (!best || each.end.loss < best.end.loss ? each : best),
    null,
  );
}

/**
 * What a newcomer is told who named an optimizer: whether it is the one that is meant, or which is.
 * @param {Prompt} prompt
 * @param {string} named
 * @param {Race} race
 */
export function answerOf(prompt, named, race) {
  const { where } = prompt;
  const scores = race.runs.map((run) => ({
    name: run.name,
    score: where ? firstStep(run, where) : endOf(run).loss,
  }));
  const best = Math.min(...scores.map(({ score }) => score));
  if (!Number.isFinite(best)) return where ? "None of them does" : "None of them gets to the end";
  const said = (/** @type {number} */ score) => {
    if (!Number.isFinite(score)) return where ? "never" : "not at the end";
    return where ? `at step ${score}` : `with loss ${short(score)}`;
  };
  const winners = scores.filter(({ score }) => score === best).map(({ name }) => name);
  const own = scores.find(({ name }) => name === named);
  const words = `${winners.join(" and ")}, ${said(best)}`;
  if (winners.includes(named)) return `Right: ${words}`;
  return own ? `No: ${words}; ${named} ${said(own.score)}` : words;
}

/** @param {Run} run @param {Where} where @returns {number} the first step that is beyond it, or Infinity */
function firstStep(run, where) {
  for (let step = 0; step <= lastStep(run); step++) if (measured(where, run, step) > where.least) return step;
  return Infinity;
}
