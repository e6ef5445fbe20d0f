/** What is raced, as plain values: RaceSpec in the page; and what one such race has otherwise than another. */

import { sameSetting } from "../core/settings.js";
import { entrantsOf } from "./entrants.js";

/** @typedef {import("../core/payload.js").Race} Race */
/** @typedef {[number, number]} Point */
/** @typedef {import("./entrants.js").Entrant} Entrant */

/**
 * @typedef {object} Conditions
 * @property {Point} start
 * @property {number} steps
 * @property {number} seed
 * @property {number | null} batch samples in a minibatch; null where there are none
 * @property {number | null} parameter the surface's own number; null where it has none
 * @property {Entrant[]} entrants
 */

/**
 * What is otherwise: `settings` by the names of entrants and hyper-parameters where the entrants are the
 * same, else all `entrants`.
 * @typedef {Partial<Conditions> & {settings?: Record<string, import("../core/settings.js").Settings>}} Wish
 */

/** The numbers of a race's own. */
export const NUMBERS = /** @type {const} */ (["steps", "seed", "batch", "parameter"]);

/** @param {Race} race @returns {Conditions} */
export function conditionsOf(race) {
  const { start, steps, seed, batch, parameter } = race;
  return { start: [start[0], start[1]], steps, seed, batch, parameter, entrants: entrantsOf(race) };
}

/** @param {Conditions} before @param {Conditions} now @returns {Wish} what is otherwise now */
export function differences(before, now) {
  /** @type {Wish} */
  const wish = {};
  if (now.start.some((value, axis) => value !== before.start[axis])) wish.start = now.start;
  for (const name of NUMBERS) if (now[name] !== before[name]) Object.assign(wish, { [name]: now[name] });
  if (!sameEntrants(before.entrants, now.entrants)) return { ...wish, entrants: now.entrants };
  now.entrants.forEach(({ name, settings }, place) => {
    const own = before.entrants[place].settings;
    const differing = Object.entries(settings).filter(([each, value]) => !sameSetting(value, own[each]));
    if (differing.length) (wish.settings ??= {})[name] = Object.fromEntries(differing);
  });
  return wish;
}

/** @param {Wish} one @param {Wish} other of the same race @returns {Wish} what either has */
export function joined(one, other) {
  const both = { ...one, ...other };
  if (both.entrants) delete both.settings;
  if (!both.settings) return both;
  const names = Object.keys({ ...one.settings, ...other.settings });
  const each = (/** @type {string} */ name) => [name, { ...one.settings?.[name], ...other.settings?.[name] }];
  return { ...both, settings: Object.fromEntries(names.map(each)) };
}

/** @param {Conditions} one @param {Conditions} other */
export function sameConditions(one, other) {
  return !Object.keys(differences(one, other)).length;
}

/** @param {Conditions} before @param {Wish} wish @returns {Conditions} */
export function wished(before, { settings, ...others }) {
  const now = { ...before, ...others };
  if (!settings) return now;
  const entrants = now.entrants.map((each) => ({ ...each, settings: { ...each.settings, ...settings[each.name] } }));
  return { ...now, entrants };
}

/** @param {Entrant[]} one @param {Entrant[]} other */
function sameEntrants(one, other) {
  const alike = (/** @type {Entrant} */ each, /** @type {Entrant} */ its) =>
    each.name === its.name && each.rule === its.rule;
  return one.length === other.length && one.every((each, place) => alike(each, other[place]));
}
