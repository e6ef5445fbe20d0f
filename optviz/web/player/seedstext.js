/** Many minibatch seeds as a text, for addresses: "20", "5-11", "3,7-9"; optviz/spec/seeds.py reads and writes the same. */

export const MOST = 200; // seeds that a page runs
const LARGEST = 2 ** 32 - 1;
const SPAN = /^(0|[1-9]\d*)(?:-(0|[1-9]\d*))?$/;
const FEW = 6; // seeds that are told one by one

/**
 * @param {string} text one number is how many there are, from 0 on; the seed 7 alone is "7-7"
 * @returns {number[]} none where it names none, one twice, or too many
 */
export function seedsIn(text) {
  const spans = /^\d+$/.test(text) ? [[0, Number(text) - 1]] : text.split(",").map(spanIn);
  const total = spans.reduce((sum, [low, high]) => sum + high - low + 1, 0);
  if (!(total <= MOST)) return [];
  const found = spans.flatMap(([low, high]) => Array.from({ length: high - low + 1 }, (_, k) => low + k));
  return new Set(found).size === total ? found : [];
}

/** @param {string} text @returns {[number, number]} its first and its last seed; NaN where it is none */
function spanIn(text) {
  const [, first, last = first] = SPAN.exec(text) ?? [];
  const [low, high] = [Number(first), Number(last)];
  return low <= high && high <= LARGEST ? [low, high] : [NaN, NaN];
}

/** The shortest text that reads back to these seeds in their order. @param {number[]} seeds */
export function seedsText(seeds) {
  if (seeds.every((seed, k) => seed === k)) return `${seeds.length}`;
  if (seeds.length === 1) return `${seeds[0]}-${seeds[0]}`;
  const begins = seeds.map((_, k) => k).filter((k) => seeds[k] !== seeds[k - 1] + 1);
  const spans = begins.map((k, place) => [seeds[k], seeds[(begins[place + 1] ?? seeds.length) - 1]]);
  return spans.map(([low, high]) => (low === high ? `${low}` : `${low}-${high}`)).join();
}

/** Which seeds, in the words of optviz/race_words.py. @param {number[]} seeds */
export function seedsWords(seeds) {
  const [low, high] = [Math.min(...seeds), Math.max(...seeds)];
  if (seeds.length === 1) return `one seed, ${low}`;
  if (seeds.every((seed, k) => seed === low + k)) return `seeds ${low} to ${high}`;
  if (seeds.length > FEW) return `${seeds.length} seeds between ${low} and ${high}`;
  return `seeds ${seeds.slice(0, -1).join(", ")} and ${seeds.at(-1)}`;
}
