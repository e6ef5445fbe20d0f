/** Races run in the page itself, from Python's own definitions, while something of them is moved. */

import { grouped } from "../core/numbers.js";
import { isRecorded, settingsText, take } from "../core/settings.js";
import { atOnce } from "../core/slices.js";
import { Engine } from "../engine/race.js";
import { stretch } from "../engine/room.js";
import { reliefOf } from "../plot/relief.js";
import { enter, knownSettings, originOf } from "./entrants.js";

/** @typedef {import("../core/payload.js").Race} Race */
/** @typedef {import("../core/payload.js").Surface} Surface */
/** @typedef {import("../core/payload.js").EngineContent} EngineContent */
/** @typedef {import("../core/payload.js").Own} Own */

/** A surface's programs are made once. @type {WeakMap<Surface, Engine>} */
const engines = new WeakMap();

export class Live {
  /**
   * @param {Race} race is written anew by every change
   * @param {Surface} surface
   * @param {Engine} engine
   */
  constructor(race, surface, engine) {
    this.race = race;
    this.surface = surface;
    this.engine = engine;
    this.known = knownSettings(race);
  }

  /**
   * What can run this race here; null where Python alone can.
   * @param {Race} race
   * @param {Surface} surface
   */
  static of(race, surface) {
    if (whyNot(race, surface)) return null;
    try {
      const engine = engineOf(surface);
      race.runs.forEach((run) => engine.bend(run));
      engine.fix(race.parameter); // a surface's engine may have been left with another
      return new Live(race, surface, engine);
    } catch {
      return null; // programs that are none: the race is shown as Python ran it
    }
  }

  /**
   * Run all again from another start.
   * @param {[number, number]} point
   * @returns {boolean} false where the loss has no finite value: no race starts there
   */
  start([x, y]) {
    if (!Number.isFinite(this.engine.lossAt(x, y))) return false;
    this.race.start[0] = x;
    this.race.start[1] = y;
    this.engine.race(this.race, this.surface.minima);
    return true;
  }

  /**
   * Run all again with another number of the race's own; where no race can start then, it stays as it is.
   * @param {Own} name
   * @param {number} value one of its range
   * @returns {boolean} whether it has that number now
   */
  put(name, value) {
    const { race, engine } = this;
    if (name === "parameter" && !this.#reshape(value)) return false;
    if (name === "steps") stretch(race, value);
    else race[name] = value;
    if (name !== "parameter") engine.draw(race);
    engine.race(race, this.surface.minima);
    return true;
  }

  /**
   * Another number of the loss's own changes its name and its ground; all else about the surface stays.
   * @param {number} value
   * @returns {boolean} false where the loss has no finite value at the start
   */
  #reshape(value) {
    const { surface, engine, race } = this;
    const { minima, valleys, heights, parameter, name } = surface;
    engine.fix(value);
    if (!Number.isFinite(engine.lossAt(race.start[0], race.start[1]))) {
      engine.fix(race.parameter);
      return false;
    }
    const lossAt = (/** @type {number} */ x, /** @type {number} */ y) => engine.lossAt(x, y);
    const ground = atOnce(reliefOf(lossAt, surface, [...minima, ...valleys], Math.sqrt(heights.length), false));
    this.surface = { ...surface, ...ground, name: parameter?.title.replace("{}", grouped(value)) ?? name };
    return true;
  }

  /**
   * Run one again with another value of a hyper-parameter.
   * @param {number} place of the run
   * @param {string} name
   * @param {import("../core/settings.js").Setting} value
   */
  set(place, name, value) {
    const run = this.race.runs[place];
    take(run, name, value);
    [run.origin, run.origin_means] = originOf(run, this.known, this.race);
    run.settings = settingsText(run);
    this.engine.run(this.race, place, this.surface.minima);
  }

  /**
   * Have other optimizers race; runs that go on stay as they are.
   * @param {import("./entrants.js").Entrant[]} entrants
   * @returns {boolean} false where Python alone runs one of them: nothing has changed then
   */
  enter(entrants) {
    const { race, engine, surface } = this;
    if (!entrants.every(({ rule }) => engine.knows(rule))) return false;
    for (const run of enter(race, engine, entrants, this.known)) {
      engine.bend(run);
      engine.run(race, race.runs.indexOf(run), surface.minima);
    }
    return true;
  }
}

/**
 * Why Python alone can run a race, in a sentence without its stop; "" where it runs here.
 * @param {Race} race
 * @param {Surface} surface
 */
export function whyNot({ runs }, { engine }) {
  if ("why" in engine) return engine.why;
  for (const { key, name, changes } of runs) {
    const rule = engine.rules[key];
    if ("why" in rule) return rule.why;
    if (isRecorded({ changes }))
      return `${name} is run by Python: a setting of it is a function that decides by the step`;
  }
  return "";
}

/** @param {Surface} surface whose loss has a program */
export function engineOf(surface) {
  const engine = engines.get(surface) ?? new Engine(/** @type {EngineContent} */ (surface.engine));
  engines.set(surface, engine);
  return engine;
}
