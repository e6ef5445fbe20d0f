/** What a pointer holds of the race: the start, or a number. Meanwhile, and for a moment after, whole trails are shown. */

const WHOLE = 900; // ms for which whole trails are shown after a change by a key

export class Hold {
  /**
   * While a pointer holds the start, and until the last race it asked for is there, whole trails
   * are shown and follow it; then the race begins.
   * @type {"no" | "held" | "let go"}
   */
  #start = "no";
  #wholeUntil = 0; // ms; Infinity while a pointer holds a number

  /** Whether a pointer holds the start or a number. */
  get held() {
    return this.#start === "held" || this.#wholeUntil === Infinity;
  }

  /** Whether a pointer holds a number. */
  get number() {
    return this.#wholeUntil === Infinity;
  }

  /** Whether whole trails are shown. */
  get whole() {
    return this.#start !== "no" || this.#wholeUntil > 0;
  }

  /** Whether the start was moved and the race has not begun from there. */
  get choosing() {
    return this.#start !== "no";
  }

  /** Whether the start was let go and the race has not begun from there. */
  get waits() {
    return this.#start === "let go";
  }

  /** The start is moved. @param {boolean} done whether it was let go */
  moveStart(done) {
    this.#start = done ? "let go" : "held";
  }

  /** The start is no longer chosen. */
  leaveStart() {
    this.#start = "no";
  }

  /** A number is moved. @param {boolean} done whether it was let go, or set at once */
  moveNumber(done) {
    this.#wholeUntil = done ? performance.now() + WHOLE : Infinity;
  }

  /** What was held is gone. */
  forgetNumber() {
    this.#wholeUntil = 0;
  }

  /**
   * A frame begins.
   * @param {number} now ms
   * @returns {boolean} whether whole trails are shown no longer
   */
  pass(now) {
    if (!this.#wholeUntil || now <= this.#wholeUntil) return false;
    this.#wholeUntil = 0;
    return true;
  }
}
