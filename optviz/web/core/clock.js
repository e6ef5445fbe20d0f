/** Time in steps: what plays, pauses, loops and can be set. Knows nothing of pictures. */

export const STEPS_PER_SECOND = 25; // the pace of Radford's animations, one update every 40 ms
const HOLD_SECONDS = 1.2; // how long the finished race stands before it loops
const MOST_STOPS = 20; // as in optviz/spec/address/parts.py
export const SPEEDS = [0.25, 0.5, 1, 2, 4, 8];

/** How often a pace goes into so many steps a second. @param {number} stepsPerSecond */
export function paceOf(stepsPerSecond) {
  return stepsPerSecond / STEPS_PER_SECOND;
}

/** Offer another speed, before there is a player. @param {number} stepsPerSecond */
export function offerSpeed(stepsPerSecond) {
  const speed = paceOf(stepsPerSecond);
  if (!SPEEDS.includes(speed)) SPEEDS.push(speed);
  SPEEDS.sort((a, b) => a - b);
}

export class Clock {
  time = 0; // in steps; between two whole steps the heads are on their way
  steps = 1;
  playing = true;
  loop = true;
  speed = 1;
  /** Steps at which playback stops, in order. @type {number[]} */
  stops = [];
  #held = 0;

  /** The last step that is complete. */
  get step() {
    return Math.floor(this.time + 1e-9);
  }

  get atEnd() {
    return this.time >= this.steps;
  }

  /**
   * Let time pass.
   * @param {number} seconds
   */
  advance(seconds) {
    if (!this.playing) return;
    if (!this.atEnd) {
      const before = this.time;
      this.time = Math.min(this.steps, before + seconds * STEPS_PER_SECOND * this.speed);
      const stop = this.stops.find((step) => step > before && step <= this.time);
      if (stop === undefined) return;
      this.time = stop;
      this.playing = false;
    } else if (!this.loop) {
      this.playing = false;
    } else if ((this.#held += seconds) >= HOLD_SECONDS) {
      this.seek(0);
    }
  }

  /** @param {number} time in steps */
  seek(time) {
    this.time = Math.max(0, Math.min(this.steps, time));
    this.#held = 0;
  }

  /**
   * Pause, and move to the next or previous whole step.
   * @param {number} steps
   */
  move(steps) {
    this.playing = false;
    this.seek(steps > 0 ? this.step + steps : Math.ceil(this.time - 1e-9) + steps);
  }

  toggle() {
    if (!this.playing && this.atEnd) this.seek(0);
    this.playing = !this.playing;
  }

  /**
   * To the next faster or slower speed.
   * @param {number} places
   */
  shift(places) {
    const place = SPEEDS.indexOf(this.speed) + places;
    this.speed = SPEEDS[Math.max(0, Math.min(SPEEDS.length - 1, place))];
  }

  /** Have playback stop at this step, or no longer; no more stops than a link may have. */
  mark() {
    const { step, stops } = this;
    if (stops.includes(step)) this.stops = stops.filter((each) => each !== step);
    else if (stops.length < MOST_STOPS) this.stops = [...stops, step].sort((a, b) => a - b);
  }

  restart() {
    this.seek(0);
    this.playing = true;
  }

  /**
   * A race of another length: the end stays the end, any other step stays that step.
   * @param {number} steps
   */
  fit(steps) {
    const ended = this.atEnd && this.steps > 0;
    this.steps = steps;
    this.time = ended ? steps : Math.min(this.time, steps);
  }
}
