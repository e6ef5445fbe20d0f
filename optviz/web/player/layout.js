/** The player's parts on the page, empty; the modules that own them fill them. */

import { element, icon } from "../core/dom.js";

const ENLARGE = "M4 4h7v2.4H6.4V11H4zM20 20h-7v-2.4h4.6V13H20zM4 20v-7h2.4v4.6H11V20zM20 4v7h-2.4V6.4H13V4z";

/** @returns {HTMLElement} */
export function build() {
  const stage = element(
    "div",
    { class: "stage" },
    element("section", { class: "lesson", "aria-label": "Lesson", hidden: "" }),
    element("div", { class: "prompts", role: "group", "aria-label": "Things to try", hidden: "" }),
    element("div", { class: "pair" }, views(), side()),
    element("div", { class: "controls", role: "group", "aria-label": "Playback" }),
    element(
      "div",
      { class: "chart" },
      element("div", { class: "quantities", role: "group", "aria-label": "Chart" }),
      element("div", { class: "curves" }),
    ),
    element("p", { class: "notice", role: "status", hidden: "" }),
    tools(),
    element("div", { class: "inspector", hidden: "" }),
    element("div", { class: "story", hidden: "" }),
    element("p", { class: "summary" }),
  );
  const told = element("div", { class: "told", hidden: "" });
  const turns = element("nav", { class: "turns", "aria-label": "Slides", hidden: "" });
  const label = "Race of optimizers; press ? for the keys";
  return element("div", { class: "player", tabindex: "-1", role: "region", "aria-label": label }, stage, turns, told);
}

/** What races, in words. */
function side() {
  return element(
    "div",
    { class: "side" },
    element(
      "div",
      { class: "key" },
      element("div", { class: "numbers", role: "group", "aria-label": "Numbers of the race", hidden: "" }),
    ),
    element("div", { class: "legend", role: "group", "aria-label": "Optimizers" }),
  );
}

/** Pictures of the race, side by side. */
function views() {
  const above = element(
    "div",
    { class: "picture view", "data-view": "above" },
    element("canvas", { class: "ground" }),
    element("canvas", { class: "trails", role: "img", "aria-label": "The race on the surface, from above" }),
    element("span", { class: "start", "aria-hidden": "true" }),
    element("output", { class: "caption", "aria-live": "off", hidden: "" }),
  );
  return element(
    "div",
    { class: "views" },
    above,
    element("div", { class: "space view", "data-view": "space", hidden: "" }),
    element("div", { class: "samples view", "data-view": "samples", hidden: "" }),
  );
}

/** Switches for what is shown. */
function tools() {
  return element(
    "div",
    { class: "tools" },
    element("div", {
      class: "comparison",
      role: "group",
      "aria-label": "The race before your last change",
      hidden: "",
    }),
    element("div", { class: "switches", "data-group": "views", role: "group", "aria-label": "Views" }),
    element("div", { class: "switches", "data-group": "glyphs", role: "group", "aria-label": "Arrows and marks" }),
    element("div", { class: "switches", "data-group": "more", role: "group", "aria-label": "More" }),
  );
}

/**
 * A button that is on or off.
 * @param {string} label
 * @param {(on: boolean) => void} act
 */
export function toggle(label, act) {
  const made = element("button", { type: "button", "aria-pressed": "false" }, label);
  made.addEventListener("click", () => act(made.getAttribute("aria-pressed") !== "true"));
  return made;
}

/** @param {() => void} act */
export function fullScreenButton(act) {
  return iconButton(ENLARGE, "Full screen (F)", act);
}

/**
 * @param {string} path
 * @param {string} title with the key in brackets
 * @param {() => void} act
 */
export function iconButton(path, title, act) {
  const label = title.replace(/ \(.*\)/, "");
  const made = element("button", { type: "button", class: "icon", title, "aria-label": label }, icon(path));
  made.addEventListener("click", act);
  return made;
}
