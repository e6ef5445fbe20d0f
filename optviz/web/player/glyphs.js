/** Arrows, ellipses and crosses that show what an optimizer knows, on the picture. */

import { colourOf, drawHead } from "../plot/marks.js";
import { TITLE, drawCurvature, shapeOf } from "./curvatureglyph.js";
import { evaluate, symbol } from "./formula.js";
import { factorsOf, scaleWords, writeScale } from "./glyphscale.js";
import { Strokes } from "./strokes.js";
import { Update, kindOf } from "./update.js";

/** @typedef {import("../core/payload.js").Run} Run */
/** @typedef {import("../core/scale.js").Scale} Scale */
/** @typedef {import("../core/theme.js").Theme} Theme */
/** @typedef {import("./glyphscale.js").Factors} Factors */
/** @typedef {import("../plot/axes.js").Frame} Frame */
/** @typedef {import("./glyphscale.js").Measured} Measured */
/** @typedef {import("./slowmotion.js").Phase} Phase */
/** @typedef {[number, number]} Pair */
/** @typedef {"gradient" | "memory" | "rate" | "look" | "curvature"} Glyph */

/** What can be switched on, with its name for people, and what it shows. @type {[Glyph, string, string?][]} */
export const GLYPHS = [
  ["gradient", "gradient, downhill"],
  ["memory", "velocity or m"],
  ["rate", "step size per axis"],
  ["look", "look-ahead point"],
  ["curvature", "curvature", TITLE],
];

const ARM = 40; // pixels of the longest arm of a cross
const DOT = 2; // pixels: the radius of what is too small to be drawn otherwise

/**
 * The glyphs of all runs that show some, to one scale, which is written on the picture.
 * @param {Glyphs[]} glyphs
 * @param {Frame} frame of the picture, in pixels
 * @param {(each: Glyphs) => void} draw
 * @param {Frame} corner of what the scale is written, if not of that picture
 */
export function drawGlyphs(glyphs, frame, draw, corner = frame) {
  if (!glyphs.length) return;
  const there = glyphs.filter(({ update }) => update.exists);
  const factors = factorsOf(there, frame);
  /** @type {Map<string, number>} */
  const drawn = new Map();
  for (const each of there) {
    each.factors = factors;
    each.drawn = drawn;
    draw(each);
  }
  if (there.length) writeScale(there[0].context, scaleWords(drawn), corner, there[0].theme);
}

/** Draws the glyphs of one update of one run. */
export class Glyphs {
  /** @type {Factors} by what each kind is multiplied */
  factors = { gradient: 1, displacement: 1, rate: 1 };
  /** @type {Map<string, number>} what was drawn, and by what it was multiplied */
  drawn = new Map();

  /**
   * @param {CanvasRenderingContext2D} context
   * @param {Run} run
   * @param {number} step
   * @param {{x: Scale, y: Scale}} scales
   * @param {Theme} theme
   */
  constructor(context, run, step, scales, theme) {
    this.context = context;
    this.run = run;
    this.scales = scales;
    this.theme = theme;
    this.update = new Update(run, step);
    this.colour = colourOf(run, theme);
    this.strokes = new Strokes(context, this.colour, theme);
    /** Where the update begins, in pixels. */
    this.at = this.#pixels(this.update.pair("x", 0));
  }

  /**
   * How long the longest glyph of a kind is without a factor, in pixels.
   * @param {Measured} kind
   */
  reach(kind) {
    if (kind === "rate") return Math.max(...this.#across(this.update.rate).map(Math.abs));
    const { state } = this.run;
    const names = Object.keys(state).filter((each) => kindOf(this.run, each) === kind);
    if (kind === "gradient") names.push("g");
    const values = names.flatMap((each) => [this.update.pair(each), this.update.pair(each, 0)]);
    return Math.max(0, ...values.map((each) => Math.hypot(...this.#across(each))));
  }

  /** @param {Set<Glyph>} wanted */
  draw(wanted) {
    const { at } = this;
    if (wanted.has("curvature") && this.run.curvature)
      drawCurvature(this.strokes, at, shapeOf(this.run.curvature.at(this.update.step), this.scales));
    if (wanted.has("rate")) this.rate(at);
    if (wanted.has("look") && this.run.grad_at) this.lookAhead(at);
    if (wanted.has("gradient")) this.#gradients(this.#pixels(this.update.measured));
    if (wanted.has("memory")) this.#memory(at);
  }

  /** The gradient, and what wrappers made of it, where there are some. @param {Pair} from in pixels */
  #gradients(from) {
    const given = Object.keys(this.run.state)
      .filter((name) => name.startsWith("g_"))
      .pop();
    this.gradient(from, this.update.pair("g"), 1, given ? 0.45 : 1);
    if (given) this.gradient(from, this.update.pair(given), 1, 1, symbol(given));
  }

  /**
   * One part of an update, as slow motion shows it.
   * @param {Phase} phase
   * @param {number} share of the part that has passed, 0 to 1
   */
  part(phase, share) {
    const { at } = this;
    const next = this.#pixels(this.update.pair("x"));
    if (this.run.grad_at) this.lookAhead(at);
    if (phase.kind === "measure")
      return this.gradient(this.#pixels(this.update.measured), this.update.pair("g"), share);
    if (phase.kind === "ghost" || phase.kind === "move")
      return this.#ghost(at, next, phase.kind === "ghost" ? share : 1);
    this.gradient(this.#pixels(this.update.measured), this.update.pair("g"), 1, 0.35);
    this.#quantity(at, phase, share);
  }

  /**
   * An arrow against a gradient: the way it would have x go.
   * @param {Pair} from in pixels
   * @param {Pair} gradient
   * @param {number} share of its length that is drawn
   * @param {number} opacity
   * @param {string} name what it is called where its factor is written
   */
  gradient(from, gradient, share = 1, opacity = 1, name = "gradient") {
    this.#arrow(from, gradient, -this.factors.gradient * share, opacity);
    this.drawn.set(name, this.factors.gradient);
  }

  /**
   * The step sizes of both coordinates as the half-axes of an ellipse.
   * @param {Pair} at in pixels
   * @param {Pair} rate
   */
  rate(at, rate = this.update.rate) {
    const factor = this.factors.rate;
    const [a, b] = this.#across(rate).map((each) => Math.max(DOT, Math.abs(each) * factor));
    if (!Number.isFinite(a + b)) return;
    this.context.beginPath();
    this.context.ellipse(at[0], at[1], a, b, 0, 0, 7);
    this.strokes.outline(1.5, [4, 3]);
    this.drawn.set("step size", factor);
  }

  /**
   * A displacement times a factor; where that is too short for an arrow, a dot.
   * @param {Pair} from in pixels
   * @param {Pair} value
   * @param {number} factor
   * @param {number} opacity
   */
  #arrow(from, value, factor, opacity = 1) {
    const [dx, dy] = this.#across(value).map((each) => each * factor);
    if (Math.hypot(dx, dy) > DOT) return this.strokes.arrow(from, [from[0] + dx, from[1] + dy], opacity);
    this.context.beginPath();
    this.context.arc(from[0], from[1], DOT, 0, 7);
    this.strokes.outline(DOT, []);
  }

  /**
   * The point whose gradient is asked for, and the way there.
   * @param {Pair} at in pixels
   */
  lookAhead(at) {
    const there = this.#pixels(this.update.measured);
    this.context.beginPath();
    this.context.moveTo(...at);
    this.context.lineTo(...there);
    this.strokes.outline(1.5, [3, 3]);
    this.context.beginPath();
    this.context.arc(there[0], there[1], 5, 0, 7);
    this.strokes.outline(2, []);
  }

  /** @param {Pair} at in pixels */
  #memory(at) {
    const name = ["m", "v"].find((each) => each in this.run.state && kindOf(this.run, each) !== "square");
    if (!name) return;
    const value = this.update.pair(name);
    if (kindOf(this.run, name) === "displacement") this.#displacement(at, value);
    else this.gradient(at, value, 1, 1, symbol(name));
  }

  /**
   * @param {Pair} at in pixels
   * @param {Phase} phase
   * @param {number} share
   */
  #quantity(at, phase, share) {
    const [name] = this.run.equations[phase.equation];
    const value = this.#between(phase, share);
    switch (kindOf(this.run, name)) {
      case "displacement":
        return this.#displacement(at, value);
      case "rate":
        return this.rate(at, value);
      case "square":
        return this.#cross(at, value, name, Math.sqrt);
      case "size":
        return this.#cross(at, value, name, (each) => each);
      case "factor":
        return; // the same for x and y, whatever the gradient: nothing to draw
      default:
        return this.gradient(at, value, 1, 1, symbol(name));
    }
  }

  /**
   * A quantity on its way: from what it was, through its first term, to what it becomes.
   * @param {Phase} phase
   * @param {number} share
   * @returns {Pair}
   */
  #between(phase, share) {
    const [name, tree] = this.run.equations[phase.equation];
    const after = this.update.pair(name);
    if (phase.kind === "compute" || !Array.isArray(tree)) return after;
    const before = this.update.pair(name, phase.equation);
    const first = [0, 1].map((axis) => evaluate(tree[1], (each) => this.update.value(each, axis, phase.equation)));
    const [from, to] = phase.kind === "decay" ? [before, first] : [first, after];
    return [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])];
  }

  /**
   * An arrow that leads, where its factor is 1, to where x would be with it added.
   * @param {Pair} at in pixels
   * @param {Pair} value
   */
  #displacement(at, value) {
    this.#arrow(at, value, this.factors.displacement);
    this.drawn.set("velocity", this.factors.displacement);
  }

  /**
   * Sizes of gradients as the arms of a cross, in proportion to this update's largest.
   * @param {Pair} at in pixels
   * @param {Pair} value
   * @param {string} name
   * @param {(value: number) => number} size the root, where gradients are squared
   */
  #cross([x, y], value, name, size) {
    const largest = size(Math.max(...this.update.pair(name), ...this.update.pair(name, 0)));
    const [a, b] = value.map((each) => (ARM * size(Math.max(0, each))) / largest);
    if (!Number.isFinite(a + b)) return;
    this.context.beginPath();
    this.context.moveTo(x - a, y);
    this.context.lineTo(x + a, y);
    this.context.moveTo(x, y - b);
    this.context.lineTo(x, y + b);
    this.strokes.outline(4, []);
  }

  /**
   * The step before it is taken: a line, and a pale head at its end.
   * @param {Pair} at in pixels
   * @param {Pair} next in pixels
   * @param {number} share
   */
  #ghost(at, next, share) {
    const tip = [at[0] + share * (next[0] - at[0]), at[1] + share * (next[1] - at[1])];
    this.context.beginPath();
    this.context.moveTo(...at);
    this.context.lineTo(tip[0], tip[1]);
    this.strokes.outline(2, [2, 3]);
    this.context.save();
    this.context.globalAlpha = 0.5;
    drawHead(this.context, this.run.style.marker, tip[0], tip[1], 6, this.colour, this.theme.rim);
    this.context.restore();
  }

  /**
   * How far a displacement leads, in pixels; axes may have different scales.
   * @param {Pair} displacement
   * @returns {Pair}
   */
  #across([dx, dy]) {
    const { x, y } = this.scales;
    return [dx * (x(1) - x(0)), dy * (y(1) - y(0))];
  }

  /**
   * @param {Pair} point
   * @returns {Pair}
   */
  #pixels([x, y]) {
    return [this.scales.x(x), this.scales.y(y)];
  }
}
