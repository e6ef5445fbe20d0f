/** A page of its own made for a frame: the picture has the height that there is, and says which it would like. */

import css from "./embed.css";

const WIDE = 560; // px, from where on the legend stands beside the picture; as in embed.css
const SHAPE = 0.95; // of a picture beside the legend: its height in its width
const NARROW_SHAPE = 0.8;
const LOWEST = 200; // px
const OPEN = ".view:not([hidden])";

/** Lay it out so. @param {HTMLElement} root of the player */
export function embed(root) {
  const sheet = document.createElement("style");
  sheet.textContent = css;
  document.head.append(sheet);
  document.documentElement.classList.add("embed");
  const fit = () => {
    root.style.setProperty("--ideal", `${ideal(root)}px`);
    root.style.setProperty("--around", `${around(root)}px`);
  };
  new ResizeObserver(fit).observe(document.body);
  addEventListener("resize", fit);
  fit();
}

/** The height that all of it takes with a picture of its best shape. @param {HTMLElement} root */
export function wantedHeight(root) {
  const all = document.body.getBoundingClientRect().height;
  if (!document.documentElement.classList.contains("embed")) return all;
  const { offsetHeight } = part(root, OPEN);
  const rows = Math.round(part(root, ".views").offsetHeight / offsetHeight); // of pictures
  return all + rows * (ideal(root) - offsetHeight);
}

/** @param {HTMLElement} root */
function ideal(root) {
  const shape = root.offsetWidth >= WIDE ? SHAPE : NARROW_SHAPE;
  return Math.max(LOWEST, Math.round(part(root, OPEN).offsetWidth * shape));
}

/** What stands above the picture, and the playback below it. @param {HTMLElement} root */
function around(root) {
  const top = part(root, ".views").getBoundingClientRect().top + scrollY;
  return Math.round(top + part(root, ".controls").offsetHeight + 20);
}

/** @param {HTMLElement} root @param {string} selector @returns {HTMLElement} */
function part(root, selector) {
  return /** @type {HTMLElement} */ (root.querySelector(selector));
}
