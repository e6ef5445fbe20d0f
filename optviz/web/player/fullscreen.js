/** The player on the whole screen, with larger type for those who sit at the back. */

const [LEAST, MOST] = [1.1, 2.2]; // how much larger than at a desk
const [WIDE, HIGH] = [1100, 640]; // the screen that a scale of 1 would be for, in pixels

/** @param {HTMLElement} root */
export function toggleFullScreen(root) {
  if (document.fullscreenElement) document.exitFullscreen();
  else root.requestFullscreen().catch(() => {}); // refused: the page stays as it is
}

/**
 * Have the type grow with the screen.
 * @param {HTMLElement} root
 * @param {() => void} changed everything has another size
 */
export function onFullScreen(root, changed) {
  const fit = () => {
    const large = root.matches(":fullscreen");
    const scale = large ? Math.max(LEAST, Math.min(MOST, innerWidth / WIDE, innerHeight / HIGH)) : 1;
    root.style.setProperty("--scale", String(scale));
    changed();
  };
  root.addEventListener("fullscreenchange", () => {
    fit();
    if (!root.matches(":fullscreen")) return removeEventListener("resize", fit);
    addEventListener("resize", fit);
    root.focus();
  });
}
