/** Double clicks where a single click does something at once: it is taken back. */

const SOON = 500; // ms from one press to the next
const NEAR = 5; // pixels that a hand may tremble

/**
 * @template T
 * @param {HTMLElement} box
 * @param {(event: PointerEvent) => T | null} remember what a click changes, called at each press; null where the press
 *   is not for the box
 * @param {(event: PointerEvent, before: T) => void} act called when the second click is let go, with what was
 *   remembered before the first one
 */
export function onDoubleClick(box, remember, act) {
  /** @typedef {{x: number, y: number, at: number, held: T}} Press */
  /** @type {Press | null} */
  let first = null;
  /** @type {Press | null} */
  let last = null;
  const pressed = (/** @type {PointerEvent} */ event) => {
    const held = remember(event);
    const press = held && { x: event.clientX, y: event.clientY, at: event.timeStamp, held };
    first = press && last && press.at - last.at < SOON && isNear(last, press) ? last : null;
    last = press;
  };
  const letGo = (/** @type {PointerEvent} */ event) => {
    const click = last !== null && isNear(last, { x: event.clientX, y: event.clientY });
    if (click && !first) return;
    if (click && first) act(event, first.held);
    first = last = null;
  };
  // Pressed: before anything has changed; let go: after all that a click does.
  box.addEventListener("pointerdown", (event) => isMain(event) && pressed(event), { capture: true });
  box.addEventListener("pointerup", (event) => isMain(event) && letGo(event));
}

/** @param {{x: number, y: number}} a @param {{x: number, y: number}} b */
function isNear(a, b) {
  return Math.hypot(a.x - b.x, a.y - b.y) < NEAR;
}

/** Fingers have other gestures. @param {PointerEvent} event */
function isMain({ button, pointerType }) {
  return button === 0 && pointerType !== "touch";
}
