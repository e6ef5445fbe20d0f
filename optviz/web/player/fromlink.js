/** What a page's address says is raced in it: the inverse of `withConditions`, as the app's links to a site have it. */

import { settingsOf } from "../core/settings.js";
import { MOST } from "./entrants.js";
import { NUMBERS } from "./conditions.js";
import { nameProblem } from "./names.js";
import { shortened } from "./opening.js";
import { curveOf } from "./scheduleparts.js";

/** @typedef {import("../core/payload.js").Race} Race */
/** @typedef {import("../core/settings.js").Setting} Setting */
/** @typedef {import("../core/settings.js").Value} Value */
/** @typedef {import("./conditions.js").Wish} Wish */
/** @typedef {import("./entrants.js").Entrant} Entrant */
/** @typedef {import("../core/payload.js").EngineContent["rules"]} Rules */

const ENTRIES = /,(?![^()]*\))/; // not inside a curve's brackets
const LONGEST = 4000; // characters of one part, as optviz/spec/address has it

/**
 * @param {string} hash `#start=1,1.6&steps=300&opt=adam~Adam:lr=0.1,sgd~slow:lr=0.01@40=0.001`; other parts are not read
 * @param {Race} race as it came
 * @param {Rules} rules that run here
 * @returns {{wish: Wish, problems: string[]}} problems: a sentence for each part that cannot be raced
 */
export function wishIn(hash, race, rules) {
  const asked = new URLSearchParams(hash.slice(1));
  /** @type {Record<string, unknown>} */
  const wish = {};
  const problems = /** @type {string[]} */ ([]);
  /** @type {(name: string, as: string, read: (text: string) => unknown) => void} */
  const take = (name, as, read) => {
    const text = asked.get(name);
    if (text === null) return;
    try {
      if (text.length > LONGEST) throw new Error(`it has more than ${LONGEST} characters`);
      wish[as] = read(text);
    } catch (error) {
      problems.push(`${name} in the address: ${/** @type {Error} */ (error).message}.`);
    }
  };
  take("start", "start", startIn);
  for (const name of NUMBERS) take(name, name, (text) => ownNumber(text, name, race));
  take("opt", "entrants", (text) => entrantsIn(text, race, rules));
  return { wish, problems };
}

/** @param {string} text */
function startIn(text) {
  const found = text.split(",").map(numberIn);
  if (found.length !== 2) throw new Error(`${shortened(text)} is no point, as 1,1.6 is`);
  return found;
}

/** @param {string} text @param {import("../core/payload.js").Own} name @param {Race} race */
function ownNumber(text, name, { ranges }) {
  const range = ranges[name];
  if (!range) throw new Error("this race has no such number");
  const number = numberIn(text);
  const [low, high] = range;
  const whole = name === "parameter" || Number.isInteger(number);
  if (!whole || number < low || number > high) throw new Error(`${shortened(text)} is not between ${low} and ${high}`);
  return number;
}

/** @param {string} text @param {Race} race @param {Rules} rules @returns {Entrant[]} */
function entrantsIn(text, race, rules) {
  const entrants = text.split(ENTRIES).map((each) => entrantIn(each, race, rules));
  if (entrants.length > MOST) throw new Error(`${entrants.length} optimizers are more than ${MOST}`);
  const names = entrants.map(({ name }) => name);
  names.forEach((name, place) => {
    const problem = nameProblem(name, names.slice(0, place));
    if (problem) throw new Error(`${shortened(name)} is no name for it: ${problem.slice(0, -1)}`);
  });
  return entrants;
}

/** @param {string} text @param {Race} race @param {Rules} rules @returns {Entrant} */
function entrantIn(text, { newcomers }, rules) {
  const [head, ...pairs] = text.split(":");
  const [rule, name] = head.split("~");
  const known = Object.hasOwn(rules, rule) ? rules[rule] : null;
  if (!known || "why" in known) throw new Error(`${shortened(rule)} is no optimizer that runs in this page`);
  const settings = pairs.map((pair) => {
    const at = pair.indexOf("=");
    const of = pair.slice(0, Math.max(0, at));
    if (!Object.hasOwn(known.symbols, of)) throw new Error(`${shortened(pair)} is no setting of ${rule}`);
    return [of, settingIn(pair.slice(at + 1), known.symbols[of][1])];
  });
  const begins = newcomers[rule];
  const all = { ...settingsOf(begins), ...Object.fromEntries(settings) };
  return { rule, name: unescaped(name ?? begins.name), settings: all };
}

/** @param {string} text @param {import("../core/payload.js").Spread} spread @returns {Setting} */
function settingIn(text, spread) {
  const [first, ...later] = text.split("@");
  const begins = valueIn(first, spread);
  if (!later.length && typeof begins === "number") return begins;
  const changes = later.map((each) => {
    const [step, ...value] = each.split("=");
    if (!/^\d{1,9}$/.test(step)) throw new Error(`${shortened(text)} does not say from which step on`);
    return /** @type {[number, Value]} */ ([Number(step), valueIn(value.join("="), spread)]);
  });
  return { first: begins, changes };
}

/** @param {string} text @param {import("../core/payload.js").Spread} spread @returns {Value} */
function valueIn(text, spread) {
  const call = /^([a-z_]+)\(([^()]*)\)$/.exec(text);
  if (call) return curveOf(call[1], call[2].split(",").map(numberIn));
  const number = numberIn(text);
  const possible = spread === "number" || (number >= 0 && (spread !== "share" || number < 1));
  if (!possible) throw new Error(`${shortened(text)} is not from 0${spread === "share" ? " to below 1" : " on"}`);
  return number;
}

/** @param {string} text */
function numberIn(text) {
  const number = Number(text);
  if (!text.trim() || !Number.isFinite(number)) throw new Error(`${shortened(text)} is no number`);
  return number;
}

/** A name in which what separates entrants and settings is escaped. @param {string} text */
function unescaped(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new Error(`${shortened(text)} is no name`);
  }
}
