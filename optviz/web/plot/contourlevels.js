/** Which contours tell what a picture holds, and heights between them: the same as in optviz/heightmap.py. */

/** @typedef {{levels: number[], low: number, geometric: boolean}} Contours `low` is what ratios are counted from */

const MOST_LEVELS = 18;
const FEWEST_LEVELS = 8; // that tell by ratios what a picture holds
const WIDE = 30; // so many times as high above a minimum as the lowest place: told by ratios
const TINY = 2.2250738585072014e-308;

/**
 * @param {Float64Array} loss n x n, NaN where it has no value; finite somewhere
 * @param {number[]} floors losses at minima and along floors of valleys in the picture, which lie between grid points
 * @param {number} deepest the lowest of them all, also of those outside of the picture; Infinity without any
 * @returns {Contours}
 */
export function contourLevels(loss, floors, deepest) {
  const seen = loss.filter((value) => !Number.isNaN(value)).sort();
  const [least, top] = [seen[0], seen[seen.length - 1]];
  let low = Math.min(least, ...floors);
  let geometric = floors.length > 0 || reachedInside(loss, Math.sqrt(loss.length), least);
  // A picture that leads down to a minimum beside it spans powers of ten as well: told by ratios above that one.
  if (!geometric && deepest <= low && top - deepest > WIDE * (low - deepest)) [geometric, low] = [true, deepest];
  let levels = geometric ? geometricLevels(seen, low) : evenLevels(seen);
  if (levels.length < FEWEST_LEVELS) {
    geometric = false;
    levels = evenLevels(seen).filter((level) => level > low);
  }
  // As good as flat: no contour lies in the picture.
  const flat = Math.max(1, Math.abs(least), Math.abs(top));
  if (levels.length < 2) levels = [top + flat, top + 2 * flat];
  return { levels, low, geometric };
}

/** Losses as heights: level number k (from 1) is at height k. @param {Contours} contours */
export function heightsBy({ levels, low, geometric }) {
  return geometric ? byRatio(levels, low) : evenly(levels);
}

/** Whether the lowest loss lies not only on the border. @param {Float64Array} loss @param {number} n @param {number} low */
function reachedInside(loss, n, low) {
  for (let j = 1; j < n - 1; j++) for (let i = 1; i < n - 1; i++) if (loss[j * n + i] <= low) return true;
  return false;
}

/** So little losses may differ by nothing but their rounding. @param {Float64Array} seen sorted */
function lastDigits(seen) {
  return Math.max(1e-12 * Math.max(Math.abs(seen[0]), Math.abs(seen[seen.length - 1])), TINY);
}

/** Multiples of 1, 2 or 5 times a power of ten. @param {Float64Array} seen sorted @returns {number[]} */
function evenLevels(seen) {
  const [low, high] = [seen[0], seen[seen.length - 1]];
  if (high - low <= lastDigits(seen)) return [];
  const power = Math.floor(Math.log10((high - low) / MOST_LEVELS));
  for (const factor of [1, 2, 5, 10]) {
    const step = Number(`${factor}e${power}`);
    const [first, last] = [Math.ceil(low / step), Math.floor(high / step)];
    if (last - first + 1 > MOST_LEVELS && factor < 10) continue;
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, k) => (first + k) * step);
  }
  return [];
}

/**
 * Losses 1, 2, 5, 10, ... above the lowest, from where they enclose a two-thousandth of the picture.
 * @param {Float64Array} seen sorted
 * @param {number} low
 * @returns {number[]}
 */
function geometricLevels(seen, low) {
  const least = lastDigits(seen);
  const above = Array.from(seen, (value) => value - low).filter((value) => value > least);
  if (!above.length) return [];
  const place = 0.0005 * (above.length - 1);
  const before = Math.floor(place);
  const next = above[Math.min(before + 1, above.length - 1)];
  const begin = above[before] + (place - before) * (next - above[before]);
  const end = above[above.length - 1];
  /** @type {number[]} */
  let offsets = [];
  for (const digits of [[1, 2, 5], [1, 3], [1]]) {
    offsets = [];
    for (let power = Math.floor(Math.log10(begin)); power <= Math.ceil(Math.log10(end)); power++) {
      for (const digit of digits) offsets.push(Number(`${digit}e${power}`));
    }
    offsets = offsets.filter((offset) => offset >= begin && offset < end);
    if (offsets.length <= MOST_LEVELS) break;
  }
  const stride = Math.max(1, Math.ceil(offsets.length / MOST_LEVELS));
  const chosen = offsets.filter((_, k) => (offsets.length - 1 - k) % stride === 0);
  const rounded = new Set(chosen.map((offset) => rounding(low + offset, offset)));
  return [...rounded].filter((level) => level > low).sort((a, b) => a - b);
}

/** A level to as many decimals as its offset needs. @param {number} level @param {number} offset */
function rounding(level, offset) {
  const power = Math.floor(Math.log10(offset) + 1e-9);
  const decimals = offset < 1.5 * Number(`1e${power}`) ? 1 - power : -power;
  if (decimals > 100) return level;
  if (decimals >= 0) return Number(level.toFixed(decimals));
  const unit = Number(`1e${-decimals}`);
  return Math.round(level / unit) * unit;
}

/** @param {ArrayLike<number>} levels */
function evenly(levels) {
  const step = (levels[levels.length - 1] - levels[0]) / (levels.length - 1); // of all, for the most digits
  return (/** @type {number} */ loss) =>
    Number.isNaN(loss) ? NaN : Math.max(0, Math.min(levels.length + 1, 1 + (loss - levels[0]) / step));
}

/** @param {ArrayLike<number>} levels @param {number} low */
function byRatio(levels, low) {
  const knots = Array.from(levels, (level) => Math.log(Math.max(level - low, TINY)));
  knots.push(2 * knots[knots.length - 1] - knots[knots.length - 2]);
  const first = Math.exp(knots[0]);
  return (/** @type {number} */ loss) => {
    if (Number.isNaN(loss)) return NaN;
    const offset = Math.max(loss - low, 0);
    if (offset < first) return offset / first;
    const value = Math.log(offset);
    let k = 0;
    while (k < knots.length - 2 && value > knots[k + 1]) k++;
    return k + 1 + Math.min(1, Math.max(0, (value - knots[k]) / (knots[k + 1] - knots[k])));
  };
}
