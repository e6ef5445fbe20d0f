/** What a class answered, counted and told in sentences. */

import { percents, short } from "../core/numbers.js";

/** @typedef {import("./told.js").Question} Question */
/** @typedef {import("./told.js").Result} Result */

/**
 * The choice that most of the class made in the last round; where several did, the first of these.
 * @param {string[]} choices
 * @param {Result[]} results
 * @returns {string} "" where there is no answer
 */
export function mostSaid(choices, results) {
  const counts = results.at(-1)?.counts ?? [];
  const most = Math.max(0, ...counts);
  return most ? choices[counts.indexOf(most)] : "";
}

/**
 * Each choice with its share in every round.
 * @param {string[]} choices
 * @param {Result[]} results
 * @returns {{choice: string, rounds: {count: number, percent: string, share: number}[]}[]} shares from 0 to 1, of the
 *   answers of their round
 */
export function distribution(choices, results) {
  const rounds = results.map(({ counts = [] }) => ({ counts, said: percents(counts), total: sum(counts) }));
  return choices.map((choice, k) => ({
    choice,
    rounds: rounds.map(({ counts, said, total }) => ({
      count: counts[k],
      percent: said[k],
      share: total ? counts[k] / total : 0,
    })),
  }));
}

/**
 * How many were right, before the class talked and after.
 * @param {Question} question
 * @param {Result[]} results
 */
export function rightWords({ choices, right }, results) {
  const place = choices.indexOf(right);
  if (place < 0) return "";
  const said = results.map(({ counts = [] }) => `${counts[place]} of ${sum(counts)}`);
  if (said.length < 2) return `Right: ${right}, as ${said[0] ?? "0 of 0"} said.`;
  return `Right: ${right}, as ${said[0]} said at first and ${said.at(-1)} after talking about it.`;
}

/** Numbers in a sentence. @param {number[]} values */
export function numbersWords(values) {
  if (!values.length) return "No answers.";
  const sorted = [...values].sort((a, b) => a - b);
  const [least, most] = [sorted[0], sorted[sorted.length - 1]].map((value) => short(value));
  if (sorted.length === 1) return `One answer: ${least}.`;
  return `${sorted.length} answers from ${least} to ${most}; the median is ${short(median(sorted))}.`;
}

/** @param {number[]} sorted */
function median(sorted) {
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** @param {number[]} counts */
function sum(counts) {
  return counts.reduce((total, each) => total + each, 0);
}
