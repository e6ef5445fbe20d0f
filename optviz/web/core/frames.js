/**
 * The frames of an element that moves. There are none while it is off the page; Streamlit may take it
 * off and put it elsewhere, whereupon its size is another for a moment, and it goes on.
 */

const LONGEST = 0.1; // s; a page that was hidden goes on where it was

export class Frames {
  #running = false;
  #seen = 0; // when the last one was, in ms

  /**
   * @param {HTMLElement} root
   * @param {(now: number, seconds: number) => void} draw called with the time in ms and how long the last frame was
   * @param {() => void} resized draws and goes on
   */
  constructor(root, draw, resized) {
    this.root = root;
    this.draw = draw;
    new ResizeObserver(resized).observe(root);
    this.go();
  }

  /** Go on, if there are no frames. */
  go() {
    if (this.#running) return;
    this.#running = true;
    requestAnimationFrame((now) => this.#next(now));
  }

  /** @param {number} now */
  #next(now) {
    this.#running = this.root.isConnected || !this.#seen;
    if (!this.#running) return;
    requestAnimationFrame((next) => this.#next(next));
    const seconds = Math.min(LONGEST, (now - this.#seen) / 1000);
    this.#seen = now;
    this.draw(now, seconds);
  }
}
