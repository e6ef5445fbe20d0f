/** Keys that act where nothing on the page has the focus, as when it has just been opened. */

import { keep, kept } from "../core/kept.js";
import { whileThere } from "../core/listen.js";

/** @typedef {import("./player.js").Player} Player */

const KEPT = "keys need a click"; // the name under which a browser keeps whether they do
const AREAS = ["BODY", "MAIN", "SECTION"]; // that a click in nothing gives the focus to
const SCROLLS = ["Home", "End"]; // the page does so with these
const ELSEWHERE = ".framed *"; // in a frame of another page, whose keys they are until a click

/** Whether they act: single letters may be in the way of those who speak to their computer. */
export function actsOnPage() {
  return kept(KEPT) !== "yes";
}

/** @param {boolean} acts */
export function setActsOnPage(acts) {
  keep(KEPT, acts ? "no" : "yes");
}

/** Hand a player the page's keys, as long as there is that player. @param {Player} player */
export function handPageKeys(player) {
  whileThere(document, "keydown", player, (player, event) => {
    const { activeElement } = document;
    const free = !activeElement || AREAS.includes(activeElement.tagName);
    if (event.defaultPrevented || !free || !player.root.checkVisibility() || !actsOnPage()) return;
    if (!SCROLLS.includes(event.key) && !player.root.matches(ELSEWHERE)) player.key(event);
  });
}
