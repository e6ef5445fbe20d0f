/** How a page of its own opens: as its file says, and as its address says in place of that. */

import { NUMBERS, SHAPES } from "./cloudstarts.js";
import { MOST, seedsIn } from "./seedstext.js";

/**
 * @typedef {object} Opening
 * @property {boolean} embed whether it is made for a frame in another page
 * @property {string[]} hide parts that are not shown
 * @property {"light" | "dark" | "auto"} theme
 * @property {number | null} step at which it stands; null to let it play
 * @property {number | null} speed steps a second; null for the player's own
 * @property {string} chart "loss", "accuracy", "cost", "none" or nothing
 * @property {string} cloud that is open to begin with, as "disc:200"; "" for none
 * @property {number[]} seeds whose races are shown to begin with; none for those of the race
 */

export const PARTS = ["title", "legend", "numbers", "charts", "controls", "tools", "zoom", "story", "about"];
export const THEMES = ["auto", "light", "dark"];
export const CHARTS = ["loss", "accuracy", "cost", "none"];
const [SLOWEST, FASTEST] = [0.1, 1000]; // steps a second

/** @type {Opening} */
const USUAL = { embed: false, hide: [], theme: "auto", step: null, speed: null, chart: "", cloud: "", seeds: [] };

/**
 * @param {Partial<Opening>} given by the file
 * @param {{search: string, hash: string}} address `?embed&hide=legend,charts` or the same after a #
 * @returns {{opening: Opening, problems: string[]}} problems: a sentence for each value that is not possible
 */
export function openingOf(given, { search, hash }) {
  const asked = new URLSearchParams(search);
  for (const [name, value] of new URLSearchParams(hash.slice(1))) asked.set(name, value);
  const opening = { ...USUAL, ...given };
  const problems = /** @type {string[]} */ ([]);
  /** @type {(name: string, is: (value: string) => boolean, possible: string, take: (value: string) => void) => void} */
  const read = (name, is, possible, take) => {
    const value = asked.get(name);
    if (value === null) return;
    if (is(value)) take(value);
    else problems.push(`${name}=${shortened(value)} in the address is not possible: give ${possible}.`);
  };
  const among = (/** @type {string[]} */ names) => (/** @type {string} */ value) => names.includes(value);
  const between = (/** @type {number} */ low, /** @type {number} */ high) => (/** @type {string} */ value) =>
    value.trim() !== "" && Number(value) >= low && Number(value) <= high;
  const whole = (/** @type {string} */ value) => /^\d{1,9}$/.test(value);
  read("embed", among(["", "1", "true", "0", "false"]), "nothing, or 0 for none", (value) => {
    opening.embed = !["0", "false"].includes(value);
  });
  read("theme", among(THEMES), "light, dark or auto", (value) => {
    opening.theme = /** @type {Opening["theme"]} */ (value);
  });
  read("step", whole, "a whole number", (value) => (opening.step = Number(value)));
  read("speed", between(SLOWEST, FASTEST), `${SLOWEST} to ${FASTEST} steps a second`, (value) => {
    opening.speed = Number(value);
  });
  const clouds = SHAPES.flatMap(([shape]) => NUMBERS.map(([number]) => `${shape}:${number}`));
  read("cloud", among(clouds), `${clouds[0]} or the like`, (value) => (opening.cloud = value));
  const seeds = (/** @type {string} */ value) => seedsIn(value).length > 0;
  read("seeds", seeds, `20, 5-11 or the like, at most ${MOST}`, (value) => (opening.seeds = seedsIn(value)));
  read("chart", among(CHARTS), "loss, accuracy, cost or none", (value) => (opening.chart = value));
  const names = (asked.get("hide") ?? "").split(",").map((name) => name.trim());
  const unknown = names.filter((name) => name && !PARTS.includes(name));
  if (unknown.length) {
    const said = shortened(unknown.join(", "));
    problems.push(`hide=${said} in the address names no part of the page: there are ${PARTS.join(", ")}.`);
  }
  opening.hide = [...opening.hide, ...names.filter((name) => PARTS.includes(name))];
  return { opening, problems };
}

/** A text of an address, for a sentence about it. @param {string} text */
export function shortened(text) {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
