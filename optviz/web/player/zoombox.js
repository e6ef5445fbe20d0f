/** A box drawn over the picture by a pointer: what it encloses is seen next. */

import { element } from "../core/dom.js";

/** @typedef {import("../plot/axes.js").Frame} Frame */

const SMALLEST = 8; // pixels; less is a click

/**
 * Follow a pointer that was pressed until it is let go, or Escape is pressed.
 * @param {PointerEvent} pressed
 * @param {HTMLElement} picture over which the box is drawn
 * @param {Frame} frame in its pixels, which the box does not leave
 * @param {(box: Frame) => void} done called with the box in its pixels, unless it was cancelled
 */
export function drawBox(pressed, picture, frame, done) {
  const { left, top } = picture.getBoundingClientRect();
  const placeOf = (/** @type {PointerEvent} */ { clientX, clientY }) =>
    /** @type {[number, number]} */ ([
      Math.max(frame.left, Math.min(frame.right, clientX - left)),
      Math.max(frame.top, Math.min(frame.bottom, clientY - top)),
    ]);
  const begin = placeOf(pressed);
  let box = boxOf(begin, begin, frame);
  const shown = element("div", { class: "zoombox" });
  picture.append(shown);
  picture.setPointerCapture(pressed.pointerId);
  const ended = new AbortController();
  const listening = { signal: ended.signal };
  const end = () => {
    ended.abort();
    shown.remove();
  };
  const follow = (/** @type {PointerEvent} */ moved) => {
    box = boxOf(begin, placeOf(moved), frame);
    Object.assign(shown.style, {
      left: `${box.left}px`,
      top: `${box.top}px`,
      width: `${box.right - box.left}px`,
      height: `${box.bottom - box.top}px`,
    });
  };
  const letGo = () => {
    end();
    if (box.right - box.left >= SMALLEST) done(box);
  };
  const cancel = (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    end();
  };
  picture.addEventListener("pointermove", follow, listening);
  picture.addEventListener("pointerup", letGo, listening);
  picture.addEventListener("pointercancel", end, listening);
  window.addEventListener("keydown", cancel, { ...listening, capture: true });
}

/**
 * With the frame's proportions, so that nothing is distorted: one corner stays, the opposite one follows as far as
 * the frame reaches.
 * @param {[number, number]} corner
 * @param {[number, number]} to
 * @param {Frame} frame
 * @returns {Frame}
 */
export function boxOf([x, y], [toX, toY], { left, top, right, bottom }) {
  const [wide, high] = [right - left, bottom - top];
  const [before, above] = [toX < x, toY < y];
  const wanted = Math.max(Math.abs(toX - x) / wide, Math.abs(toY - y) / high);
  const share = Math.min(wanted, (before ? x - left : right - x) / wide, (above ? y - top : bottom - y) / high);
  const [w, h] = [share * wide, share * high];
  return {
    left: before ? x - w : x,
    right: before ? x : x + w,
    top: above ? y - h : y,
    bottom: above ? y : y + h,
  };
}
