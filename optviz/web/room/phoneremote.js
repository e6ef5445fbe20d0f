/** The teacher's own phone: it turns the slides, plays and steps the race, and leads the vote. */

import { element } from "../core/dom.js";
import { Connection, liveAddress } from "./connection.js";
import { Bar } from "./phonebar.js";

/** @typedef {import("./phonescreen.js").Room} Room */
/** @typedef {import("./told.js").Question} Question */
/** @typedef {import("./connection.js").Message} Message */

/** What the screen does, its words and a class. @type {[string, string, string][]} */
const STEERS = [
  ["back", "Back", "half"],
  ["next", "Next", "half main"],
  ["play", "Play", "whole main"],
  ["start", "To the start", "third"],
  ["backward", "Step back", "third"],
  ["forward", "Step on", "third"],
];

/** What can be done about a question, and when. @type {[string, string, (question: Question) => boolean][]} */
const LEADS = [
  ["close", "Close the vote", ({ open }) => open],
  ["again", "Vote again", ({ open, revealed, round }) => !open && !revealed && round === 1],
  ["reveal", "Reveal", ({ revealed }) => !revealed],
  ["done", "Done with the question", ({ revealed }) => revealed],
];

/** What is on or off. @type {["pause" | "free", string, (room: Room) => boolean][]} */
const SWITCHES = [
  ["pause", "Phones: look at the screen", ({ paused }) => paused],
  ["free", "Phones: try things freely", ({ free }) => free],
];

export class Remote {
  /** @type {Room | null} */
  room = null;
  count = { here: 0, answered: 0 };

  /**
   * @param {HTMLElement} place
   * @param {string} root the app's address
   * @param {string} code of the room
   * @param {string} teacher the token of those who steer
   */
  constructor(place, root, code, teacher) {
    this.bar = new Bar(() => {});
    this.bar.show(null);
    this.heading = element("h1", {}, "Your remote");
    this.told = element("p", { class: "note", role: "status" });
    this.notice = element("p", { class: "notice", role: "alert", hidden: "" });
    this.steers = STEERS.map(([does, words, kind]) =>
      button(words, kind, () => this.#tell({ op: "remote", do: does })),
    );
    this.leads = LEADS.map(([op, words]) => button(words, "whole", () => this.#tell({ op })));
    this.switches = SWITCHES.map(([op, words, is]) =>
      button(words, "whole", () => this.room && this.#tell({ op, on: !is(this.room) })),
    );
    this.prompt = element("h2", {});
    this.question = element(
      "section",
      { class: "question" },
      this.prompt,
      element("div", { class: "keys" }, ...this.leads),
    );
    const keys = (/** @type {HTMLElement[]} */ all) => element("div", { class: "keys" }, ...all);
    this.inside = element("div", { class: "remote", hidden: "" });
    this.inside.append(keys(this.steers), this.question, keys(this.switches));
    place.replaceChildren(this.heading, this.told, this.notice, this.inside);
    place.before(this.bar.root);
    this.line = new Connection(
      liveAddress(code, root),
      { op: "hello", teacher },
      {
        hear: (message) => this.#hear(message),
        turned: (state) => this.bar.turn(this.line.gone ? "" : state),
      },
    );
    this.bar.turn(this.line.state);
  }

  /** @param {Message} message */
  #tell(message) {
    this.#warn(this.line.send(message) ? "" : "There is no connection to the server just now.");
  }

  /** @param {Message} message */
  #hear({ you, room, at, count, refused, gone }) {
    if (gone || you?.teacher === false) return this.#leave(gone ?? "This code steers no room.");
    if (room) this.room = room;
    if (count) this.count = count;
    if (at) this.steers[2].textContent = at.playing ? "Pause" : "Play";
    if (refused) this.#warn(refused);
    this.#show();
  }

  /** @param {string} why */
  #leave(why) {
    this.line.end();
    this.bar.turn("");
    this.inside.hidden = true;
    this.told.textContent = "";
    this.#warn(why);
  }

  /** @param {string} sentence or nothing */
  #warn(sentence) {
    this.notice.textContent = sentence;
    this.notice.hidden = !sentence;
  }

  #show() {
    const { room } = this;
    this.inside.hidden = !room;
    if (!room) return;
    const { shown, question } = room;
    this.heading.textContent = shown?.heading || shown?.title || "Your remote";
    this.told.textContent = countWords(this.count, room);
    this.steers[0].hidden = this.steers[1].hidden = !shown?.slides;
    this.question.hidden = !question;
    this.prompt.textContent = question?.prompt ?? "";
    if (question) LEADS.forEach(([, , when], k) => (this.leads[k].hidden = !when(question)));
    SWITCHES.forEach(([, , is], k) => this.switches[k].setAttribute("aria-pressed", String(is(room))));
  }
}

/** @param {{here: number, answered: number}} count @param {Room} room */
function countWords({ here, answered }, { shown, question }) {
  const slide = shown?.slides ? `Slide ${shown.slide} of ${shown.slides}. ` : "";
  const votes = question && !question.revealed ? `, ${answered} answered` : "";
  return `${slide}${here} here${votes}.`;
}

/** @param {string} words @param {string} kind @param {() => void} act */
function button(words, kind, act) {
  const made = element("button", { type: "button", class: kind }, words);
  made.addEventListener("click", act);
  return made;
}
