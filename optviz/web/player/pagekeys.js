/** Keys that act where nothing on the page has the focus, as when it has just been opened. */

/** @typedef {import("./player.js").Player} Player */

const KEPT = "optviz: keys need a click"; // the name under which a browser keeps that they do
const AREAS = ["BODY", "MAIN", "SECTION"]; // that a click in nothing gives the focus to
const SCROLLS = ["Home", "End"]; // the page does so with these,
const TURNS = ["PageUp", "PageDown"]; // and with these if it has no slides to turn

/** Whether they act: single letters may be in the way of those who speak to their computer. */
export function actsOnPage() {
  try {
    return localStorage.getItem(KEPT) === null;
  } catch {
    return true; // pages in files and frames may keep nothing
  }
}

/** @param {boolean} acts */
export function setActsOnPage(acts) {
  try {
    if (acts) localStorage.removeItem(KEPT);
    else localStorage.setItem(KEPT, "yes");
  } catch {
    // it holds for none, then
  }
}

/** Hand a player the page's keys, as long as there is that player. @param {Player} player */
export function handPageKeys(player) {
  const held = new WeakRef(player);
  document.addEventListener("keydown", function hear(event) {
    const player = held.deref();
    if (!player) return document.removeEventListener("keydown", hear);
    const { activeElement } = document;
    const free = !activeElement || AREAS.includes(activeElement.tagName);
    if (event.defaultPrevented || !free || !player.root.checkVisibility() || !actsOnPage()) return;
    const scrolls = SCROLLS.includes(event.key) || (TURNS.includes(event.key) && !player.lesson.content);
    if (!scrolls) player.key(event);
  });
}
