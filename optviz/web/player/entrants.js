/** Which optimizers race: lists with one more, one less, or another name. */

import { sameSettings, settingsOf, settingsText, take } from "../core/settings.js";
import { newRun } from "../engine/newrun.js";
import { nextName } from "./names.js";
import { stylesFor } from "./styles.js";

/** @typedef {import("../core/payload.js").Run} Run */
/** @typedef {import("../core/payload.js").Race} Race */
/** @typedef {{rule: string, name: string, settings: import("../core/settings.js").Settings}} Entrant `rule` by its key */
/** @typedef {{key: string, settings: import("../core/settings.js").Settings, origin: string, origin_means: string}} Known */

export const MOST = 40; // race at once

/** @param {Race} race @returns {Entrant[]} */
export function entrantsOf({ runs }) {
  return runs.map((run) => ({ rule: run.key, name: run.name, settings: settingsOf(run) }));
}

/**
 * With one more, which begins as the scene has it; it stands after those whose rules come before its own.
 * @param {Race} race
 * @param {string} rule
 */
export function added(race, rule) {
  const all = entrantsOf(race);
  const keys = Object.keys(race.newcomers);
  const begins = race.newcomers[rule];
  let at = all.length;
  while (at && keys.indexOf(all[at - 1].rule) > keys.indexOf(rule)) at--;
  all.splice(at, 0, { rule, name: nextName(begins.name, namesOf(race)), settings: settingsOf(begins) });
  return all;
}

/** With another of the same settings after it. @param {Race} race @param {number} place */
export function duplicated(race, place) {
  const all = entrantsOf(race);
  const { rule } = race.runs[place];
  const name = nextName(rule, [rule, ...namesOf(race)]);
  all.splice(place + 1, 0, { ...all[place], name, settings: { ...all[place].settings } });
  return all;
}

/** @param {Race} race @param {number} place @param {string} name */
export function renamed(race, place, name) {
  const all = entrantsOf(race);
  all[place].name = name;
  return all;
}

/** Names that are otherwise where the rules are the same. @param {Race} race @param {Entrant[]} entrants @returns {[string, string][]} before, now */
export function renames({ runs }, entrants) {
  if (runs.length !== entrants.length || runs.some(({ key }, place) => key !== entrants[place].rule)) return [];
  const names = runs.map((run, place) => /** @type {[string, string]} */ ([run.name, entrants[place].name]));
  return names.filter(([before, now]) => before !== now);
}

/** @param {Race} race @param {number} place */
export function removed(race, place) {
  return entrantsOf(race).filter((_, at) => at !== place);
}

/** @param {Race} race */
export function namesOf({ runs }) {
  return runs.map(({ name }) => name);
}

/** Settings that a race came with or has for newcomers, and what is said of them. @param {Race} race @returns {Known[]} */
export function knownSettings({ runs, newcomers }) {
  const others = Object.entries(newcomers).map(([key, newcomer]) => ({ ...newcomer, key }));
  return [...runs, ...others].map((each) => {
    const { key, origin, origin_means } = each;
    return { key, settings: settingsOf(each), origin, origin_means };
  });
}

/** Where a run's settings come from, and what that means. @param {Run} run @param {Known[]} known @param {Race} race */
export function originOf(run, known, { yours }) {
  const settings = settingsOf(run);
  const like = known.find((each) => each.key === run.key && sameSettings(each.settings, settings));
  return like ? [like.origin, like.origin_means] : yours;
}

/**
 * Have these race. Runs that go on are the same objects; those with other settings have to run again.
 * @param {Race} race
 * @param {import("../engine/race.js").Engine} engine which knows their rules
 * @param {Entrant[]} entrants
 * @param {Known[]} known settings
 * @returns {Run[]} that have to run
 */
export function enter(race, engine, entrants, known) {
  const runs = entrants.map(({ rule, name }) => race.runs.find((run) => run.key === rule && run.name === name));
  const left = race.runs.filter((run) => !runs.includes(run));
  /** @type {Run[]} */
  const stale = [];
  race.runs = entrants.map(({ rule, name, settings }, place) => {
    let run = runs[place];
    if (!run) {
      const at = left.findIndex((each) => each.key === rule && sameSettings(settingsOf(each), settings));
      [run] = at < 0 ? [] : left.splice(at, 1);
    }
    const made = run ?? newRun(race, engine, rule, name);
    made.name = name;
    if (run && sameSettings(settingsOf(run), settings)) return run;
    for (const [each, value] of Object.entries(settings)) take(made, each, value);
    made.settings = settingsText(made);
    [made.origin, made.origin_means] = originOf(made, known, race);
    stale.push(made);
    return made;
  });
  const styles = stylesFor(race.runs, Object.keys(race.newcomers), engine.content.styles);
  race.runs.forEach((run, place) => (run.style = styles[place]));
  return stale;
}
