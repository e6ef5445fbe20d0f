/** Lines and arrows in a run's colour, on a rim that sets them off the picture. */

/** @typedef {import("../core/theme.js").Theme} Theme */
/** @typedef {[number, number]} Pair */

const HEAD = 9; // pixels of an arrow's head

export class Strokes {
  /**
   * @param {CanvasRenderingContext2D} context
   * @param {string} colour
   * @param {Theme} theme
   */
  constructor(context, colour, theme) {
    this.context = context;
    this.colour = colour;
    this.theme = theme;
  }

  /**
   * @param {Pair} from in pixels
   * @param {Pair} to in pixels
   * @param {number} opacity
   * @param {number} width
   */
  arrow(from, to, opacity = 1, width = 2.4) {
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
    if (!(length > 0.5)) return;
    const [ux, uy] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
    const wing = Math.min(HEAD, length * 0.6);
    this.context.save();
    this.context.globalAlpha = opacity;
    this.context.beginPath();
    this.context.moveTo(...from);
    this.context.lineTo(...to);
    this.context.moveTo(to[0] - wing * (ux + 0.5 * uy), to[1] - wing * (uy - 0.5 * ux));
    this.context.lineTo(...to);
    this.context.lineTo(to[0] - wing * (ux - 0.5 * uy), to[1] - wing * (uy + 0.5 * ux));
    this.outline(width, []);
    this.context.restore();
  }

  /**
   * Stroke the path.
   * @param {number} width
   * @param {number[]} dash
   */
  outline(width, dash) {
    const { context } = this;
    context.lineCap = "round";
    context.lineJoin = "round";
    context.setLineDash([]);
    context.lineWidth = width + 2.5;
    context.strokeStyle = this.theme.rim;
    context.stroke();
    context.setLineDash(dash);
    context.lineWidth = width;
    context.strokeStyle = this.colour;
    context.stroke();
    context.setLineDash([]);
    context.lineCap = "butt";
  }
}
