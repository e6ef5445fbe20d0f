/** The page around a frame: whether it is light or dark, when that may change, and how high the frame may be. */

/**
 * As the ground below an element, else as its text, which is light on dark. Outside the page, where there is neither,
 * it is light.
 * @param {Element} element
 */
export function themeAround(element) {
  for (let each = /** @type {Element | null} */ (element); each; each = each.parentElement) {
    const [red, green, blue, alpha = 1] = numbers(getComputedStyle(each).backgroundColor);
    if (blue !== undefined && alpha > 0.5) return isLight(red, green, blue) ? "light" : "dark";
  }
  const [red, green, blue] = numbers(getComputedStyle(element).color);
  return isLight(red, green, blue) ? "dark" : "light";
}

/** @param {string} colour as computed @returns {number[]} */
function numbers(colour) {
  return colour.match(/[\d.]+/g)?.map(Number) ?? [];
}

/** @param {number} red @param {number} green @param {number} blue of 255 */
function isLight(red, green, blue) {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue >= 128;
}

/**
 * Have something called whenever the page may have another theme.
 * @param {() => void} tell
 * @returns {() => void} ends it
 */
export function whenThemed(tell) {
  const watch = new MutationObserver(tell);
  const system = matchMedia("(prefers-color-scheme: dark)");
  for (const each of [document.documentElement, document.body]) watch.observe(each, { attributes: true });
  system.addEventListener("change", tell);
  return () => {
    watch.disconnect();
    system.removeEventListener("change", tell);
  };
}

const [LEAST, MOST] = [120, 20000]; // px

/** Whether a height that a frame asks for is believed. @param {number} height px */
export function isHeight(height) {
  return height >= LEAST && height <= MOST;
}

/** Tell a frame the theme of the page around it. @param {HTMLIFrameElement} frame @param {Element} around */
export function tellTheme(frame, around) {
  frame.contentWindow?.postMessage({ type: "optviz:theme", theme: themeAround(around) }, "*");
}
