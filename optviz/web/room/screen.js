/** The screen of a class: what the teacher steers and all see, in the player and so in full screen, too. */

import { element } from "../core/dom.js";
import { forgetRoom, keepRoom, keptRoom } from "../core/roomkey.js";
import { Connection, liveAddress } from "./connection.js";
import css from "./screen.css";
import { ScreenAsk } from "./screenask.js";
import { ScreenBar } from "./screenbar.js";
import { ScreenCode } from "./screencode.js";
import { ScreenFollow } from "./screenfollow.js";
import { ScreenNames } from "./screennames.js";
import { ScreenQuestion } from "./screenquestion.js";
import { ScreenRace } from "./screenrace.js";
import { ScreenSheet } from "./screensheet.js";
import { ScreenSpot } from "./screenspot.js";
import { ScreenStrip } from "./screenstrip.js";
import { mostSaid } from "./tallies.js";

/** @typedef {import("../player/player.js").Player} Player */
/** @typedef {import("./told.js").Key} Key */
/** @typedef {import("./told.js").Gone} Gone */
/** @typedef {import("./told.js").Room} Room */
/** @typedef {import("./told.js").Question} Question */
/** @typedef {import("./screenbar.js").Act} Act */

const ROOT = new URL("..", import.meta.url).href; // scripts/ stands beside room/

export class Screen {
  /** @type {Key | null} */ key = null;
  /** @type {Room | null} */ room = null;
  count = { here: 0, answered: 0 };
  /** @type {Connection | null} */ #line = null;
  #asks = false; // a question is on its way: it closes its form once it is asked

  /** @param {Player} player */
  constructor(player) {
    const { root } = player;
    this.player = player;
    this.bar = new ScreenBar((act) => this.#act(act));
    this.question = new ScreenQuestion((op) => this.#ask(op));
    this.ask = new ScreenAsk(player, (question) => this.#askNew(question));
    this.names = new ScreenNames((number) => this.send({ op: "remove", number }));
    this.race = new ScreenRace(player);
    this.strip = new ScreenStrip();
    this.sheet = new ScreenSheet(player.topView);
    this.spot = new ScreenSpot(player.topView, (point) => {
      this.send({ op: "spot", point });
      player.redraw();
    });
    this.code = new ScreenCode();
    this.refused = element("p", { class: "class-refused", role: "status" });
    this.follow = new ScreenFollow(player.clock, (at) => this.send({ op: "at", ...at }));
    this.root = element("section", { class: "class", "aria-label": "The class", hidden: "" });
    const parts = [this.bar, this.ask, this.names, this.question, this.strip].map(({ root: each }) => each);
    this.root.append(...parts, this.refused, this.code.root);
    root.prepend(element("style", {}, css), this.root);
  }

  /** The room that the page has now. @param {Key | Gone} key */
  show(key) {
    if ("gone" in key) return this.#leave();
    const other = key.code !== this.key?.code;
    const fresh = key.code !== keptRoom()?.code; // it has just been opened
    this.key = key;
    keepRoom(key);
    this.root.hidden = false;
    this.bar.code.textContent = key.code;
    this.code.show(key);
    if (other) this.#enter(key);
    this.#answer();
    if (!fresh) return;
    this.root.scrollIntoView({ block: "center", behavior: "instant" });
    this.code.join();
  }

  /** @param {Key} key */
  #enter({ code, teacher }) {
    this.#line?.end();
    this.room = null;
    const listener = {
      hear: (/** @type {Record<string, any>} */ message) => this.#hear(message),
      turned: (/** @type {import("./connection.js").State} */ state) => this.bar.turn(state),
    };
    this.#line = new Connection(liveAddress(code, ROOT), { op: "hello", teacher }, listener);
    this.bar.turn(this.#line.state);
  }

  /** There is no such room any more. */
  #leave() {
    this.#line?.end();
    this.#line = this.key = this.room = null;
    this.root.hidden = true;
    this.race.show(null, null);
    this.spot.use(false);
    this.code.root.close();
    forgetRoom();
    this.player.redraw();
  }

  /** @param {Record<string, any>} message */
  send(message) {
    const sent = this.#line?.send(message) ?? false;
    if (!sent && message.op !== "at") this.refused.textContent = "There is no connection to the server just now.";
    return sent;
  }

  /** @param {Act} act */
  #act(act) {
    if (act === "code") this.code.join();
    if (act === "remote") this.code.remote();
    if (act === "ask") this.ask.show(!this.ask.open);
    if (act === "names") this.names.root.hidden = !this.names.root.hidden;
    if (act === "point") this.spot.use(!this.spot.on);
    if (act === "pause") this.send({ op: "pause", on: !this.room?.paused });
    if (act === "free") this.send({ op: "free", on: !this.room?.free });
    if (act === "csv") this.send({ op: "csv" });
    if (act === "end") this.send({ op: "end" });
    this.#tell();
  }

  /** @param {import("./screenquestion.js").Op} op about the question that is asked */
  #ask(op) {
    const asked = this.room?.question;
    if (op !== "again" || !asked?.revealed) return this.send({ op });
    const { kind, prompt, budget, starts, rules } = asked; // a race that is run again begins anew
    return this.send({ op: "ask", kind, prompt, budget, starts, rules });
  }

  /** @param {Record<string, any>} question */
  #askNew(question) {
    if (this.send({ op: "ask", ...question })) this.#asks = true;
  }

  /** @param {Record<string, any>} message */
  #hear({ room, count, names, csv, remote, refused, gone }) {
    if (room) this.#turn(room);
    if (names) this.names.show(names);
    if (count) this.count = count;
    if (csv !== undefined) save(`room-${this.key?.code}.csv`, csv);
    if (remote) this.#steer(remote.do);
    this.refused.textContent = refused ?? "";
    if (gone) return this.#end();
    this.#tell();
  }

  /** The server has no such room: the page is told, which has words on it. */
  #end() {
    const { key } = this;
    this.#leave();
    if (key) this.player.tell({ again: key }); // which finds that out, and its page has other buttons then
  }

  /** @param {Room} room */
  #turn(room) {
    const before = this.room;
    this.room = room;
    if (!before) this.follow.forget();
    const { question } = room;
    if (this.#asks && question?.id !== before?.question?.id) {
      this.#asks = false;
      this.ask.clear();
    }
    const fresh = question?.revealed && !(before?.question?.id === question.id && before.question.revealed);
    if (!fresh || !this.#isOfSlide(question) || this.#answer() || question.right || !this.key) return;
    this.player.tell({ again: this.key }); // it was answered by hand: the page tells what is right, as it could not before
  }

  /**
   * Have the slide take what most said for the answer to its question: when the answers are revealed, and once the
   * page came anew from a server that did not hear that.
   * @returns {boolean} whether it does
   */
  #answer() {
    const { player, room } = this;
    const question = room?.question;
    if (!question?.revealed || !this.#isOfSlide(question) || !player.lesson.asks) return false;
    const answer = mostSaid(question.choices, room?.results ?? []);
    if (answer) player.tell({ answer });
    return Boolean(answer);
  }

  /** Whether it is the question of the slide that is shown. @param {Question | null} question */
  #isOfSlide(question) {
    return question?.kind === "choose" && question.prompt === this.player.lesson.content?.question;
  }

  /** Show what is known of the room. */
  #tell() {
    const { room, count } = this;
    const question = room?.question ?? null;
    this.bar.tell(count, question !== null && !question.revealed);
    this.code.tell(`${count.here} here`);
    this.bar.press("pause", room?.paused ?? false);
    this.bar.press("free", room?.free ?? false);
    this.bar.press("ask", this.ask.open);
    this.bar.press("names", !this.names.root.hidden);
    this.bar.press("point", this.spot.on);
    this.question.show(question, room?.results ?? [], count.answered, this.#isOfSlide(question));
    const last = question?.revealed ? room?.results.at(-1) : undefined;
    this.strip.show(last?.values);
    this.race.show(question, last?.entries ?? null);
    this.player.redraw();
  }

  /** Do what a remote asks for. @param {string} what */
  #steer(what) {
    const { lesson, controls, clock } = this.player;
    if (what === "next") lesson.turn(1);
    if (what === "back") lesson.turn(-1);
    if (what === "play") controls.toggle();
    if (what === "forward") controls.move(1);
    if (what === "backward") controls.move(-1);
    if (what === "start") clock.seek(0);
    if (what === "reveal") this.send({ op: "reveal" });
    this.player.redraw();
  }

  /** After every frame of the player. */
  draw() {
    const { room, player } = this;
    if (room && this.#line?.state === "connected") this.follow.follow(performance.now());
    this.race.draw();
    this.strip.draw(player.theme);
    const points = room?.question?.revealed ? (room.results.at(-1)?.points ?? []) : [];
    const time = Math.min(player.clock.time, player.clock.steps);
    this.sheet.draw(this.race.placed, time, points, this.spot.point, player.theme);
  }
}

/** Have the browser save a file. @param {string} name @param {string} text */
function save(name, text) {
  const address = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
  element("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

/** How it is made; see `Load` in player/player.js. */
export const PARTS = { room: (/** @type {Player} */ player) => new Screen(player) };
