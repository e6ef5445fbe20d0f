/** A phone in a room: hears what the server tells, and shows it. */

import { element } from "../core/dom.js";
import { Connection, liveAddress } from "./connection.js";
import { Bar } from "./phonebar.js";
import { Door, codeOf } from "./phonedoor.js";
import { QuestionBox } from "./phonequestion.js";
import { Screen } from "./phonescreen.js";
import { answers, sameAnswer } from "./phonewords.js";

/** @typedef {import("./phonescreen.js").Room} Room */
/** @typedef {import("./told.js").Question} Question */
/** @typedef {import("./phonewords.js").Given} Given */
/** @typedef {import("./connection.js").Message} Message */

export class Phone {
  /** @type {Connection | null} */
  line = null;
  code = "";
  /** @type {{number: number, name: string} | null} */
  you = null;
  /** @type {Room | null} */
  room = null;
  /** On its way to the server. @type {Given | null} */
  #given = null;
  /** The answers that the server holds, by question and round. @type {Map<string, Given>} */
  #held = new Map();

  /**
   * @param {HTMLElement} place
   * @param {string} root the app's address
   * @param {Message} hello who this is
   * @param {() => Promise<import("./phonepicture.js").Built>} built
   */
  constructor(place, root, hello, built) {
    this.root = root;
    this.hello = hello;
    this.bar = new Bar((name) => this.#name(name));
    this.door = new Door((code) => this.#join(code));
    this.question = new QuestionBox((answer) => this.#answer(answer));
    this.screen = new Screen(
      root,
      built,
      () => this.#show(),
      (point) => this.#answer(point),
    );
    this.notice = element("p", { class: "notice", role: "alert", hidden: "" });
    this.inside = element("div", { class: "inside", hidden: "" });
    this.question.root.append(this.screen.outcome);
    this.inside.append(this.screen.words, this.question.root, this.screen.box);
    this.paused = element("p", { class: "paused", hidden: "" }, "Look at the screen");
    place.replaceChildren(this.notice, this.door.root, this.paused, this.inside);
    place.before(this.bar.root);
    this.bar.show(null);
  }

  /** @param {string} code of the address; "" for none */
  begin(code) {
    const known = codeOf(decodeURIComponent(code));
    this.door.root.hidden = known !== "";
    if (known) this.#join(known);
    else this.door.show("", "");
  }

  /** @param {string} code */
  #join(code) {
    this.line?.end();
    this.code = code;
    this.line = new Connection(liveAddress(code, this.root), this.hello, {
      hear: (message) => this.#hear(message),
      turned: (state) => this.#turn(state),
    });
    this.bar.turn(this.line.state);
  }

  /** @param {import("./connection.js").State} state */
  #turn(state) {
    this.bar.turn(this.line?.gone ? "" : state);
    if (state === "connected") this.screen.again();
    this.#show();
  }

  /** @param {Message} message */
  #hear({ you, unnamed, room, at, spot, yours, refused, gone }) {
    if (gone) return this.#leave(gone);
    if (you) this.#enter(you);
    if (this.you && unnamed === this.you.number) this.#enter({ ...this.you, name: "" });
    if (yours !== undefined) this.#hold(yours);
    if (room) this.#turnTo(room);
    if (at) this.screen.stand({ ...at, since: performance.now() });
    if (spot !== undefined) this.screen.point(spot);
    if (refused) this.#refuse();
    if (refused || you || yours) this.#notice(refused ?? "");
    if (you || room || yours || refused || spot !== undefined) this.#show();
  }

  /** @param {{number: number, name: string}} you */
  #enter(you) {
    this.you = you;
    this.bar.show(you);
    this.door.root.hidden = true;
    const address = new URL(`room/${this.code}${location.search}`, this.root);
    if (location.pathname !== address.pathname) history.replaceState(null, "", address); // so that a reload is back
  }

  /** @param {Room} room */
  #turnTo(room) {
    const before = this.room?.question;
    this.room = room;
    if (before?.id !== room.question?.id || before?.round !== room.question?.round) this.#notice("");
    if (!answers(this.#given, room.question)) this.#given = null;
  }

  /** Something was not accepted: all is as the server has it. */
  #refuse() {
    this.#given = null;
    this.bar.show(this.you);
  }

  /** @param {Given | null} yours null where the server holds none to the question that is asked */
  #hold(yours) {
    const question = this.room?.question;
    if (!yours) return void (question && this.#held.delete(keyOf(question.id, question.round)));
    this.#held.set(keyOf(yours.question, yours.round), yours);
    if (sameAnswer(yours, this.#given)) this.#given = null;
  }

  /** There is no such room, or none any more. @param {string} why */
  #leave(why) {
    this.you = this.room = null;
    this.bar.show(null);
    this.bar.turn("");
    this.screen.close();
    this.#show();
    this.door.root.hidden = false;
    this.door.show(this.code, why);
  }

  /** @param {string} name */
  #name(name) {
    this.line?.entrust({ op: "name", name });
    if (this.you) this.bar.show({ ...this.you, name });
  }

  /** @param {any} answer */
  #answer(answer) {
    const question = this.room?.question;
    if (!question?.open) return;
    this.#given = { question: question.id, round: question.round, answer };
    // By a clock that never goes back: an answer that was under way when the line broke must not undo a later one.
    const at = Math.round(performance.timeOrigin + performance.now());
    this.line?.entrust({ op: "answer", at, ...this.#given });
    this.#show();
  }

  /** @param {string} sentence or nothing */
  #notice(sentence) {
    this.notice.textContent = sentence;
    this.notice.hidden = !sentence;
  }

  #show() {
    const { room, you } = this;
    this.paused.hidden = !room?.paused;
    this.inside.hidden = !room || room.paused;
    if (!room || !you) return;
    const { question, results } = room;
    const rounds = this.#rounds(question);
    const held = rounds[(question?.round ?? 0) - 1];
    this.screen.show(this.code, room, you.number, this.#given?.answer ?? held);
    const connected = this.line?.state === "connected";
    const now = { held: this.#heldFor(question), given: this.#given };
    this.question.show(question, results, { ...now, rounds }, connected, this.screen.picture);
    this.screen.allow(question);
  }

  /** The phone's answers to the rounds of a question so far. @param {Question | null} question @returns {any[]} */
  #rounds(question) {
    if (!question) return [];
    return Array.from({ length: question.round }, (_, k) => this.#held.get(keyOf(question.id, k + 1))?.answer);
  }

  /** @param {Question | null} question */
  #heldFor(question) {
    return (question && this.#held.get(keyOf(question.id, question.round))) ?? null;
  }
}

/** @param {number} question @param {number} round */
function keyOf(question, round) {
  return `${question}/${round}`;
}
