/**
 * A page in a frame of another one, and what the two tell each other. It tells its height and that Escape gives the
 * focus back; it is told a theme. What comes is data, of which a known word is used and nothing else.
 */

/** @typedef {import("./player.js").Player} Player */

const HEIGHT = "optviz:height";
const LEFT = "optviz:left";
const THEME = "optviz:theme";

export const framed = () => window !== window.parent;

/**
 * Tell the page around how much height this one has use for, now and whenever that changes.
 * @param {() => number} height in pixels
 */
export function tellHeight(height) {
  let told = 0;
  const tell = () => {
    const now = Math.ceil(height());
    if (Math.abs(now - told) < 1) return;
    told = now;
    parent.postMessage({ type: HEIGHT, height: now }, "*"); // a height is no secret
  };
  new ResizeObserver(tell).observe(document.body);
  addEventListener("resize", tell);
  tell();
}

/** Have Escape give the focus back to the page around. @param {Player} player */
export function leaveByEscape(player) {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented || document.fullscreenElement) return;
    const typed = /** @type {Element} */ (event.target).matches("input:not([type=range]), select");
    if (typed || player.root.querySelector(":popover-open")) return;
    /** @type {HTMLElement | null} */ (document.activeElement)?.blur();
    parent.focus();
    parent.postMessage({ type: LEFT }, "*");
  });
}

/**
 * @param {(theme: string) => void} use called with what the page around says
 */
export function hearTheme(use) {
  addEventListener("message", ({ source, data }) => {
    if (source === parent && data?.type === THEME && typeof data.theme === "string") use(data.theme);
  });
}
