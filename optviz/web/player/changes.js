/**
 * What the visitor changes of the race. It is seen at once, where the race runs in the page; once it is
 * let go Python is told, whose own race follows. Every change can be undone.
 */

import { withValue, withoutChange } from "../core/settings.js";
import { apply } from "./apply.js";
import { conditionsOf, differences, wished } from "./conditions.js";
import { copyOf } from "./ghost.js";
import { History } from "./history.js";
import { Hold } from "./hold.js";
import { sameSlide } from "./lesson.js";
import { Told } from "./told.js";

/** @typedef {import("./player.js").Player} Player */
/** @typedef {import("./conditions.js").Conditions} Conditions */
/** @typedef {import("./conditions.js").Wish} Wish */
/** @typedef {import("../core/payload.js").Race} Race */
/**
 * @typedef {{start: [number, number], time: number, playing: boolean, place: number,
 *   ghost: import("./ghost.js").Before | null}} Standing
 */

export class Changes {
  #hold = new Hold();
  #told;
  /** What is set and does not run here. @type {Wish} */
  #wish = {};
  #history = new History();
  /** Whether the race is another than the one that came, where no server measures it anew. */
  own = false;
  /** Whether settings change from the cursor on, and stay what they are before it. */
  #fromHere = false;
  #heldFrom = 0; // from which step on what is held is set

  /**
   * @param {Player} player
   * @param {import("./requests.js").Send | null} send
   */
  constructor(player, send) {
    this.player = player;
    this.#told = new Told(send);
    this.requests = this.#told.requests;
  }

  /** Whether the race can be changed. */
  get possible() {
    return this.requests.possible || this.player.live !== null;
  }

  /** Whether a pointer holds the start or a number. */
  get held() {
    return this.#hold.held;
  }

  /** Whether whole trails are shown. */
  get whole() {
    return this.#hold.whole;
  }

  /** Whether the start was moved and the race has not begun from there. */
  get choosing() {
    return this.#hold.choosing;
  }

  /** @param {-1 | 1} by back or forth */
  canGo(by) {
    return this.#history.has(by);
  }

  /** Ask Python for the race anew, with its surface. @param {Race} race */
  askWhole(race) {
    this.requests.ask({ start: [race.start[0], race.start[1]] }, "");
  }

  /** What is raced, or will be. @returns {Conditions} */
  now() {
    return wished(conditionsOf(/** @type {Race} */ (this.player.race)), this.#wish);
  }

  /**
   * A race came. What was set while Python computed it holds for this one, too.
   * @param {Race | null} before the one that it replaces
   * @param {boolean} forgot whether it comes from a server that knows nothing of what was set: then all of it holds
   * @param {() => void} replace
   */
  receive(before, forgot, replace) {
    const held = forgot ? this.now() : null;
    const was = before && this.player.surface ? { surface: this.player.surface, conditions: this.now() } : null;
    let pending = before ? this.#told.pending(this.now()) : {};
    replace();
    const race = /** @type {Race} */ (this.player.race);
    if (held) pending = differences(conditionsOf(race), held);
    const same = before?.family === race.family && sameSlide(before.lesson, race.lesson);
    if (!same) {
      this.#history.clear();
      this.#fromHere = false;
      this.#hold.forgetNumber();
    }
    this.#told.came(conditionsOf(race), !same || forgot);
    this.#wish = same ? apply(this.player, pending) : {};
    this.requests.answered();
    const now = this.now();
    this.#history.keep(now);
    if (!same) this.player.ghost.clear();
    else if (before && was) this.player.ghost.replace({ ...was, race: before }, now);
    if (!this.held) this.#tell();
  }

  /** The race as it is until it changes. @returns {import("./ghost.js").Before} */
  present() {
    const { race, surface } = this.player;
    if (!race || !surface) throw new Error("there is no race yet");
    return { race, surface, conditions: this.now() };
  }

  /** The race as it is, for good. @returns {import("./ghost.js").Before} */
  snapshot() {
    const now = this.present();
    const race = copyOf(now.race);
    for (const run of race.runs) this.player.live?.engine.bend(run);
    return { ...now, race };
  }

  /** A change begins. */
  #begins() {
    this.player.ghost.begin(() => this.snapshot());
  }

  /** @param {[number, number]} point @param {boolean} done whether it was let go */
  start(point, done) {
    const { race, live } = this.player;
    if (!race) return;
    this.#begins();
    this.#hold.moveStart(done);
    const runs = live?.start(point) ?? false;
    this.#wish = runs || (live && !done) ? {} : { start: point };
    if (runs) this.#show(done);
    if (done) this.#keep();
    else if (!live) this.#tell();
    this.player.redraw();
  }

  /**
   * @param {number} place of a run
   * @param {string} name of one of its hyper-parameters
   * @param {number} value
   * @param {boolean} done whether it was let go, or set at once
   */
  set(place, name, value, done) {
    const { race, live } = this.player;
    if (!race || !live) return;
    this.#begins();
    const run = race.runs[place];
    this.#heldFrom = live.engine.rule(run.key).reads(name) ? this.from : 0;
    live.set(place, name, withValue(run, name, value, this.#heldFrom));
    this.changed(done);
  }

  /**
   * @param {number} place of a run
   * @param {string} name of one of its hyper-parameters
   * @param {import("../core/settings.js").Setting} setting for the whole race
   * @param {boolean} done whether it was let go, or set at once
   */
  give(place, name, setting, done) {
    const { live } = this.player;
    if (!live) return;
    this.#begins();
    this.#heldFrom = 0;
    live.set(place, name, setting);
    this.changed(done);
  }

  /**
   * @param {import("../core/payload.js").Own} name
   * @param {number} value
   * @param {boolean} done whether it was let go, or set at once
   */
  put(name, value, done) {
    const { live } = this.player;
    if (!live) return;
    this.#begins();
    live.put(name, value);
    this.changed(done);
  }

  /** Have other optimizers race. @param {import("./entrants.js").Entrant[]} entrants */
  enter(entrants) {
    this.#begins();
    this.#wish = apply(this.player, { ...this.#wish, entrants });
    this.changed(true);
  }

  /** Forget that a setting changes at a step. @param {number} place of a run @param {string} name @param {number} step */
  drop(place, name, step) {
    const { race } = this.player;
    if (race) this.give(place, name, withoutChange(race.runs[place], name, step), true);
  }

  /** From which step on settings are set; 0 for the whole race. */
  get from() {
    const { step, steps } = this.player.clock;
    if (this.held) return this.#heldFrom;
    return this.#fromHere && step < steps ? step : 0;
  }

  /** Whether they are set from the cursor on. */
  get fromHere() {
    return this.#fromHere;
  }

  /** Have settings change from the cursor on, which stands then; or in the whole race again. */
  toggleFromHere() {
    this.#fromHere = !this.#fromHere;
    if (this.#fromHere) this.player.clock.playing = false;
    this.player.redraw();
  }

  /** The race was changed in place. @param {boolean} done whether it was let go, or set at once */
  changed(done) {
    this.#hold.moveNumber(done);
    this.#show(done);
    if (done) this.#keep();
  }

  /** What a pointer held is no longer there: it stays as it is now. */
  letGo() {
    if (!this.#hold.number) return;
    this.#hold.moveNumber(true);
    this.#keep();
  }

  /** Back to what was raced before, or forth again. @param {-1 | 1} by */
  go(by) {
    const then = this.held ? null : this.#history.go(by);
    if (!then) return;
    this.#begins();
    this.#become(then);
  }

  /** Race what the ghost raced, which is kept, and have what is raced now for the ghost. */
  exchange() {
    const { before } = this.player.ghost;
    if (this.held || !before) return;
    this.player.ghost.keep(this.snapshot(), before.conditions);
    this.#become(before.conditions);
  }

  /** Race what an address asks for. @param {Wish} wish @returns {Wish} what of it does not run here */
  open(wish) {
    this.#become(wished(this.now(), wish));
    const left = this.#wish;
    if (!this.requests.possible) this.#wish = {};
    return left;
  }

  /** @param {Conditions} then */
  #become(then) {
    this.#wish = apply(this.player, differences(this.now(), then));
    this.#hold.moveNumber(true);
    this.#show(true);
    this.#keep();
  }

  /**
   * A frame begins.
   * @param {number} now ms
   * @returns {boolean} whether something else is to be drawn now
   */
  pass(now) {
    if (this.#hold.waits) this.#begin();
    return this.#hold.pass(now);
  }

  /** Begin the race from the chosen start, once the race is there. */
  #begin() {
    if (this.requests.open && !this.player.live) return;
    this.#hold.leaveStart();
    this.player.clock.restart();
  }

  #keep() {
    const now = this.now();
    this.#history.keep(now);
    this.player.ghost.end(now);
    this.player.haunt();
    this.#tell();
  }

  #tell() {
    const { race } = this.player;
    if (race) this.#told.tell(this.now(), race.surface);
  }

  /** What moving the start changes, for `goBack`. @returns {Standing | null} */
  get standing() {
    const { race, clock, ghost } = this.player;
    if (!race) return null;
    const { time, playing } = clock;
    return { start: [race.start[0], race.start[1]], time, playing, place: this.#history.place, ghost: ghost.before };
  }

  /** As if the start had not been moved. @param {Standing} before */
  goBack({ start, time, playing, place, ghost }) {
    const { race, clock } = this.player;
    if (!race) return;
    this.start(start, true);
    this.#hold.leaveStart();
    this.#history.cut(place);
    this.player.ghost.restore(ghost, this.now());
    this.player.haunt();
    Object.assign(clock, { time, playing });
  }

  /** The race has run again, here. @param {boolean} done whether nothing is held any more: then it is told in words, too */
  #show(done) {
    const { player, requests } = this;
    this.own = !requests.possible && !(done && this.#told.isAsCame(this.now()));
    player.changed(done);
  }
}
