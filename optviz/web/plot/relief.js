/** A loss over a part of the plane as heights and contour levels, as optviz/heightmap.py has the whole picture. */

/** @typedef {import("./viewport.js").Part} Part */
/** @typedef {{heights: Float32Array, levels: Float64Array}} Relief */

const MOST_LEVELS = 18;
const FEWEST_LEVELS = 8; // that tell by ratios what a picture holds
const HIGHEST = 1e300; // beyond, not even differences can be computed
const WIDE = 30; // so many times as high above a minimum as the lowest place: told by ratios
const TINY = 2.2250738585072014e-308;

/**
 * @param {(x: number, y: number) => number} lossAt
 * @param {Part} part of the plane
 * @param {ArrayLike<number>} lowest pairs: minima and floors of valleys, which lie between grid points
 * @param {number} n grid points along each axis
 * @returns {Relief}
 */
export function reliefOf(lossAt, { xlim, ylim }, lowest, n) {
  const along = (/** @type {[number, number]} */ [low, high], /** @type {number} */ k) =>
    low + ((high - low) * k) / (n - 1);
  const loss = new Float64Array(n * n);
  for (let j = 0; j < n; j++) {
    for (let i = 0; i < n; i++) {
      const value = lossAt(along(xlim, i), along(ylim, j));
      loss[j * n + i] = Math.abs(value) < HIGHEST ? value : NaN;
    }
  }
  const seen = loss.filter((value) => !Number.isNaN(value)).sort();
  if (!seen.length) return { heights: new Float32Array(n * n).fill(NaN), levels: new Float64Array(0) };
  const top = seen[seen.length - 1];
  /** @type {number[]} */
  const floors = [];
  let deepest = Infinity; // of all, also of those that are not seen
  for (let k = 0; k < lowest.length; k += 2) {
    const [x, y] = [lowest[k], lowest[k + 1]];
    const value = lossAt(x, y);
    if (!(Math.abs(value) < HIGHEST)) continue;
    deepest = Math.min(deepest, value);
    if (x >= xlim[0] && x <= xlim[1] && y >= ylim[0] && y <= ylim[1]) floors.push(value);
  }
  let low = floors.reduce((least, value) => Math.min(least, value), seen[0]);
  let geometric = floors.length > 0 || reachedInside(loss, n, seen[0]);
  // A part that leads down to a minimum beside it spans powers of ten as well: told by ratios above that one.
  if (!geometric && deepest <= low && top - deepest > WIDE * (low - deepest)) [geometric, low] = [true, deepest];
  let levels = geometric ? geometricLevels(seen, low) : evenLevels(seen);
  if (levels.length < FEWEST_LEVELS) {
    geometric = false;
    levels = evenLevels(seen).filter((level) => level > low);
  }
  // As good as flat: no contour lies in the picture.
  const flat = Math.max(1, Math.abs(seen[0]), Math.abs(top));
  if (levels.length < 2) levels = [top + flat, top + 2 * flat];
  const height = geometric ? byRatio(levels, low) : evenly(levels);
  return { heights: Float32Array.from(loss, height), levels: Float64Array.from(levels) };
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
  const power = 10 ** Math.floor(Math.log10((high - low) / MOST_LEVELS));
  for (const factor of [1, 2, 5, 10]) {
    const step = factor * power;
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
  const decimals = offset < 1.5 * 10 ** power ? 1 - power : -power;
  if (decimals > 100) return level;
  return decimals >= 0 ? Number(level.toFixed(decimals)) : Math.round(level / 10 ** -decimals) * 10 ** -decimals;
}

/** @param {number[]} levels */
function evenly(levels) {
  const step = levels[1] - levels[0];
  return (/** @type {number} */ loss) =>
    Number.isNaN(loss) ? NaN : Math.max(0, Math.min(levels.length + 1, 1 + (loss - levels[0]) / step));
}

/** @param {number[]} levels @param {number} low */
function byRatio(levels, low) {
  const knots = levels.map((level) => Math.log(Math.max(level - low, TINY)));
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
