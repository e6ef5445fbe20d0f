/** Beside a frame in a notebook's output: it gets the notebook's theme, and the height that it wants. */

import { isHeight, tellTheme, whenThemed } from "./around.js";

/** The frame has been loaded. @param {HTMLIFrameElement} frame with a picture before it, or none */
export function beside(frame) {
  const page = frame.contentWindow;
  const tell = () => {
    if (frame.contentWindow !== page) return end(); // it was taken out, or loaded again
    tellTheme(frame, frame);
  };
  const hear = (/** @type {MessageEvent} */ { source, data }) => {
    if (source !== page || data?.type !== "optviz:height") return;
    const height = Number(data.height);
    if (isHeight(height)) frame.style.height = `${height}px`;
    const picture = frame.previousElementSibling;
    if (picture instanceof HTMLImageElement) picture.style.visibility = "hidden"; // for screen readers, too
    tell();
  };
  const stop = whenThemed(tell);
  const end = () => {
    stop();
    window.removeEventListener("message", hear);
  };
  window.addEventListener("message", hear); // by its name, for in an onload text the frame itself comes first
  tell();
}
