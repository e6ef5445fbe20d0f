/** The player: holds the race and the time, and lets every part draw itself from them. */

import { Clock } from "../core/clock.js";
import coloursCss from "../core/colours.css";
import { Controls } from "../core/controls.js";
import { element } from "../core/dom.js";
import { Frames } from "../core/frames.js";
import { whileThere } from "../core/listen.js";
import { lastStep } from "../core/payload.js";
import forcedCss from "../core/forced.css";
import { Hidden } from "../core/hidden.js";
import css from "../core/style.css";
import { themeOf } from "../core/theme.js";
import { Chart } from "../plot/chart.js";
import { quantitiesOf } from "../plot/quantities.js";
import { TopView } from "../plot/topview.js";
import spaceCss from "../space/view3d.css";
import { Beside } from "./beside.js";
import { Changes } from "./changes.js";
import compareCss from "./compare.css";
import { Comparison } from "./comparison.js";
import { drawAll } from "./drawing.js";
import entrantsCss from "./entrants.css";
import fullscreenCss from "./fullscreen.css";
import { onFullScreen } from "./fullscreen.js";
import { Ghost } from "./ghost.js";
import { Inspector } from "./inspector.js";
import { press, takes } from "./keyboard.js";
import { build } from "./layout.js";
import { Legend } from "./legend.js";
import { Lesson, sameSlide } from "./lesson.js";
import { AddressBar } from "./link.js";
import { Live } from "./live.js";
import { Numbers } from "./numbers.js";
import { SlowMotion } from "./slowmotion.js";
import { StartHandle } from "./starthandle.js";
import { OnDemand } from "./ondemand.js";
import { handPageKeys } from "./pagekeys.js";
import { Prompts } from "./prompts.js";
import promptsCss from "./prompts.css";
import { Story } from "./story.js";
import { Tools } from "./tools.js";
import touchCss from "./touch.css";
import { Views } from "./views.js";
import { Words } from "./words.js";
import { Where } from "./where.js";
import { Zoom } from "./zoom.js";

/** @typedef {import("../core/payload.js").Content} Content */
/** @typedef {import("../core/payload.js").Surface} Surface */
/** @typedef {import("../core/payload.js").Race} Race */

/** Surfaces are sent once; a page keeps those it has seen. @type {Map<string, Surface>} */
const surfaces = new Map();

/** @typedef {{show: (room: import("../core/payload.js").Room) => void, draw: (time: number) => void}} Classroom */

/**
 * @typedef {object} Load what comes when it is asked for
 * @property {import("./views.js").LoadSpace} space
 * @property {() => Promise<typeof import("./extras.js")>} extras
 * @property {() => Promise<typeof import("./cloudpart.js")>} [cloud]
 * @property {() => Promise<{PARTS: {room: (player: Player) => Classroom}}>} [room] web/room/screen.js
 */

export class Player {
  clock = new Clock();
  slow = new SlowMotion();
  addressBar = new AddressBar();
  hidden = new Hidden();
  /** @type {Race | null} */
  race = null;
  /** @type {Surface | null} */
  surface = null;
  /** Those that are shown. @type {import("../core/payload.js").Run[]} */
  #runs = [];
  /** Runs the race here, where that is possible. @type {Live | null} */
  live = null;
  ghost = new Ghost();
  #session = "";
  #dirty = true;
  #fresh = false; // a race that no frame has shown yet

  /**
   * @param {ParentNode & Node} parent
   * @param {import("./requests.js").Send | null} send tells the server what the visitor sets, and asks
   *   it for races that cannot run here; null where there is no server
   * @param {Load} load
   */
  constructor(parent, send, load) {
    this.load = load;
    /** What a lesson asks the page for; without a page it does nothing. */
    this.tell = (/** @type {import("./lesson.js").Wish} */ _) => {};
    this.changes = new Changes(this, send);
    this.root = build();
    parent.append(
      element(
        "style",
        {},
        coloursCss,
        css,
        fullscreenCss,
        spaceCss,
        entrantsCss,
        promptsCss,
        compareCss,
        touchCss,
        forcedCss,
      ),
      this.root,
    );
    const changed = () => this.redraw();
    const find = (/** @type {string} */ name) => /** @type {any} */ (this.root.querySelector(name));
    this.topView = new TopView(this.root, changed);
    const choose = (/** @type {[number, number]} */ point, /** @type {boolean} */ done) =>
      this.changes.start(point, done);
    this.zoom = new Zoom(this);
    this.handles = [new StartHandle(this.topView, this.topView.trails.canvas, choose)];
    this.views = new Views(this.root, this.topView, changed, load, (space) => {
      const handle = new StartHandle(space, null, choose);
      handle.allow(this.changes.possible);
      this.handles.push(handle);
    });
    this.chart = new Chart(find(".curves"), (time) => this.#seek(time), changed);
    this.where = new Where(this);
    this.controls = new Controls(find(".controls"), this.clock, () => this.#byHand(), this.slow);
    this.inspector = new Inspector(find(".inspector"), changed);
    this.legend = new Legend(find(".legend"), this);
    find(".key").append(this.legend.marks.root);
    this.numbers = new Numbers(find(".numbers"), (...put) => this.changes.put(...put));
    this.prompts = new Prompts(find(".prompts"), this);
    this.onDemand = new OnDemand(this);
    this.tools = new Tools(this);
    this.beside = new Beside(this);
    this.comparison = new Comparison(find(".comparison"), this);
    this.story = new Story(find(".story"), find(".told"), (sentence) => this.#show(sentence));
    this.lesson = new Lesson(
      this.root,
      (wish) => this.tell(wish),
      (lesson) => this.#fetchSlide(lesson),
    );
    this.caption = find(".caption");
    this.words = new Words(this.root);
    this.theme = themeOf(this.root);
    this.clock.playing = !matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.#listen();
    this.frames = new Frames(
      this.root,
      (now, seconds) => this.#frame(now, seconds),
      () => this.redraw(),
    );
  }

  /**
   * Show another race; what the visitor chose (speed, play state, which runs are hidden) stays.
   * @param {Content} content
   */
  receive(content) {
    performance.mark("optviz: received");
    if (content.surface) surfaces.set(content.surface.key, content.surface);
    const came = surfaces.get(content.race.surface);
    if (!came) return this.changes.askWhole(content.race);
    const before = this.race;
    const forgot = before !== null && content.session !== this.#session; // the server was started again
    if (before && !forgot && this.changes.requests.isStale(content.serial)) return;
    this.#session = content.session;
    this.changes.receive(before, forgot, () => {
      this.race = content.race;
      this.live = Live.of(content.race, came);
    });
    const surface = (this.surface = this.live?.surface ?? came);
    for (const handle of this.handles) handle.allow(this.changes.possible);
    const elsewhere = before?.family !== content.race.family;
    const moved = !before || before.start.some((value, i) => value !== content.race.start[i]);
    this.clock.fit(content.race.steps);
    if ((elsewhere || moved) && before) this.clock.seek(0);
    const turned = this.lesson.show(content.race.lesson, content.race.runs);
    if ((!before || turned || elsewhere) && content.race.at !== null) this.#stand(content.race.at);
    if (turned) this.ghost.clear();
    const { stops, cloud, seeds, lesson } = content.race;
    if (elsewhere || !sameSlide(lesson, before?.lesson)) {
      this.clock.stops = stops;
      if (stops.length || this.onDemand.made.teacher) this.onDemand.use("teacher", (teacher) => teacher.begin());
      if (cloud) this.onDemand.use("cloud", (part) => part.begin(cloud));
      if (seeds.length) this.onDemand.use("seeds", (part) => part.begin(seeds));
    }
    this.slow.stop();
    this.zoom.allow(this.live);
    this.views.show(surface, content.race, elsewhere);
    this.chart.show(surface, content.race);
    this.numbers.show(content.race, surface, this.live !== null && !content.race.lesson);
    this.prompts.receive(content.race, elsewhere);
    this.#showRuns(surface, content.race, elsewhere);
    this.haunt();
    if (turned) this.#stage(content.race.lesson);
    this.story.tell(content.race.story);
    this.words.tell(surface.name, content.race, this.changes.own, this.lesson.asks);
    const { room } = content;
    if (room) this.onDemand.use("room", (part) => part.show(room));
    this.#fresh = true;
    this.redraw();
  }

  /**
   * Other runs than before.
   * @param {Surface} surface
   * @param {Race} race
   * @param {boolean} elsewhere whether on another surface
   */
  #showRuns(surface, race, elsewhere) {
    this.#runs = race.runs;
    this.hidden.single = "";
    this.legend.show(race, surface);
    this.inspector.show(race, surface.axes);
    this.tools.show(quantitiesOf(race), elsewhere, surface);
  }

  /** Another race was the one before, or it is shown otherwise. */
  haunt() {
    this.beside.show(this.ghost.before);
    this.onDemand.made.cloud?.changed();
    this.onDemand.made.seeds?.changed();
    this.comparison.tell();
    const { before, runs } = this.ghost;
    const here = before?.race.parameter === this.race?.parameter;
    if (!here) for (const run of runs) delete run.curvature; // programs tell that of the present ground
    this.views.haunt(runs, here);
    this.chart.haunt(runs);
    this.redraw();
  }

  /** An entrant has another name: what was chosen of it stays. @param {string} before @param {string} name */
  renamed(before, name) {
    if (this.hidden.delete(before)) this.hidden.add(name);
    const { chosen } = this.inspector;
    chosen.forEach((each, place) => (chosen[place] = each === before ? name : each));
  }

  /**
   * What a lesson's step shows, and whether it runs.
   * @param {import("../core/payload.js").Lesson | null} lesson
   */
  #stage(lesson) {
    if (!lesson) return;
    this.tools.showOnly([...lesson.shows, ...(this.race?.views ?? [])]);
    this.clock.playing = lesson.plays;
    this.hidden.clear();
  }

  /** @param {Lesson} lesson */
  async #fetchSlide(lesson) {
    try {
      const { Slide } = await this.load.extras();
      if (!lesson.slide) lesson.begin(new Slide(lesson, this));
    } catch {
      this.words.warn("The lesson's words could not be loaded. Reload the page to try again.");
    }
    this.redraw();
  }

  /** Stand at a step. @param {number} step */
  #stand(step) {
    this.clock.playing = false;
    this.clock.seek(step);
  }

  /** The page may have another theme or size now. */
  retheme() {
    this.theme = themeOf(this.root);
    for (const part of [this.views, this.beside, this.chart, this.legend, this.lesson]) part.refresh();
    this.redraw();
  }

  redraw() {
    this.#dirty = true;
    this.frames?.go(); // there are none yet while it is made
  }

  /** @param {number} place of the optimizer in the legend */
  toggleRun(place) {
    const name = this.race?.runs[place]?.name;
    if (!name) return;
    if (!this.hidden.delete(name)) this.hidden.add(name);
    this.#hiddenChanged();
  }

  /** Have all others stand back from an optimizer. @param {string} name of it; "" for none */
  singleOut(name) {
    if (this.hidden.single === name) return;
    this.hidden.single = name;
    this.#hiddenChanged();
  }

  /** Play the inspected optimizer's next update in its parts. */
  slowly() {
    if (this.slow.running) return this.slow.stop();
    const [run] = this.inspector.runs;
    const last = run ? lastStep(run) : 0;
    if (!run || last < 1) return;
    this.clock.playing = false;
    this.slow.begin(run, Math.min(this.clock.step, last - 1));
    this.hidden.delete(run.name);
    this.clock.seek(this.slow.step);
    this.redraw();
  }

  /** @param {string} key of a tool in teacher.js */
  teach(key) {
    this.onDemand.use("teacher", (teacher) => teacher.press(key));
  }

  toggleInspector() {
    const { box } = this.inspector;
    box.hidden = !box.hidden;
    if (!box.hidden) requestAnimationFrame(() => box.scrollIntoView({ block: "nearest" })); // once its numbers are there
    this.redraw();
  }

  #listen() {
    this.root.addEventListener("keydown", (event) => this.key(event));
    handPageKeys(this);
    onFullScreen(this.root, () => this.retheme());
    whileThere(matchMedia("(forced-colors: active)"), "change", this, (player) => player.retheme());
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const at = /** @type {Element} */ (event.composedPath()[0]);
    if (takes(at, event.key) || !press(this, event)) return;
    event.preventDefault();
    event.stopPropagation(); // the page has shortcuts of its own
    this.#byHand();
  }

  /** Time was set by hand: slow motion ends. */
  #byHand() {
    if (this.clock.playing || this.clock.time !== this.slow.shown) this.slow.stop();
    else if (this.slow.running) this.clock.seek(this.slow.advance(0));
    this.redraw();
  }

  #hiddenChanged() {
    this.chart.refresh();
    this.redraw();
  }

  /** @param {number} now in ms @param {number} seconds since the last frame */
  #frame(now, seconds) {
    const { time, playing } = this.clock;
    if (this.slow.running) this.#dirty = true;
    const waits = this.changes.choosing;
    if (this.changes.pass(now)) this.#dirty = true;
    if (this.slow.running && !waits) this.clock.seek(this.slow.advance(seconds));
    else if (!waits) this.clock.advance(seconds);
    if (time !== this.clock.time || playing !== this.clock.playing) this.#dirty = true;
    if (this.#dirty) this.draw();
  }

  /** Show the race as it is at this time, now; else the next frame does. */
  draw() {
    if (!this.race) return;
    this.#dirty = false;
    if (this.#fresh) performance.mark("optviz: drawn");
    this.#fresh = false;
    drawAll(this);
  }

  /** @param {number} time in steps */
  #seek(time) {
    this.clock.playing = false;
    this.clock.seek(Math.round(time));
    this.#byHand();
  }

  /**
   * Lead to where a sentence of the story is seen.
   * @param {import("../core/payload.js").Sentence} sentence
   */
  #show({ step, shows }) {
    this.tools.showOnly(shows);
    this.#seek(step);
    this.root.querySelector(".views")?.scrollIntoView({ block: "nearest", behavior: "smooth" });
  }

  /**
   * The race has run again, here: show it.
   * @param {boolean} done whether nothing is held any more: then it is told in words, too
   */
  changed(done) {
    const { race } = this;
    const surface = (this.surface = this.live?.surface ?? this.surface);
    if (!race || !surface) return;
    if (race.steps !== this.clock.steps) this.slow.stop();
    this.clock.fit(race.steps);
    this.views.show(surface, race, false);
    this.chart.show(surface, race);
    this.numbers.show(race, surface, this.live !== null && !race.lesson);
    if (race.runs === this.#runs) {
      this.inspector.refresh();
      if (done) this.legend.show(race, surface);
    } else {
      this.slow.stop();
      const names = race.runs.map(({ name }) => name);
      for (const name of this.hidden) if (!names.includes(name)) this.hidden.delete(name);
      this.#showRuns(surface, race, false);
    }
    if (this.changes.own || this.changes.requests.possible) this.story.outdate(!this.changes.own);
    else this.story.tell(race.story); // all is again as it came
    if (done) this.prompts.check(race);
    this.haunt();
    if (done) this.words.tell(surface.name, race, this.changes.own, this.lesson.asks);
    this.redraw();
  }
}
