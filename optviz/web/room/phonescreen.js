/** What a phone shows of the teacher's screen: the words of the slide and its race. */

import { element } from "../core/dom.js";
import { Picture } from "./phonepicture.js";
import { ClassRace } from "./phonerace.js";

/**
 * @typedef {object} Shown
 * @property {string} data names the race; "" while a question hides it
 * @property {string} title of the lesson, or of the scene
 * @property {string} heading of the slide
 * @property {string} text of the slide
 * @property {number} slide its number, from 1; 0 outside a lesson
 * @property {number} slides how many there are
 */
/** @typedef {import("./told.js").Room & {shown: Shown | null}} Room */
/** @typedef {import("./told.js").Question} Question */
/** @typedef {import("./phonepicture.js").Built} Built */
/** @typedef {import("./phonepicture.js").Mode} Mode */
/** @typedef {[number, number]} Point */

const BEGIN = { step: 0, playing: false, speed: 25, since: 0 };
const AGAIN = 4000; // ms after which a race that did not come is asked for again

export class Screen {
  /** @type {Picture | null} */
  picture = null;
  /** @type {import("./phonefollow.js").At | null} */
  #at = null;
  /** @type {Point | null} */
  #spot = null;
  #wanted = "";
  #retry = 0;
  /** The latest race's bytes, by their name. @type {{id: string, bytes: Uint8Array | null}} */
  #latest = { id: "", bytes: null };
  /** @type {Built | null} */
  #script = null;
  /** @type {Room | null} */
  #room = null;
  #code = "";

  /**
   * @param {string} root the app's address
   * @param {() => Promise<Built>} built the player's script
   * @param {() => void} changed there is another picture
   * @param {(point: Point) => void} answer
   */
  constructor(root, built, changed, answer) {
    this.root = root;
    this.built = built;
    this.changed = changed;
    this.answer = answer;
    this.words = element("section", { class: "words" });
    this.note = element("p", { class: "note", role: "status" });
    this.raced = element("div", {});
    /** What came of the class's race; it belongs below its question. */
    this.outcome = element("div", { class: "outcome", role: "status" });
    this.classRace = new ClassRace(() => this.changed());
    this.box = element("section", { class: "shown", "aria-label": "The race" }, this.raced, this.note);
    const dark = matchMedia("(prefers-color-scheme: dark)");
    dark.addEventListener("change", () => requestAnimationFrame(() => this.#retheme()));
  }

  /** @param {import("./phonefollow.js").At} at */
  stand(at) {
    this.#at = at;
    this.#follow();
  }

  /** @param {Point | null} spot */
  point(spot) {
    this.#spot = spot;
  }

  /** The line is back: what did not come may come now. */
  again() {
    if (this.#retry) this.#fetch(this.#wanted);
  }

  close() {
    this.#room = null;
    this.#want("");
  }

  /**
   * @param {string} code
   * @param {Room} room
   * @param {number} number the phone's own
   * @param {any} answer its latest to the question, held or not
   */
  show(code, room, number, answer) {
    this.#code = code;
    this.#room = room;
    this.#tell(room.shown);
    const id = room.shown?.data ?? "";
    if (id !== this.#wanted) this.#want(id);
    this.classRace.follow(room, this.picture, number);
    if (this.picture && this.picture.mode !== this.#mode()) this.#make();
    this.outcome.replaceChildren(...this.classRace.words.map((words) => element("p", {}, words)));
    this.note.textContent = this.#noteNow(id);
    this.#mark(room, answer);
    this.#follow();
  }

  /** @param {string} id of the race that is shown; "" for none */
  #noteNow(id) {
    const { question, shown } = /** @type {Room} */ (this.#room);
    if (this.#retry) return "The race has not come yet; this page goes on asking for it.";
    if (id) return this.picture ? "" : "The race is on its way…";
    return shown && question && !question.revealed ? "The race comes after the question." : "";
  }

  /** @param {Room} room @param {any} answer */
  #mark({ question, results }, answer) {
    const points = (question?.revealed && results.at(-1)?.points) || [];
    const own = question?.kind === "point" ? (answer ?? null) : null;
    const marks = this.picture?.marks;
    marks?.show({ spot: this.#spot, points });
    if (question?.kind !== "race" || question.revealed) marks?.show({ own });
  }

  /** Let points be chosen where that is asked for. @param {Question | null} question */
  allow(question) {
    if (question?.kind === "race" && !question.revealed) return; // its form does
    const taps = question?.kind === "point" && question.open;
    this.picture?.marks.allow(taps ? this.answer : null, "Where does it end?");
  }

  /** @param {Room["shown"]} shown */
  #tell(shown) {
    const told = JSON.stringify(shown && { ...shown, data: "" });
    if (told === this.words.dataset.told) return;
    this.words.dataset.told = told;
    if (!shown) return this.words.replaceChildren(element("p", {}, "Your teacher has shown nothing yet."));
    const { title, heading, text, slide, slides } = shown;
    const place = slides ? `${title}, ${slide} of ${slides}` : title;
    const parts = [
      heading && title ? element("p", { class: "title" }, place) : null,
      element("h1", {}, heading || title),
      text ? element("p", { class: "text" }, text) : null,
    ];
    this.words.replaceChildren(...parts.filter((each) => each !== null));
  }

  /** @param {string} id of a race; "" for none */
  #want(id) {
    this.#wanted = id;
    this.classRace.clear();
    this.picture?.end();
    this.picture = null;
    clearTimeout(this.#retry);
    this.#retry = 0;
    if (id) this.#fetch(id);
  }

  /** @param {string} id */
  async #fetch(id) {
    clearTimeout(this.#retry);
    try {
      const [script, bytes] = await Promise.all([this.built(), this.#bytes(id)]);
      if (id !== this.#wanted) return;
      this.#latest = { id, bytes };
      this.#script = script;
      this.#retry = 0;
      this.#make();
    } catch (problem) {
      if (id !== this.#wanted) return;
      console.warn(problem);
      this.#retry = window.setTimeout(() => this.#fetch(id), AGAIN);
    }
    this.changed();
  }

  /** @param {string} id */
  async #bytes(id) {
    if (id === this.#latest.id && this.#latest.bytes) return this.#latest.bytes;
    const answer = await fetch(new URL(`room/${this.#code}/shown/${id}`, this.root));
    if (!answer.ok) throw new Error(`the race did not come: ${answer.status}`);
    return new Uint8Array(await answer.arrayBuffer());
  }

  /** What the phone may do with the race now. @returns {Mode} */
  #mode() {
    const { question, free } = /** @type {Room} */ (this.#room);
    if (this.classRace.content) return "own";
    return free && (!question || question.revealed || question.kind === "choose") ? "free" : "led";
  }

  /** Make the picture for what is there now. */
  #make() {
    const { bytes } = this.#latest;
    if (!bytes || !this.#script || !this.#room) return;
    const mode = this.#mode();
    const content = (mode === "own" && this.classRace.content) || this.#unpacked(this.#script, bytes);
    this.picture?.end();
    this.picture = new Picture(this.raced, this.#script, content, mode);
  }

  /** A race of its own for each player, which may change it. @param {Built} script @param {Uint8Array} bytes */
  #unpacked(script, bytes) {
    const content = script.unpack(bytes);
    script.complete(content);
    return content;
  }

  /** Stand where the teacher's stands; where a race ends is asked at its start. */
  #follow() {
    const question = this.#room?.question;
    const at = question?.kind === "point" && !question.revealed ? BEGIN : this.#at;
    if (at) this.picture?.follow?.tell(at);
  }

  #retheme() {
    this.picture?.player.retheme();
    this.picture?.marks.draw();
  }
}
