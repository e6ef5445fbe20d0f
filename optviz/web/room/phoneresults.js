/** What the class answered, once it is shown, with the phone's own answer marked. */

import { element } from "../core/dom.js";
import { inWords } from "../core/numbers.js";
import { linear } from "../core/scale.js";
import { distribution, numbersWords, rightWords } from "./tallies.js";

/** @typedef {import("./told.js").Question} Question */
/** @typedef {import("./told.js").Result} Result */

/**
 * @param {Question} question
 * @param {Result[]} results of each round
 * @param {any[]} own answers to each round; undefined where there is none
 * @returns {HTMLElement[]}
 */
export function resultsOf(question, results, own) {
  const shown = { choose: bars, number: strips, point: points, race: () => [] }[question.kind];
  return [...shown(question, results, own), ...measured(question, results)];
}

/** @param {Question} question @param {Result[]} results */
function measured(question, results) {
  const right = rightWords(question, results) || (question.right && `Right: ${question.right}.`);
  const words = [right, question.measured && `Measured: ${question.measured}`];
  return words.filter(Boolean).map((said) => element("p", { class: "measured" }, String(said)));
}

/** What a round is called. @param {number} round from 0 @param {Result[]} results */
function roundWords(round, results) {
  if (results.length === 1) return "";
  return round ? "2nd vote" : "1st vote";
}

/** Each choice with a bar for every round. @param {Question} question @param {Result[]} results @param {any[]} own */
function bars({ choices, right }, results, own) {
  const rows = distribution(choices, results).map(({ choice, rounds }, k) => {
    const is = choice === right;
    const name = element("p", { class: "choice-name" }, is ? `${choice} ✓ right` : choice);
    const each = rounds.map(({ count, percent, share }, round) =>
      bar(roundWords(round, results), `${count}`, percent, share, own[round] === k),
    );
    return element("li", is ? { class: "right" } : {}, name, ...each);
  });
  return [element("ul", { class: "bars" }, ...rows)];
}

/** @param {string} round @param {string} count @param {string} percent @param {number} share @param {boolean} yours */
function bar(round, count, percent, share, yours) {
  const filled = element("span", { class: "filled" });
  filled.style.width = `${100 * share}%`;
  const said = [count, `(${percent})`, yours ? "· you" : ""].filter(Boolean).join(" ");
  return element(
    "div",
    { class: yours ? "bar yours" : "bar" },
    element("span", { class: "round" }, round),
    element("span", { class: "track", "aria-hidden": "true" }, filled),
    element("span", { class: "said" }, said),
  );
}

/** @param {Question} _ @param {Result[]} results @param {any[]} own */
function strips(_, results, own) {
  const all = results.flatMap(({ values = [] }) => values);
  if (!all.length) return [element("p", {}, "No answers.")];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  return results.flatMap(({ values = [] }, round) => {
    const head = roundWords(round, results);
    const words = `${head ? `In the ${head}: ` : ""}${numbersWords(values)}`;
    const mine = typeof own[round] === "number" ? ` Yours: ${inWords(own[round])}.` : "";
    return [strip(values, own[round], low, high), element("p", {}, words + mine)];
  });
}

/** Numbers as dots along a line. @param {number[]} values @param {number | undefined} own @param {number} low @param {number} high */
function strip(values, own, low, high) {
  const at = low === high ? () => 50 : linear([low, high], [0, 100]);
  const dot = (/** @type {number} */ value, /** @type {string} */ kind) => {
    const made = element("span", { class: kind });
    made.style.left = `${at(value)}%`;
    return made;
  };
  const dots = values.map((value) => dot(value, "dot"));
  if (typeof own === "number") dots.push(dot(own, "dot yours"));
  return element("div", { class: "strip", "aria-hidden": "true" }, ...dots);
}

/** @param {Question} _ @param {Result[]} results @param {any[]} own */
function points(_, results, own) {
  const said = results.at(-1)?.points?.length ?? 0;
  const mine = own[results.length - 1] ? " The cross is yours." : "";
  const words = said ? `The dots are where ${said} tapped.${mine}` : "No answers.";
  return [element("p", {}, words)];
}
