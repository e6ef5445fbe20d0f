/** The player on the whole screen, with larger type for those who sit at the back. */

const [LEAST, MOST] = [1.25, 2.2]; // how much larger than at a desk

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
  root.addEventListener("fullscreenchange", () => {
    const large = root.matches(":fullscreen");
    const scale = large ? Math.max(LEAST, Math.min(MOST, innerWidth / 1000)) : 1;
    root.style.setProperty("--scale", String(scale));
    if (large) root.focus();
    changed();
  });
}
