/** A piece of a run's line with its head, as it stands beside the run's name. */

import { TRAIL_WIDTH, colourOf, dashOf, drawHead } from "../plot/marks.js";

const HEAD = 5.4; // its radius at a desk; see Theme.scale

/**
 * @param {import("../core/hidpicanvas.js").HiDpiCanvas} sheet
 * @param {import("../core/payload.js").Run} run
 * @param {import("../core/theme.js").Theme} theme
 */
export function drawSample(sheet, run, theme) {
  const { context, width, height } = sheet;
  const { scale } = theme;
  const colour = colourOf(run, theme);
  sheet.clear();
  context.beginPath();
  context.moveTo(1, height / 2);
  context.lineTo(width - 8 * scale, height / 2);
  context.setLineDash(dashOf(run, TRAIL_WIDTH * scale));
  context.lineWidth = TRAIL_WIDTH * scale;
  context.strokeStyle = colour;
  context.stroke();
  context.setLineDash([]);
  drawHead(context, run.style.marker, width - 9 * scale, height / 2, HEAD * scale, colour, theme.paper);
}
