/** The race of a class on a phone: its own run among those of all, computed here. */

import { inSlices } from "../core/slices.js";
import { lossInWords } from "../player/losses.js";
import { raceWords, racersOf, standing } from "./classrace.js";
import { ordinal } from "./phonewords.js";

/** @typedef {import("../core/payload.js").Content} Content */
/** @typedef {import("./told.js").Room} Room */
/** @typedef {import("./classrace.js").Racer} Racer */
/** @typedef {import("./phonepicture.js").Picture} Picture */

export class ClassRace {
  /** What came of it, in sentences. @type {string[]} */
  words = [];
  /** The phone's own run as a race; null where it has none, or not yet. @type {Content | null} */
  content = null;
  #key = "";
  #stop = () => {};

  /** @param {() => void} changed called when all has run */
  constructor(changed) {
    this.changed = changed;
  }

  /** Forget the one before. */
  clear() {
    this.#stop();
    this.#key = "";
    this.words = [];
    this.content = null;
  }

  /**
   * Run what the class entered with, once it is shown.
   * @param {Room} room
   * @param {Picture | null} picture with the race whose conditions hold for all
   * @param {number} number the phone's own
   */
  follow({ question, results }, picture, number) {
    if (question?.kind !== "race" || !question.revealed) return void (this.#key && this.clear());
    const entries = results.at(-1)?.entries ?? [];
    const key = JSON.stringify([question.id, question.round, entries]);
    if (key === this.#key || !picture || picture.mode !== "led") return;
    this.clear();
    this.#key = key;
    const { content, engine, why } = picture;
    if (!engine) return void (this.words = [`${why}.`]);
    const minima = picture.player.surface?.minima ?? new Float64Array();
    const work = racersOf(content.race, engine, minima, question.budget, entries);
    this.#stop = inSlices(work, ({ racers }) => this.#tell(content, racers, number, question.budget));
  }

  /** @param {Content} content @param {Racer[]} racers @param {number} number @param {number} budget */
  #tell(content, racers, number, budget) {
    const own = racers.find(({ entry }) => entry.number === number);
    this.words = [...(own ? [ownWords(racers, own, budget)] : []), ...raceWords(racers, budget)];
    this.content = own ? raceOf(content, own, budget) : null;
    this.changed();
  }
}

/** @param {Racer[]} racers @param {Racer} own @param {number} budget */
function ownWords(racers, own, budget) {
  const place = standing(racers, budget).find(({ run }) => run === own.run)?.place ?? 0;
  const { run } = own;
  const came = run.ending ? run.ending.words : `loss ${lossInWords(run, budget)} after ${budget} steps`;
  return `You came ${ordinal(place)} of ${racers.length} with ${run.rule} (${run.settings}): ${came}.`;
}

/** A race of one run. @param {Content} content @param {Racer} own @param {number} budget @returns {Content} */
function raceOf(content, { entry, run }, budget) {
  const start = Float64Array.from(entry.start ?? content.race.start);
  return { ...content, race: { ...content.race, steps: budget, start, runs: [run], story: [] } };
}
