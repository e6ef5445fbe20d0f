/** The link from a page of its own to the app, which shows the same race there, as it has been changed here. */

import { numbersOf } from "../core/curves.js";
import { sameConditions } from "./conditions.js";
import { shownBy } from "./shownby.js";

/** @typedef {import("./conditions.js").Conditions} Conditions */
/** @typedef {import("../core/settings.js").Setting} Setting */

const SEPARATORS = /[,:~=%()]/g; // are escaped inside an entrant's name

/**
 * Have a link lead to what the player shows.
 * @param {HTMLAnchorElement} link to the race as it was
 * @param {import("./player.js").Player} player
 */
export function leadOnward(link, player) {
  const as = link.href;
  const came = player.changes.now();
  const update = () => {
    const now = player.changes.now();
    const { ranges } = /** @type {import("../core/payload.js").Race} */ (player.race);
    link.href = withShown(sameConditions(came, now) ? as : withConditions(as, now, ranges), shownBy(player));
  };
  for (const type of ["pointerdown", "focus", "click"]) link.addEventListener(type, update, { capture: true });
}

/**
 * An address of a race with other conditions; optviz/spec/address reads it.
 * @param {string} address
 * @param {Conditions} now
 * @param {import("../core/payload.js").Race["ranges"]} ranges of the numbers that can be chosen
 */
export function withConditions(address, { start, entrants, ...numbers }, ranges) {
  const written = new URL(address);
  const { searchParams } = written;
  searchParams.set("start", start.join());
  searchParams.set("opt", entrants.map(entrantText).join());
  for (const [name, value] of Object.entries(numbers)) if (name in ranges) searchParams.set(name, String(value));
  return written.href;
}

/** An address with what is shown, too. @param {string} address @param {Record<string, string>} said as `shownBy` has it */
export function withShown(address, said) {
  const written = new URL(address);
  for (const [name, value] of Object.entries(said)) if (value) written.searchParams.set(name, value);
  return written.href;
}

/** The address of a lesson's slide. @param {string} address of the lesson @param {number} number from 1 */
export function slideOf(address, number) {
  const written = new URL(address);
  written.searchParams.set("page", String(number));
  return written.href;
}

/** @param {import("./entrants.js").Entrant} entrant */
function entrantText({ rule, name, settings }) {
  const escaped = name.replace(SEPARATORS, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`);
  const pairs = Object.entries(settings).map(([key, value]) => `${key}=${settingText(value)}`);
  return [`${rule}~${escaped}`, ...pairs].join(":");
}

/** @param {Setting} value */
function settingText(value) {
  if (typeof value === "number") return String(value);
  return valueText(value.first) + value.changes.map(([step, each]) => `@${step}=${valueText(each)}`).join("");
}

/** @param {import("../core/settings.js").Value} value */
function valueText(value) {
  if (typeof value === "number") return String(value);
  return `${value.curve}(${numbersOf(value)
    .map(([, each]) => each)
    .join()})`;
}
