/** The scenes as small pictures: a button with the one that is shown, and a window with all of them. */

import { element, icon } from "../core/dom.js";
import { themeOf } from "../core/theme.js";
import coloursCss from "../core/colours.css";
import css from "./gallery.css";

/** @typedef {{key: string, name: string, about: string, mark?: string}} Card with what stands for its picture */

/**
 * @typedef {object} Offer
 * @property {{title: string, scenes: Card[]}[]} groups
 * @property {string} shown the key of the scene that is shown
 * @property {string} version of the pictures
 */

const CLOSE = "M6.4 5 12 10.6 17.6 5 19 6.4 13.4 12 19 17.6 17.6 19 12 13.4 6.4 19 5 17.6 10.6 12 5 6.4z";

const SLIDERS = "M4 6h9v2H4zm13 0h3v2h-3zM4 16h3v2H4zm7 0h9v2h-9zM13 4h2v6h-2zM7 14h2v6H7z";
const SIDEBAR = '[data-testid="stExpandSidebarButton"]'; // of Streamlit, which shows it by two arrows

export class Gallery {
  /** Called with the key of the scene that was chosen. */
  choose = (/** @type {string} */ _) => {};
  /** @type {Offer | null} */
  #offer = null;
  #dark = false; // of the pictures in the window

  /** @param {ParentNode & Node} parent */
  constructor(parent) {
    this.button = element("button", { type: "button", class: "open", "aria-haspopup": "dialog" });
    this.groups = element("div", { class: "groups" });
    const close = element("button", { type: "button", class: "close", "aria-label": "Close" }, icon(CLOSE));
    const head = element("header", {}, element("h2", {}, "Scenes"), close);
    this.window = element("dialog", { "aria-label": "Scenes" }, head, this.groups);
    const settings = element(
      "button",
      { type: "button", class: "settings", title: "All settings", "aria-label": "All settings" },
      icon(SLIDERS),
    );
    settings.addEventListener("click", () =>
      /** @type {HTMLElement | null} */ (document.querySelector(SIDEBAR))?.click(),
    );
    this.root = element("div", { class: "gallery" }, this.button, settings, this.window);
    parent.append(element("style", {}, coloursCss, css), this.root);
    this.button.addEventListener("click", () => this.#open());
    close.addEventListener("click", () => this.window.close());
    this.window.addEventListener("click", ({ target }) => {
      if (target === this.window) this.window.close(); // beside what is in it
    });
  }

  /** @param {Offer} offer */
  show(offer) {
    const { dark } = themeOf(this.root);
    const known = this.#offer?.shown === offer.shown && this.#dark === dark && !this.window.open;
    this.#offer = offer;
    if (known) return; // as after most changes
    this.#dark = dark;
    const card = offer.groups.flatMap(({ scenes }) => scenes).find(({ key }) => key === offer.shown);
    if (!card) return;
    const words = element("span", {}, "Scenes");
    this.button.replaceChildren(this.#picture(card), words);
    if (this.window.open) this.#fill(offer);
    else this.groups.replaceChildren(); // made anew when they are looked at
  }

  /** Pictures are fetched when they are looked at for the first time. */
  #open() {
    if (!this.#offer) return;
    this.#fill(this.#offer);
    this.window.showModal();
    const shown = /** @type {HTMLElement | null} */ (this.groups.querySelector("[aria-current]"));
    shown?.focus();
  }

  /** @param {Offer} offer */
  #fill(offer) {
    const groups = offer.groups.map(({ title, scenes }) =>
      element(
        "section",
        {},
        element("h3", {}, title),
        element("ul", {}, ...scenes.map((card) => element("li", {}, this.#card(card)))),
      ),
    );
    this.groups.replaceChildren(...groups);
  }

  /** @param {Card} card */
  #card(card) {
    const { key, name, about } = card;
    const made = element(
      "button",
      { type: "button", class: "card", "data-scene": key },
      this.#picture(card),
      element("strong", {}, name),
      element("span", {}, about),
    );
    if (key === this.#offer?.shown) made.setAttribute("aria-current", "true");
    made.addEventListener("click", () => {
      this.window.close();
      if (key !== this.#offer?.shown) this.choose(key);
    });
    return made;
  }

  /** @param {Card} card */
  #picture({ key, mark }) {
    if (mark) return element("span", { class: "picture", "aria-hidden": "true" }, mark);
    const theme = this.#dark ? "dark" : "light";
    const address = new URL(`thumbnails/${key}-${theme}.webp?v=${this.#offer?.version}`, document.baseURI);
    return element("img", {
      class: "picture",
      src: address.href,
      alt: "",
      loading: "lazy",
      width: "240",
      height: "160",
    });
  }
}
