/** What stands before an entrant's rule: clipping, averages and others, which Python puts there. */

import { element } from "../core/dom.js";
import { entrantsOf, namesOf } from "./entrants.js";

/** @typedef {import("./entry.js").Entry} Entry */

/** Keys and words; optviz/wrappers has the same keys. @type {[string, string][]} */
export const WRAPPERS = [
  ["clipnorm", "clip the gradient's length"],
  ["clipvalue", "clip each coordinate"],
  ["l2", "L2: decay through the gradient"],
  ["decay", "decoupled weight decay"],
  ["noise", "noise on the gradient"],
  ["lookahead", "lookahead: slow weights"],
  ["ema", "moving average beside it"],
  ["swa", "plain average beside it"],
];

const JOINT = "-";

/**
 * The entrants with another rule for one of them; its name goes with the rule where it was the rule's.
 * @param {import("../core/payload.js").Race} race @param {number} place @param {string} rule
 */
export function withRule(race, place, rule) {
  const all = entrantsOf(race);
  const { name, rule: before, key } = race.runs[place];
  const called = rule.startsWith(key) ? before + rule.slice(key.length) : before.slice(0, rule.length - key.length);
  const taken = namesOf(race).filter((each) => each !== name);
  all[place] = { ...all[place], rule, name: name === before && !taken.includes(called) ? called : name };
  return all;
}

export class Wrap {
  /** @param {Entry} entry */
  constructor(entry) {
    this.entry = entry;
    const { key, name } = entry.run;
    const [, ...there] = key.split(JOINT);
    this.choice = element("select", { "aria-label": `Put before the rule of ${name}` });
    this.choice.append(element("option", { value: "" }, "put before it…"));
    for (const [each, words] of WRAPPERS) {
      if (!there.includes(each)) this.choice.append(element("option", { value: each }, words));
    }
    this.choice.addEventListener("change", () => this.#become(key + JOINT + this.choice.value));
    this.root = element("p", { class: "wrap" }, this.choice);
    const last = there.at(-1);
    if (!last) return;
    const words = `Take ${WRAPPERS.find(([each]) => each === last)?.[1] ?? last} away`;
    const off = element("button", { type: "button" }, words);
    off.addEventListener("click", () => this.#become(key.slice(0, -last.length - JOINT.length)));
    this.root.append(" ", off);
  }

  show() {}

  focus() {
    this.choice.focus({ preventScroll: true });
  }

  /** @param {string} rule */
  #become(rule) {
    const { legend, place } = this.entry;
    const race = /** @type {import("../core/payload.js").Race} */ (legend.player.race);
    const entrants = withRule(race, place, rule);
    legend.enter(entrants, entrants[place].name);
  }
}
