/**
 * The race before the last change, which is shown under the present one: what did the change do? A change is a
 * whole gesture: a drag, a key, a click. Where the visitor keeps it, it stays the reference of further changes.
 */

import { sameSettings } from "../core/settings.js";
import { differences, sameConditions } from "./conditions.js";

/** @typedef {import("../core/payload.js").Race} Race */
/** @typedef {import("../core/payload.js").Run} Run */
/** @typedef {import("../core/payload.js").Surface} Surface */
/** @typedef {import("./conditions.js").Conditions} Conditions */
/** @typedef {{race: Race, surface: Surface, conditions: Conditions}} Before a race that stays as it is */

/** @type {Run[]} */
const NONE = [];

export class Ghost {
  /** @type {Before | null} */
  before = null;
  /** Whether it is shown where there is one. */
  on = true;
  /** Whether it stays when the race changes. */
  kept = false;
  /** Those that run otherwise now. @type {Run[]} */
  #others = NONE;
  #moving = false; // a gesture is under way
  /** What it was before that gesture. @type {Before | null} */
  #last = null;

  /** The runs to be shown, those that run otherwise now; the same list as long as it has the same runs. */
  get runs() {
    return this.on ? this.#others : NONE;
  }

  /** The race has these conditions now. @param {Conditions} now */
  follow(now) {
    const others = this.before ? otherwise(this.before, now) : NONE;
    const same = others.length === this.#others.length && others.every((run, k) => run === this.#others[k]);
    if (!same) this.#others = others;
  }

  /** Another scene or slide: nothing was changed there. */
  clear() {
    this.before = this.#last = null;
    this.kept = this.#moving = false;
    this.#others = NONE;
  }

  /** The race is about to change. @param {() => Before} take the race as it is */
  begin(take) {
    if (this.kept || this.#moving) return;
    this.#moving = true;
    this.#last = this.before;
    this.before = take();
    this.#others = NONE;
  }

  /** The change is complete. @param {Conditions} now what is raced */
  end(now) {
    if (this.#moving && this.#isAs(now)) this.before = this.#last; // it changed nothing
    this.#moving = false;
    this.follow(now);
  }

  /** Another race came in its place. @param {Before} before @param {Conditions} now what is raced */
  replace(before, now) {
    if (!this.kept && !this.#moving && !sameConditions(before.conditions, now)) this.before = before;
    this.follow(now);
  }

  /** Have another one, and keep it. @param {Before} before @param {Conditions} now what is raced */
  keep(before, now) {
    this.before = before;
    this.kept = true;
    this.end(now);
  }

  /** Have the one that there was. @param {Before | null} before @param {Conditions} now what is raced */
  restore(before, now) {
    if (!this.kept) this.before = before;
    this.end(now);
  }

  /** @param {Conditions} now */
  #isAs(now) {
    return this.before !== null && sameConditions(this.before.conditions, now);
  }
}

/** Which runs of a race are not as they are under other conditions. @param {Before} before @param {Conditions} now */
function otherwise({ race, conditions }, now) {
  const { settings = {}, entrants, ...all } = differences(conditions, now);
  if (Object.keys(all).length) return race.runs;
  if (!entrants) return race.runs.filter(({ name }) => name in settings);
  return race.runs.filter((_, place) => {
    const was = conditions.entrants[place];
    const is = entrants.find(({ name, rule }) => name === was.name && rule === was.rule);
    return !is || !sameSettings(was.settings, is.settings);
  });
}

/**
 * A race with arrays of its own, which does not change with the one that it was.
 * @param {Race} race
 * @returns {Race}
 */
export function copyOf(race) {
  return { ...race, start: race.start.slice(), runs: race.runs.map(copyOfRun) };
}

/** @param {Run} run @returns {Run} */
function copyOfRun(run) {
  const copy = { ...run, x: run.x.slice(), loss: run.loss.slice(), grad: run.grad.slice() };
  copy.accuracy = run.accuracy && run.accuracy.slice();
  copy.distance = run.distance && run.distance.slice();
  copy.grad_at = run.grad_at && run.grad_at.slice();
  copy.state = Object.fromEntries(Object.entries(run.state).map(([name, values]) => [name, values.slice()]));
  copy.hyper = { ...run.hyper };
  copy.changes = { ...run.changes };
  delete copy.curvature; // it follows the run that it is of
  return copy;
}
