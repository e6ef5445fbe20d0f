/** Which part of the plane is seen: the whole picture, or a part of it that was zoomed to. */

/** @typedef {[number, number]} Limits */
/** @typedef {{xlim: Limits, ylim: Limits}} Part of the plane */

// Beyond, neighbouring pixels would share one float64.
const DEEPEST = 1e-12; // of the picture's width
const ROOM = 1.4; // round points that are fitted, as a factor
const DIGITS = 1e-13; // of the numbers at the axes: some hundred floats across the picture

export class Viewport {
  /** @type {Part} */
  whole = { xlim: [0, 1], ylim: [0, 1] };
  /** @type {Part} */
  seen = this.whole;

  /** Begin with the whole of another surface. @param {Part} surface */
  open({ xlim, ylim }) {
    this.whole = { xlim: [...xlim], ylim: [...ylim] };
    this.seen = this.whole;
  }

  get zoomed() {
    return this.seen !== this.whole;
  }

  reset() {
    this.seen = this.whole;
  }

  /**
   * Enlarge what is seen, with one point staying where it is; never beyond the whole picture, nor deeper than
   * float64 tells points apart.
   * @param {[number, number]} point
   * @param {number} factor above 1 for nearer
   */
  zoom([x, y], factor) {
    const { xlim, ylim } = this.seen;
    const share = spanOf(xlim) / spanOf(this.whole.xlim);
    const next = Math.max(Math.min(this.#deepest, share), share / factor);
    if (next >= 1) return this.reset();
    const about = (/** @type {number} */ at, /** @type {Limits} */ [low, up]) =>
      /** @type {Limits} */ ([at - ((at - low) / share) * next, at + ((up - at) / share) * next]);
    this.#see({ xlim: about(x, xlim), ylim: about(y, ylim) });
  }

  /**
   * See what surrounds some points; those outside of the whole picture do not count, and a single one is approached.
   * @param {[number, number][]} points
   */
  fit(points) {
    const { xlim, ylim } = this.whole;
    const inside = points.filter(([x, y]) => x >= xlim[0] && x <= xlim[1] && y >= ylim[0] && y <= ylim[1]);
    if (!inside.length) return;
    const around = (/** @type {number[]} */ values) => [Math.min(...values), Math.max(...values)];
    const [left, right] = around(inside.map(([x]) => x));
    const [bottom, top] = around(inside.map(([, y]) => y));
    const [wide, high] = [spanOf(xlim), spanOf(ylim)];
    const needed = ROOM * Math.max((right - left) / wide, (top - bottom) / high);
    this.#seeAround([(left + right) / 2, (bottom + top) / 2], needed || spanOf(this.seen.xlim) / wide / 4);
  }

  /** See what lies between two opposite corners. @param {[number, number][]} corners */
  enclose([[x, y], [toX, toY]]) {
    const { xlim, ylim } = this.whole;
    const share = Math.max(Math.abs(toX - x) / spanOf(xlim), Math.abs(toY - y) / spanOf(ylim));
    this.#seeAround([(x + toX) / 2, (y + toY) / 2], share);
  }

  /** @param {[number, number]} middle @param {number} wanted share of the whole picture */
  #seeAround([x, y], wanted) {
    const share = Math.max(this.#deepest, wanted);
    if (share >= 1) return this.reset();
    const about = (/** @type {number} */ middle, /** @type {Limits} */ whole) => {
      const half = (spanOf(whole) * share) / 2;
      return /** @type {Limits} */ ([middle - half, middle + half]);
    };
    this.#see({ xlim: about(x, this.whole.xlim), ylim: about(y, this.whole.ylim) });
  }

  /** How small a share of the whole picture can be seen. */
  get #deepest() {
    const { xlim, ylim } = this.seen;
    const [wide, high] = [spanOf(this.whole.xlim), spanOf(this.whole.ylim)];
    return Math.max(
      DEEPEST,
      (DIGITS * Math.max(...xlim.map(Math.abs))) / wide,
      (DIGITS * Math.max(...ylim.map(Math.abs))) / high,
    );
  }

  /** Move what is seen, as far as the whole picture reaches. @param {number} dx @param {number} dy */
  pan(dx, dy) {
    if (!this.zoomed) return;
    const { xlim, ylim } = this.seen;
    this.#see({ xlim: [xlim[0] + dx, xlim[1] + dx], ylim: [ylim[0] + dy, ylim[1] + dy] });
  }

  /** @param {Part} part */
  #see({ xlim, ylim }) {
    this.seen = { xlim: held(xlim, this.whole.xlim), ylim: held(ylim, this.whole.ylim) };
  }
}

/** With no more digits than a picture of this width tells. @param {number} value @param {Limits} limits */
export function roundedIn(value, limits) {
  return Number(value.toFixed(Math.max(0, 3 - Math.floor(Math.log10(spanOf(limits))))));
}

/** @param {Limits} limits */
function spanOf([low, high]) {
  return high - low;
}

/** Moved so that it lies in the whole. @param {Limits} part @param {Limits} whole @returns {Limits} */
function held([low, high], whole) {
  const by = Math.max(0, whole[0] - low) + Math.min(0, whole[1] - high);
  return [low + by, high + by];
}
