/** The player on the whole screen, and how large its type is: as chosen by hand, and larger there. */

import { keep, kept } from "../core/kept.js";

const KEPT = "type size"; // the name under which a browser keeps it

const [LEAST, MOST] = [1.1, 2.2]; // how much larger than at a desk for those who sit at the back
const [WIDE, HIGH] = [1100, 640]; // the screen that a scale of 1 would be for, in pixels

/** @param {HTMLElement} root */
export function toggleFullScreen(root) {
  if (document.fullscreenElement) document.exitFullscreen();
  else root.requestFullscreen().catch(() => {}); // refused: the page stays as it is
}

/** The size that was chosen by hand; 1 is that of a desk. @param {HTMLElement} root */
export function typeSize(root) {
  return Number(root.dataset.typeSize ?? kept(KEPT)) || 1;
}

/** @param {HTMLElement} root @param {number} size */
export function setTypeSize(root, size) {
  keep(KEPT, String(size));
  root.dataset.typeSize = String(size); // where the browser keeps nothing
  fit(root);
}

/** @param {HTMLElement} root */
function fit(root) {
  const large = root.matches(":fullscreen");
  const screen = large ? Math.max(LEAST, Math.min(MOST, innerWidth / WIDE, innerHeight / HIGH)) : 1;
  const size = typeSize(root);
  root.classList.toggle("enlarged", size > 1);
  root.style.setProperty("--scale", String(screen * size));
}

/**
 * Have the type grow with the screen.
 * @param {HTMLElement} root
 * @param {() => void} changed everything has another size
 */
export function onFullScreen(root, changed) {
  const refit = () => {
    fit(root);
    changed();
  };
  fit(root);
  root.addEventListener("fullscreenchange", () => {
    refit();
    if (!root.matches(":fullscreen")) return removeEventListener("resize", refit);
    addEventListener("resize", refit);
    root.focus();
  });
}
