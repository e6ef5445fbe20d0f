/** The race of a class: what each voter chose, run in this page, and who is where at a step. */

import { short } from "../core/numbers.js";
import { settingsText, take } from "../core/settings.js";
import { newRun } from "../engine/newrun.js";
import { lossAt } from "../player/losses.js";
import { stylesFor } from "../player/styles.js";

/** @typedef {import("../core/payload.js").Race} Race */
/** @typedef {import("../core/payload.js").Run} Run */
/** @typedef {import("../engine/race.js").Engine} Engine */
/** @typedef {import("./told.js").Entry} Entry */
/** @typedef {{entry: Entry, run: Run}} Racer a voter with the run of what was chosen */
/** @typedef {Racer & {place: number, loss: number}} Placed `place` from 1, the same where losses are; infinite after divergence */

/**
 * Runs of entries one after the other, each from its own start.
 * @param {Race} race whose conditions hold for all
 * @param {Engine} engine of its surface
 * @param {Float64Array} minima
 * @param {number} budget steps
 * @param {Entry[]} entries
 * @returns {Generator<void, {racers: Racer[], refused: Entry[]}>} and those that cannot be run here
 */
export function* racersOf(race, engine, minima, budget, entries) {
  /** @type {Racer[]} */ const racers = [];
  /** @type {Entry[]} */ const refused = [];
  for (const entry of entries) {
    const run = runOf(race, engine, minima, budget, entry);
    if (run) racers.push({ entry, run });
    else refused.push(entry);
    yield;
  }
  dress(race, engine, racers);
  return { racers, refused };
}

/**
 * The run of an entry; null where it has another rule or setting than races here, or no loss at its start.
 * @param {Race} race @param {Engine} engine @param {Float64Array} minima @param {number} budget @param {Entry} entry
 */
export function runOf(race, engine, minima, budget, { number, name, rule, settings, start }) {
  const begins = race.newcomers[rule];
  if (!begins || !engine.knows(rule) || Object.keys(settings).some((each) => !(each in begins.hyper))) return null;
  const from = Float64Array.from(start ?? race.start);
  if (!Number.isFinite(engine.lossAt(from[0], from[1]))) return null;
  const own = { ...race, steps: budget, start: from };
  if (budget > race.steps) engine.draw(own); // minibatches for the steps that the race has not
  const run = newRun(own, engine, rule, calledOf({ number, name }));
  run.hyper = { ...begins.hyper };
  run.changes = { ...begins.changes };
  for (const [each, value] of Object.entries(settings)) take(run, each, value);
  run.settings = settingsText(run);
  engine.run({ ...own, runs: [run] }, 0, minima);
  return run;
}

/** Give all racers of a rule the rule's own colour and marker. @param {Race} race @param {Engine} engine @param {Racer[]} racers */
function dress(race, engine, racers) {
  const keys = [...new Set(racers.map(({ run }) => run.key))];
  const firsts = keys.map((key) => ({ key, rule: race.newcomers[key].name, name: race.newcomers[key].name }));
  const styles = stylesFor(firsts, Object.keys(race.newcomers), engine.content.styles);
  for (const { run } of racers) run.style = styles[keys.indexOf(run.key)];
}

/** What a voter is called: by the name, where one was given, or the number. @param {Pick<Entry, "number" | "name">} entry */
export function calledOf({ number, name }) {
  return name || `No. ${number}`;
}

/**
 * All racers, the lowest loss first; what has diverged comes last, of these what went on longest first.
 * @param {Racer[]} racers
 * @param {number} step
 * @returns {Placed[]}
 */
export function standing(racers, step) {
  const placed = racers.map((racer) => ({ ...racer, place: 0, loss: lossOf(racer, step) }));
  placed.sort((a, b) => order(a.loss, b.loss) || (a.loss === Infinity ? Number(b.run.ended) - Number(a.run.ended) : 0));
  placed.forEach((each, k) => (each.place = k && each.loss === placed[k - 1].loss ? placed[k - 1].place : k + 1));
  return placed;
}

/** @param {number} a @param {number} b either may be infinite */
function order(a, b) {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** The loss at a step, after the last one that there; infinite after divergence. @param {Racer} racer @param {number} step */
function lossOf({ run }, step) {
  return lossAt(run, Math.min(step, run.loss.length - 1));
}

/** How many have diverged by a step. @param {Placed[]} placed */
export function divergedOf(placed) {
  return placed.filter(({ loss }) => loss === Infinity).length;
}

/**
 * The best and the diverged, in sentences.
 * @param {Racer[]} racers
 * @param {number} budget steps
 * @returns {string[]}
 */
export function raceWords(racers, budget) {
  if (!racers.length) return ["No entries."];
  const placed = standing(racers, budget);
  return [bestWords(placed, budget), divergedWords(placed, budget)].filter(Boolean);
}

/** @param {Placed[]} placed @param {number} budget */
function bestWords(placed, budget) {
  const best = placed.filter(({ place, loss }) => place === 1 && loss < Infinity);
  if (!best.length) return "";
  const loss = `loss ${short(best[0].loss, 4)} after ${budget} steps`;
  if (best.length === 1) return `Best of ${placed.length}: ${raced(best[0])}, ${loss}.`;
  const names = best.map(({ entry }) => calledOf(entry));
  const said = names.length > 3 ? [...names.slice(0, 2), `${names.length - 2} more`] : names;
  return `Best of ${placed.length}, with the same ${loss}: ${said.slice(0, -1).join(", ")} and ${said.at(-1)}.`;
}

/** @param {Placed[]} placed @param {number} budget */
function divergedWords(placed, budget) {
  const lost = placed.filter(({ loss }) => loss === Infinity);
  if (!lost.length) return `None of ${placed.length} diverged within ${budget} steps.`;
  const first = lost[lost.length - 1];
  const all = lost.length === placed.length ? `All ${placed.length}` : `${lost.length} of ${placed.length}`;
  return `${all} diverged; the first at step ${first.run.ended}: ${raced(first)}.${ratesWords(placed)}`;
}

/**
 * From which learning rate on entries of a rule diverged, where one rule's rates tell it apart.
 * @param {Placed[]} placed
 */
function ratesWords(placed) {
  const rules = [...new Set(placed.map(({ run }) => run.rule))];
  const said = rules.map((rule) => {
    const rates = (/** @type {boolean} */ lost) =>
      placed
        .filter(({ run, loss }) => run.rule === rule && run.hyper.lr > 0 && (loss === Infinity) === lost)
        .map(({ run }) => run.hyper.lr);
    const [fine, lost] = [rates(false), rates(true)];
    if (!lost.length || !fine.length || Math.max(...fine) >= Math.min(...lost)) return "";
    return ` With ${rule} all rates up to ${short(Math.max(...fine))} went well, and all from ${short(Math.min(...lost))} on diverged.`;
  });
  return said.join("");
}

/** @param {Racer} racer */
function raced({ entry, run }) {
  return `${calledOf(entry)} with ${run.rule} (${run.settings})`;
}
