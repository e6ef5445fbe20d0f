/** Scales for outcomes of runs, which may be tiny, zero, negative or far too large, and places for marks. */

import { decades, linear, logarithmic, ticks } from "../core/scale.js";

/** @typedef {import("../core/scale.js").Scale} Scale */

const ABOVE = 100; // times the loss at the start: beyond, lines leave the picture
const DEPTH = 1e16; // from the highest to the lowest loss that is still told apart

/**
 * @typedef {object} Axis
 * @property {Scale} scale
 * @property {number[]} ticks
 * @property {[number, number]} domain
 * @property {boolean} log
 */

/**
 * An axis for outcomes: for steps from 0, for losses logarithmic where all are positive.
 * @param {Iterable<number>} values infinite or nan ones do not count
 * @param {number} start the loss at the start
 * @param {number | null} steps the highest outcome, where outcomes are steps
 * @param {[number, number]} range in pixels, from low to high
 * @returns {Axis}
 */
export function axisOf(values, start, steps, range) {
  const room = Math.abs(range[1] - range[0]) / 36;
  if (steps !== null) {
    /** @type {[number, number]} */
    const domain = [0, steps];
    return { scale: linear(domain, range), ticks: ticks(domain, room), domain, log: false };
  }
  const finite = Array.from(values).filter(Number.isFinite);
  const domain = start > 0 && finite.every((value) => value >= 0) ? logDomain(finite, start) : null;
  if (domain) return { scale: logarithmic(domain, range), ticks: decades(domain, room), domain, log: true };
  const plain = plainDomain(finite, start);
  return { scale: linear(plain, range), ticks: ticks(plain, room), domain: plain, log: false };
}

/**
 * @param {number[]} values
 * @param {number} start
 * @returns {[number, number]}
 */
function logDomain(values, start) {
  const seen = values.filter((value) => value > 0 && value <= start * ABOVE);
  const high = Math.max(start, ...seen);
  const low = Math.max(high / DEPTH, Math.min(start, ...seen));
  const room = Math.max(1.3, (high / low) ** 0.04);
  return [low / room, high * room];
}

/**
 * From the lowest loss that is no escape to minus infinity to a little above the start.
 * @param {number[]} values
 * @param {number} start
 * @returns {[number, number]}
 */
function plainDomain(values, start) {
  const size = Math.max(1e-9, Math.abs(start), median(values.map(Math.abs)));
  const low = Math.min(start, ...values.filter((value) => value > -10 * size));
  const high = Math.max(start, ...values.filter((value) => value < start + (start - low)));
  const room = 0.06 * (high - low || size);
  return [low - room, high + room];
}

/** @param {number[]} values */
function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/**
 * For marks at these places how high each stands, so that all are seen: 0 on the axis, 1 above that one.
 * @param {number[]} places in pixels
 * @param {number} apart pixels that two marks need
 */
export function stacked(places, apart) {
  /** @type {number[]} */
  const levels = [];
  places.forEach((place, k) => {
    const taken = levels.filter((_, i) => i < k && Math.abs(places[i] - place) < apart);
    let level = 0;
    while (taken.includes(level)) level++;
    levels.push(level);
  });
  return levels;
}
