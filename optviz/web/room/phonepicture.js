/** The race on a phone: the real player, of which there is as much as the phone may have now. */

import { element } from "../core/dom.js";
import css from "./phoneplayer.css";
import { Follow } from "./phonefollow.js";
import { Marks } from "./phonemarks.js";

/** @typedef {import("../core/payload.js").Content} Content */
/** @typedef {typeof import("../player/main.js")} Built the player's script */

/**
 * What a phone may do with it: in `led` it shows what the teacher's shows, in `own` it plays the phone's own run, in `free` all of it.
 * @typedef {"led" | "own" | "free"} Mode
 */

export class Picture {
  /** @type {Follow | null} */
  follow = null;

  /**
   * @param {Element} place on the page: a player that is made elsewhere does not see the page's colours
   * @param {Built} built
   * @param {Content} content
   * @param {Mode} mode
   */
  constructor(place, built, content, mode) {
    const host = element("div", { class: "race" });
    this.mode = mode;
    this.root = element("div", { class: "picture-box" }, host);
    place.replaceChildren(this.root);
    const shadow = host.attachShadow({ mode: "open" });
    this.content = content;
    this.player = built.alone(shadow);
    shadow.append(element("style", {}, css));
    this.player.root.classList.add(mode);
    this.player.receive(bare(content));
    this.#hold(mode);
    this.marks = new Marks(this.player);
    this.marks.allow(null, "");
    if (mode === "led") this.root.append(this.marks.canvas, element("p", { class: "unseen" }, this.#words()));
  }

  /** @param {Mode} mode */
  #hold(mode) {
    const { root, clock, handles } = this.player;
    if (mode === "free") return;
    for (const handle of handles) handle.allow(false);
    if (mode === "own") return void root.querySelector(".side")?.setAttribute("inert", "");
    root.inert = true;
    clock.playing = false;
    this.follow = new Follow(clock, () => this.player.redraw());
  }

  /** For those who do not see it: while it follows, the player is out of reach. */
  #words() {
    const { race, surface } = this.player;
    const names = race?.runs.map(({ name }) => name).join(", ");
    return `The race as on the teacher's screen, on ${surface?.name}: ${names}.`;
  }

  /** Runs races here, if anything does. */
  get engine() {
    return this.player.live?.engine ?? null;
  }

  /** Why no race runs here; "" where it does. */
  get why() {
    const engine = this.player.surface?.engine;
    if (this.engine || !engine) return "";
    return "why" in engine ? engine.why : "This race is run by Python alone";
  }

  end() {
    this.follow?.end();
    this.marks.end();
    this.root.remove();
  }
}

/** A race without what a phone shows by itself or not at all. @param {Content} content @returns {Content} */
function bare(content) {
  const nothing = { lesson: null, prompts: [], stops: [], cloud: "", at: null, link: "", views: ["above"] };
  return { ...content, race: { ...content.race, ...nothing } };
}
