/** Why a step is what it is: the rule of one or two optimizers, in symbols and in this step's numbers. */

import { element } from "../core/dom.js";
import { short } from "../core/numbers.js";
import { nameWithRule } from "../core/payload.js";
import { clippingWords } from "./clipping.js";
import { curvatureWords } from "./curvaturewords.js";
import { math, symbolNode, typeset } from "./formula.js";
import { Update } from "./update.js";

/** @typedef {import("../core/payload.js").Race} Race */
/** @typedef {import("../core/payload.js").Run} Run */
/** @typedef {{node: Element, name: string, axis: number, equation: number}} Place of a number */

const DIGITS = 5;
const NONE = ""; // no name of an entrant
const PAUSE = 90; // ms between two refreshes while playing: faster than numbers can be read

export class Inspector {
  /** Names of the optimizers that are inspected, the second one may be none. */
  chosen = ["Adam", NONE];
  /** @type {Race | null} */ #race = null;
  /** @type {[string, string]} */ #axes = ["x", "y"];
  /** @type {Panel[]} */ #panels = [];
  #shownAt = -Infinity;

  /**
   * @param {HTMLElement} box
   * @param {() => void} changed
   */
  constructor(box, changed) {
    this.box = box;
    this.changed = changed;
    this.selects = [0, 1].map((place) => this.#select(place));
    this.rules = element("div", { class: "rules" });
    const labels = element("div", { class: "choices" }, "Inspect ", this.selects[0], " beside ", this.selects[1]);
    box.append(labels, this.rules);
  }

  /** Whether the visitor wants to see it. */
  get open() {
    return !this.box.hidden;
  }

  /** The inspected runs. */
  get runs() {
    return this.#panels.map(({ run }) => run);
  }

  /**
   * @param {Race} race
   * @param {[string, string]} axes
   */
  show(race, axes) {
    this.#race = race;
    this.#axes = axes;
    const names = race.runs.map(({ name }) => name);
    if (!names.includes(this.chosen[0])) this.chosen[0] = names[names.length - 1];
    if (!names.includes(this.chosen[1])) this.chosen[1] = NONE;
    this.selects.forEach((select, place) => {
      const offers = place ? [NONE, ...names] : names;
      select.replaceChildren(...offers.map((name) => element("option", { value: name }, name || "none")));
      select.value = this.chosen[place];
    });
    this.#build();
  }

  /**
   * @param {number} step
   * @param {boolean} playing
   * @param {number} active the equation that slow motion has come to, or -1
   */
  draw(step, playing, active) {
    if (!this.open || (playing && performance.now() - this.#shownAt < PAUSE)) return;
    this.#shownAt = performance.now();
    for (const panel of this.#panels) panel.draw(step, active);
  }

  /** The runs have other numbers: draw them in the next frame. */
  refresh() {
    this.#shownAt = -Infinity;
  }

  /** @param {number} place */
  #select(place) {
    const label = place ? "Second inspected optimizer" : "Inspected optimizer";
    const select = element("select", { "aria-label": label });
    select.addEventListener("change", () => {
      this.chosen[place] = select.value;
      this.#build();
      this.changed();
    });
    return select;
  }

  #build() {
    const runs = this.chosen.flatMap((name) => this.#race?.runs.find((run) => run.name === name) ?? []);
    this.#panels = [...new Set(runs)].map((run) => new Panel(run, this.#axes, Boolean(this.#race?.batches)));
    this.rules.replaceChildren(...this.#panels.map(({ root }) => root));
    this.#shownAt = -Infinity;
  }
}

/** One optimizer's rule. Its formulas are built once; a step changes only the numbers in them. */
class Panel {
  /** @type {Place[]} */ #numbers = [];

  /**
   * @param {Run} run
   * @param {[string, string]} axes
   * @param {boolean} minibatches whether its steps see these
   */
  constructor(run, axes, minibatches) {
    this.run = run;
    this.minibatches = minibatches;
    this.curvature = element("p", { class: "curvature" });
    this.clipping = element("p", { class: "clipping" });
    this.accuracy = element("p", { class: "accuracy" });
    this.title = element("caption");
    this.table = element("table", {}, this.title, head(axes));
    this.rows = [this.#measurement(), ...run.equations.map((_, place) => this.#equation(place))];
    this.table.append(element("tbody", {}, ...this.rows, this.#summary()));
    const rate = "rate" in run.state ? "α is the step size of each coordinate. " : "";
    const names = element("p", { class: "source" }, `${rate}${run.source && `Source: ${run.source}`}`);
    this.root = element(
      "section",
      { class: "rule", tabindex: "0", role: "region", "aria-label": `Rule of ${run.name}` },
      this.table,
      this.accuracy,
      this.clipping,
      this.curvature,
      names,
    );
  }

  /**
   * @param {number} step
   * @param {number} active
   */
  draw(step, active) {
    const update = new Update(this.run, step);
    const { settings } = this.run;
    const name = nameWithRule(this.run);
    this.title.textContent = update.exists
      ? `${name} (${settings}): from step ${update.step} to step ${update.step + 1}`
      : `${name} (${settings}) ${this.run.ending?.words}: there is no update to show`;
    const words = update.exists ? curvatureWords(this.run, update.step, this.minibatches) : "";
    say(this.accuracy, accuracyWords(this.run, step));
    say(this.curvature, words);
    say(this.clipping, update.exists ? clippingWords(this.run, update.step) : "");
    for (const { node, name: quantity, axis, equation } of this.#numbers) {
      const text = update.exists ? wanted(update, quantity, axis, equation) : "–";
      if (node.textContent !== text) node.textContent = text;
    }
    this.rows.forEach((row, place) => row.classList.toggle("active", place - 1 === active));
  }

  /** The gradient and the point where it is measured. */
  #measurement() {
    const where = this.run.grad_at
      ? math("mrow", symbolNode("x"), math("mo", "+"), math("mi", "μ"), symbolNode("v"))
      : symbolNode("x");
    const said = math(
      "mrow",
      symbolNode("g"),
      math("mo", "="),
      math("mo", "∇"),
      math("mi", "f"),
      math("mo", "("),
      where,
      math("mo", ")"),
    );
    const cells = [0, 1].map((axis) => cell(this.#number("g", axis), "g", axis));
    return element("tr", {}, element("th", { scope: "row" }, formula(said)), ...cells);
  }

  /** @param {number} place */
  #equation(place) {
    const [name, tree] = this.run.equations[place];
    const said = math("mrow", symbolNode(name), math("mo", "←"), typeset(tree, symbolNode));
    const cells = [0, 1].map((axis) => {
      const numbers = typeset(tree, (each) => this.#number(each, axis, place));
      const result = this.#number(name, axis);
      result.setAttribute("class", "result");
      return cell(math("mrow", numbers, math("mo", "="), result), name, axis);
    });
    return element("tr", {}, element("th", { scope: "row" }, formula(said)), ...cells);
  }

  /** What came of it: the update, and the step size of each coordinate. */
  #summary() {
    const cells = [0, 1].map((axis) => cell(this.#number("update", axis), "update", axis));
    const said = element("th", { scope: "row" }, "update of x");
    return element("tr", { class: "outcome" }, said, ...cells);
  }

  /**
   * A place for a number.
   * @param {string} name
   * @param {number} axis
   * @param {number} equation the equation that reads it; without, its value after the update
   */
  #number(name, axis, equation = Infinity) {
    const node = math("mn", "0");
    this.#numbers.push({ node, name, axis, equation });
    return node;
  }
}

/** How many samples are on their side. @param {Run} run @param {number} step */
function accuracyWords({ accuracy }, step) {
  const share = accuracy?.[Math.min(step, accuracy.length - 1)] ?? NaN;
  return Number.isNaN(share) ? "" : `Accuracy: ${Number((100 * share).toFixed(1))} % of all samples.`;
}

/** A line that is there while there is something to say. @param {HTMLElement} line @param {string} words */
function say(line, words) {
  if (line.textContent !== words) line.textContent = words;
  line.hidden = !words;
}

/** @param {[string, string]} axes */
function head(axes) {
  const cells = ["", ...axes].map((text) => element("th", { scope: "col" }, text));
  return element("thead", {}, element("tr", {}, ...cells));
}

/**
 * @param {Update} update
 * @param {string} name
 * @param {number} axis
 * @param {number} equation
 */
function wanted(update, name, axis, equation) {
  const read = equation !== Infinity;
  const value =
    name === "update" ? update.value("x", axis) - update.value("x", axis, 0) : update.value(name, axis, equation);
  const text = short(value, DIGITS);
  return read && value < 0 ? `(${text})` : text; // a number that is read stands among operators
}

/**
 * @param {Element} content
 * @param {string} name
 * @param {number} axis
 */
function cell(content, name, axis) {
  return element("td", { "data-quantity": name, "data-axis": String(axis) }, formula(content));
}

/** @param {Element} content */
function formula(content) {
  const set = math("math", content);
  set.setAttribute("displaystyle", "true"); // fractions in full size
  return set;
}
