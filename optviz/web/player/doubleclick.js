/** Double clicks where a single click does something at once: it is taken back. */

const NEAR = 5; // pixels that a hand may tremble; more is a drag
const SOON = 500; // ms from one press to the next

/**
 * @template T
 * @param {HTMLElement} box
 * @param {(event: PointerEvent) => T | null} remember what a click changes, called at each press; null where the press
 *   is not for the box
 * @param {(event: MouseEvent, before: T) => void} act called after the second click, with what was remembered before
 *   the first one
 */
export function onDoubleClick(box, remember, act) {
  /** @typedef {{x: number, y: number, at: number, held: T | null}} Press */
  /** The last two. @type {[Press?, Press?]} */
  let presses = [];
  const press = (/** @type {PointerEvent} */ event) => {
    presses = [presses[1], { x: event.clientX, y: event.clientY, at: event.timeStamp, held: remember(event) }];
  };
  box.addEventListener("pointerdown", press, { capture: true }); // before anything has changed
  box.addEventListener("click", (event) => {
    const [first, second] = presses;
    const { pointerType } = /** @type {PointerEvent} */ (event);
    if (pointerType === "touch" || !first?.held || !second?.held) return; // fingers have other gestures
    // The browser counts clicks as the system is set, but not always on from a third one.
    const soon = event.detail === 2 || second.at - first.at < SOON;
    const near = [first, second].every(({ x, y }) => Math.hypot(event.clientX - x, event.clientY - y) < NEAR);
    if (!soon || !near) return;
    presses = [];
    act(event, first.held);
  });
}
