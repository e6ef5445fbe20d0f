/** What one race has otherwise than another, in words, and what became of its losses. */

import { inWords, short } from "../core/numbers.js";
import { piecesText } from "../core/settings.js";
import { NUMBERS, differences } from "./conditions.js";
import { renames } from "./entrants.js";
import { lossAt, lossInWords } from "./losses.js";

/** @typedef {import("../core/payload.js").Race} Race */
/** @typedef {import("../core/payload.js").Run} Run */
/** @typedef {import("../core/settings.js").Setting} Setting */
/** @typedef {import("./ghost.js").Before} Before */
/** @typedef {{both: string, before: string, now: string}} Change in words: all of it, and of either race */

const MOST = 3; // changes that are told one by one

/** @type {Record<string, string>} */
const NAMES = { steps: "steps", seed: "seed", batch: "minibatch" };

/** @param {Before} before @param {Before} now @returns {Change[]} */
export function changesOf(before, now) {
  const wish = differences(before.conditions, now.conditions);
  /** @type {Change[]} */
  const found = [];
  if (wish.start) found.push(change("start", pair(before.conditions.start), pair(wish.start)));
  for (const name of NUMBERS) {
    if (!(name in wish)) continue;
    const said = NAMES[name] ?? now.surface.parameter?.name ?? name;
    found.push(change(said, number(before.conditions[name]), number(now.conditions[name])));
  }
  return [...found, ...entrantChanges(before, now)];
}

/** Who races now and did not, or the other way round, and who races with other settings. @param {Before} before @param {Before} now */
function entrantChanges(before, now) {
  const [were, are] = [before.conditions.entrants, now.conditions.entrants];
  const called = new Map(renames(before.race, are));
  /** @type {Change[]} */
  const found = [];
  for (const entrant of were) {
    const name = called.get(entrant.name) ?? entrant.name;
    const same = are.find((each) => each.name === name && each.rule === entrant.rule);
    if (!same) found.push({ both: `without ${name}`, before: `with ${name}`, now: `without ${name}` });
    else {
      if (name !== entrant.name)
        found.push({ ...change("", entrant.name, name), both: `${entrant.name} renamed ${name}` });
      found.push(...settingChanges(before.race, name, entrant, same));
    }
  }
  for (const { name, rule } of are) {
    const came = !were.some((each) => (called.get(each.name) ?? each.name) === name && each.rule === rule);
    if (came) found.push({ both: `with ${name}`, before: `without ${name}`, now: `with ${name}` });
  }
  return found;
}

/**
 * @param {Race} race that knows the symbols
 * @param {string} name
 * @param {import("./entrants.js").Entrant} was
 * @param {import("./entrants.js").Entrant} is
 */
function settingChanges({ runs }, name, was, is) {
  const symbols = runs.find(({ key }) => key === was.rule)?.symbols ?? {};
  return Object.keys(is.settings)
    .map((each) => ({ each, words: [was.settings[each], is.settings[each]].map(setting) }))
    .filter(({ words: [one, other] }) => one !== other)
    .map(({ each, words: [one, other] }) => change(`${name}: ${symbols[each]?.[0] ?? each}`, one, other));
}

/** As many changes as one reads at a glance. @param {Change[]} changes @param {keyof Change} which */
export function inOneLine(changes, which) {
  const told = changes.slice(0, MOST).map((each) => each[which]);
  const more = changes.length - told.length;
  return [...told, ...(more ? [`${more} more ${more > 1 ? "changes" : "change"}`] : [])].join(", ");
}

/**
 * What became of the losses at the last step.
 * @param {Race} before
 * @param {Race} now
 */
export function outcome(before, now) {
  const pairs = now.runs.flatMap((run) => {
    const was = likeness(before.runs, run);
    return was ? [{ was, run, from: lossAt(was, lastOf(was)), to: lossAt(run, lastOf(run)) }] : [];
  });
  const others = pairs.filter(({ from, to }) => from !== to);
  if (!pairs.length) return "";
  if (!others.length) return "Every last loss is as before.";
  const [{ was, run }] = others;
  if (others.length === 1) return `${run.name}'s last loss ${told(was)} → ${told(run)}.`;
  const lower = others.filter(({ from, to }) => to < from).length;
  const higher = others.length - lower;
  const same = pairs.length - others.length;
  /** @type {[number, string][]} */
  const counts = [
    [lower, "lower"],
    [higher, "higher"],
    [same, "as before"],
  ];
  const said = counts.filter(([count]) => count).map(([count, how]) => `${how} for ${count}`);
  return `Last loss ${said.join(", ")}.`;
}

/** Which of other runs is the same entrant. @param {Run[]} runs @param {Run} run */
export function likeness(runs, { name, key }) {
  return runs.find((each) => each.name === name && each.key === key);
}

/** @param {Run} run */
function told(run) {
  return run.ending?.loss ? run.ending.words : lossInWords(run, lastOf(run));
}

/** @param {Run} run */
function lastOf({ loss }) {
  return loss.length - 1;
}

/** @param {string} what @param {string} before @param {string} now @returns {Change} */
function change(what, before, now) {
  const said = what ? `${what} ` : "";
  return { both: `${said}${before} → ${now}`, before: said + before, now: said + now };
}

/** @param {[number, number]} point */
function pair([x, y]) {
  return `(${short(x, 5)}, ${short(y, 5)})`;
}

/** @param {number | null} value */
function number(value) {
  return value === null ? "none" : inWords(value);
}

/** @param {Setting | undefined} value */
function setting(value) {
  if (value === undefined) return "none";
  if (typeof value === "number") return inWords(value);
  return piecesText([[0, value.first], ...value.changes]);
}
