/** One optimizer's basin map. */

import look from "../look.json" with { type: "json" };
import { element } from "../core/dom.js";
import { HiDpiCanvas } from "../core/hidpicanvas.js";
import { percents, short } from "../core/numbers.js";
import { linear, ticks } from "../core/scale.js";
import { DIVERGED, NOT_THERE } from "../engine/places.js";
import { drawAxis, drawFrame, marksAt } from "../plot/axes.js";
import { drawCells } from "../plot/cells.js";
import { colourOf, drawHead, drawMinimum, drawValleys } from "../plot/marks.js";
import { SettingsLine } from "./settingsline.js";

/** @typedef {import("./basins.js").Content} Content */
/** @typedef {import("../core/theme.js").Theme} Theme */

const EDGE = { left: 30, top: 4, right: 8, bottom: 20 };
const TALLEST = 1.1; // height of a map for its width
const FLATTEST = 0.62;
const MOST_LETTERS = 12; // for more there is no room
const SMALL = 0.6; // of a mark without a letter

export class BasinMap {
  /** @type {Content | null} */ #content = null;
  #frame = { left: 0, top: 0, right: 1, bottom: 1 };
  /** @type {HiDpiCanvas | null} */ #lines = null; // contours and axes, which do not change with time
  /** @type {number[]} */ #counts = [];
  #prepared = "";
  #drawn = "";
  #cells = new ImageData(1, 1);
  #lost = new ImageData(1, 1);

  /**
   * @param {number} place of the optimizer
   * @param {import("./basins.js").BasinMaps} maps
   */
  constructor(place, maps) {
    this.place = place;
    this.maps = maps;
    const canvas = element("canvas", { role: "img" });
    this.sheet = new HiDpiCanvas(canvas);
    this.mark = element("canvas", { class: "mark" });
    this.name = element("b", {});
    this.share = element("span", { class: "share" });
    this.box = element("div", { class: "map" }, canvas);
    this.settings = new SettingsLine(maps.live, place);
    const caption = element("figcaption", {}, this.mark, this.name, this.settings.root, this.share);
    this.root = element("figure", {}, caption, this.box);
    canvas.addEventListener("pointermove", (event) => this.#point(event));
    canvas.addEventListener("pointerleave", () => maps.reading.hide());
    canvas.addEventListener("click", (event) => {
      const [column, row] = this.#cell(event);
      const { columns, rows } = /** @type {Content} */ (this.#content);
      if (column >= 0) maps.take([columns[column], rows[row]]);
    });
  }

  /** @param {Content} content */
  show(content) {
    this.#content = content;
    this.forget();
    const { xlim, ylim } = content.surface;
    const ratio = (ylim[1] - ylim[0]) / (xlim[1] - xlim[0]);
    this.box.style.aspectRatio = String(1 / Math.max(FLATTEST, Math.min(TALLEST, ratio)));
    this.name.textContent = content.runs[this.place].name;
    this.sheet.canvas.setAttribute("aria-label", `Where ${content.runs[this.place].name} ends from everywhere`);
  }

  /** The contours are others. */
  forget() {
    this.#prepared = this.#drawn = "";
  }

  /** @param {number} step @param {Theme} theme */
  draw(step, theme) {
    if (!this.#content) return;
    this.settings.show([]);
    if (!this.maps.live.done(this.place) && !this.#drawn) return; // there is a first picture in a moment
    const resized = this.sheet.fit();
    const { width, height, context } = this.sheet;
    this.#frame = { left: EDGE.left, top: EDGE.top, right: width - EDGE.right, bottom: height - EDGE.bottom };
    const key = JSON.stringify([theme.dark, theme.scale, theme.areas]);
    if (resized || this.#prepared !== key) this.#prepare(theme);
    this.#prepared = key;
    const drawn = `${key} ${step} ${this.maps.live.version(this.place)}`;
    if (!resized && this.#drawn === drawn) return;
    this.#drawn = drawn;
    this.sheet.clear();
    const { left, top, right, bottom } = this.#frame;
    this.#paint(step);
    const [image, lost] = [this.#cells, this.#lost];
    // The outermost starts lie on the frame, so half of their cells is outside.
    const [w, h] = [(right - left) / (image.width - 1), (bottom - top) / (image.height - 1)];
    const over = { left: left - w / 2, top: top - h / 2, right: right + w / 2, bottom: bottom + h / 2 };
    context.save();
    context.beginPath();
    context.rect(left, top, right - left, bottom - top);
    context.clip();
    this.maps.patterns.missed.fill(context, null, over, theme.areas.missed); // what is elsewhere covers it
    if (this.#counts[1]) this.maps.patterns.lost.fill(context, lost, over, theme.areas.diverged);
    drawCells(context, image, over);
    context.restore();
    this.sheet.lay(/** @type {HiDpiCanvas} */ (this.#lines));
    this.#tellShares(step);
  }

  /**
   * The cells as they are after so many steps, and those that are lost; others are at no minimum yet.
   * @param {number} step
   */
  #paint(step) {
    const { rows, columns, minimum, since, steps } = /** @type {Content} */ (this.#content);
    const [h, w] = [rows.length, columns.length];
    if (this.#cells.width !== w || this.#cells.height !== h) {
      [this.#cells, this.#lost] = [new ImageData(w, h), new ImageData(w, h)];
    }
    const [cells, gone] = [this.#cells, this.#lost].map(({ data }) => new Uint32Array(data.buffer).fill(0));
    const scale = 255 / steps;
    const { tables } = this.maps;
    const begin = this.place * w * h;
    this.#counts = [0, 0, 0];
    for (let k = 0; k < w * h; k++) {
      const which = minimum[begin + k];
      const when = since[begin + k];
      const at = (h - 1 - Math.floor(k / w)) * w + (k % w);
      if (when > step || (which < 0 && which !== DIVERGED)) {
        this.#counts[2] += 1;
      } else if (which === DIVERGED) {
        gone[at] = 0xff000000;
        this.#counts[1] += 1;
      } else {
        cells[at] = tables[which % tables.length][Math.round(scale * when)];
        this.#counts[0] += 1;
      }
    }
  }

  /** @param {number} step */
  #tellShares(step) {
    const [there, lost, away] = percents(this.#counts);
    const words = [`${there} there`];
    if (this.#counts[1]) words.push(`${lost} ${this.#content?.early}`);
    if (this.#counts[2]) words.push(`${away} not yet`);
    const done = this.maps.live.done(this.place);
    if (done < 1) words.push(`${Math.floor(100 * done)} % computed`);
    const text = words.join(", ");
    if (this.share.textContent !== text) this.share.textContent = text;
    this.share.title = `after ${step} steps`;
  }

  /** What lies over the cells. @param {Theme} theme */
  #prepare(theme) {
    this.#lines = this.sheet.twin();
    const { context } = this.#lines;
    const { surface, minima, valleys, start } = /** @type {Content} */ (this.#content);
    const { left, top, right, bottom } = this.#frame;
    const x = linear(surface.xlim, [left, right]);
    const y = linear(surface.ylim, [bottom, top]);
    context.save();
    context.beginPath();
    context.rect(left, top, right - left, bottom - top);
    context.clip();
    this.#drawContours(context, theme);
    context.restore();
    drawFrame(context, this.#frame, theme);
    const small = { gap: 5, size: look.type.label };
    const across = marksAt(ticks(surface.xlim, (right - left) / 60), x).filter(({ at }) => at < right - 4);
    const up = marksAt(ticks(surface.ylim, (bottom - top) / 50), y).filter(({ at }) => at > top + 3);
    drawAxis(context, "below", across, this.#frame, theme, small);
    drawAxis(context, "left", up, this.#frame, theme, small);
    if (valleys)
      drawValleys(
        context,
        surface.valleys.map((value, i) => (i % 2 ? y : x)(value)),
        theme,
      );
    for (let i = 0; i < minima.length; i += 2) this.#drawMinimum(context, x(minima[i]), y(minima[i + 1]), i / 2, theme);
    for (const [width, colour] of /** @type {[number, string][]} */ ([
      [4.5, theme.paper],
      [2, theme.ink],
    ])) {
      context.lineWidth = width;
      context.strokeStyle = colour;
      context.beginPath();
      context.arc(x(start[0]), y(start[1]), 6, 0, 2 * Math.PI);
      context.stroke();
    }
    const { style } = /** @type {Content} */ (this.#content).runs[this.place];
    const mark = new HiDpiCanvas(this.mark);
    mark.fit();
    drawHead(mark.context, style.marker, mark.width / 2, mark.height / 2, 6, colourOf({ style }, theme), theme.paper);
  }

  /** @param {CanvasRenderingContext2D} context @param {Theme} theme */
  #drawContours(context, theme) {
    const { left, top, right, bottom } = this.#frame;
    context.strokeStyle = theme.contour;
    context.lineWidth = 1;
    for (const line of this.maps.contours) {
      context.beginPath();
      for (let i = 0; i < line.length; i += 2) {
        context.lineTo(left + line[i] * (right - left), bottom - line[i + 1] * (bottom - top));
      }
      context.stroke();
    }
  }

  /**
   * @param {CanvasRenderingContext2D} context
   * @param {number} x @param {number} y
   * @param {number} i which minimum
   * @param {Theme} theme
   */
  #drawMinimum(context, x, y, i, theme) {
    const { letters, lowest } = /** @type {Content} */ (this.#content);
    if (letters.length > MOST_LETTERS) return drawMinimum(context, lowest[i], x, y, theme, SMALL);
    const [inside, line] = lowest[i] ? [theme.ink, theme.paper] : [theme.paper, theme.ink];
    context.beginPath();
    context.arc(x, y, 8 * theme.scale, 0, 2 * Math.PI);
    context.fillStyle = inside;
    context.fill();
    context.lineWidth = 1;
    context.strokeStyle = line;
    context.stroke();
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.fillStyle = line;
    context.font = `bold ${10 * theme.scale}px ${theme.font}`;
    context.fillText(letters[i], x, y + 0.5);
  }

  /** @param {MouseEvent} event @returns {[number, number]} column and row, or -1 twice */
  #cell({ offsetX, offsetY }) {
    const { left, top, right, bottom } = this.#frame;
    const { columns, rows } = /** @type {Content} */ (this.#content);
    const column = Math.round(((offsetX - left) / (right - left)) * (columns.length - 1));
    const row = Math.round(((bottom - offsetY) / (bottom - top)) * (rows.length - 1));
    const inside = column >= 0 && row >= 0 && column < columns.length && row < rows.length;
    return inside ? [column, row] : [-1, -1];
  }

  /** @param {PointerEvent} event */
  #point(event) {
    const { reading } = this.maps;
    const [column, row] = this.#cell(event);
    this.sheet.canvas.style.cursor = column < 0 ? "" : "crosshair";
    if (column < 0 || !this.#content) return reading.hide();
    const { columns, early, rows, runs, minimum, since, minima, letters, surface } = this.#content;
    const k = (this.place * rows.length + row) * columns.length + column;
    const which = minimum[k];
    const place = `${letters[which]} (${short(minima[2 * which])}, ${short(minima[2 * which + 1])})`;
    const end = which >= 0 ? `at ${place} from step ${since[k]} on` : "";
    const says =
      which === DIVERGED ? `${early} at step ${since[k]}` : which === NOT_THERE ? "at no minimum at the end" : end;
    const at = this.root.getBoundingClientRect();
    const origin = this.maps.root.getBoundingClientRect();
    reading.tell(at.left - origin.left + event.offsetX, `${runs[this.place].name}: ${says || "not known yet"}`, [
      [`start ${surface.axes[0]}`, short(columns[column], 4)],
      [`start ${surface.axes[1]}`, short(rows[row], 4)],
    ]);
    reading.root.style.top = `${at.top - origin.top + event.offsetY + 40}px`;
  }
}
