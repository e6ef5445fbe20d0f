/** Balls of a class, drawn once each: two hundred of them are then laid on the picture in every frame. */

import { colourOf } from "../plot/marks.js";

/** @typedef {import("../core/theme.js").Theme} Theme */

const LARGE = 11; // pixels at a desk: radius of a ball among few
const SMALL = 8; // among many
const RIM = 2;

export class Sprites {
  /** @type {Map<string, {canvas: HTMLCanvasElement, width: number, height: number, middle: number}>} */
  #made = new Map();
  #look = "";

  /**
   * @param {CanvasRenderingContext2D} context
   * @param {{number: number, name: string}} entry
   * @param {import("../core/payload.js").Run} run
   * @param {number} x in pixels @param {number} y @param {boolean} many @param {Theme} theme
   */
  draw(context, { number, name }, run, x, y, many, theme) {
    const density = window.devicePixelRatio || 1;
    const look = [theme.paper, theme.scale, density, many].join();
    if (look !== this.#look) this.#made.clear();
    this.#look = look;
    const colour = colourOf(run, theme);
    const key = `${number} ${name} ${colour}`;
    const sprite =
      this.#made.get(key) ?? ball(number, name, colour, (many ? SMALL : LARGE) * theme.scale, density, theme);
    this.#made.set(key, sprite);
    context.drawImage(sprite.canvas, x - sprite.middle, y - sprite.middle, sprite.width, sprite.height);
  }
}

/**
 * A ball with its number in it, and its name beside it.
 * @param {number} number @param {string} name @param {string} colour @param {number} radius @param {number} density
 * @param {Theme} theme
 */
function ball(number, name, colour, radius, density, theme) {
  const canvas = document.createElement("canvas");
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  const font = `600 ${1.25 * radius}px ${theme.font}`;
  context.font = font;
  const middle = radius + RIM;
  const [width, height] = [2 * middle + (name ? context.measureText(name).width + 6 : 0), 2 * middle];
  canvas.width = Math.ceil(width * density);
  canvas.height = Math.ceil(height * density);
  context.scale(density, density);
  context.beginPath();
  context.arc(middle, middle, radius, 0, 2 * Math.PI);
  context.lineWidth = 2 * RIM;
  context.strokeStyle = theme.paper;
  context.stroke();
  context.fillStyle = colour;
  context.fill();
  context.font = `600 ${(number > 99 ? 0.85 : 1.1) * radius}px ${theme.font}`;
  context.textBaseline = "middle";
  context.textAlign = "center";
  context.fillStyle = theme.paper;
  context.fillText(String(number), middle, middle + 0.5);
  if (name) label(context, name, 2 * middle + 2, middle, font, theme);
  return { canvas, width: canvas.width / density, height: canvas.height / density, middle };
}

/** @param {CanvasRenderingContext2D} context @param {string} name @param {number} x @param {number} y @param {string} font @param {Theme} theme */
function label(context, name, x, y, font, theme) {
  context.font = font;
  context.textAlign = "left";
  context.lineJoin = "round";
  context.lineWidth = 3;
  context.strokeStyle = theme.paper;
  context.strokeText(name, x, y);
  context.fillStyle = theme.ink;
  context.fillText(name, x, y);
}
