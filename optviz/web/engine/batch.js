/**
 * Many trials of one rule at once, of which no more is kept than where they are: clouds, basin maps,
 * sweeps. Each goes exactly as in a race. One that has ended costs nothing any more.
 */

import { changeSteps, isCurved, valueAt } from "../core/settings.js";
import { overflows } from "./ending.js";
import { Kernel } from "./kernel.js";
import { seenAt } from "./race.js";
import { stagesOf } from "./stages.js";

/** @typedef {import("../core/settings.js").Has} Has */
/** @typedef {{batches: Uint16Array | null, batch: number | null}} Seen the samples that steps see, as in a race */

const EVERYTHING = { batches: null, batch: null };

export class Batch {
  /** How many steps have been made. */
  step = 0;
  /** How many trials still run: those in the first slots. */
  count = 0;
  #stages;
  #columns; // two rooms, for the slots before and after a step: x, y and what is carried
  #outputs; // for each of them the arrays that a kernel writes when it steps into it
  #size; // of what a step came to: x^2 + y^2, or not finite where anything is not
  #far2;
  #lossKernel;
  #turns = /** @type {number[]} */ ([]);
  #turn = 0;
  #curved = false;
  /** @type {Has} */ #run = { hyper: {}, changes: {} };
  /** @type {Seen} */ #seen = EVERYTHING;

  /**
   * @param {import("./race.js").Engine} engine
   * @param {string} key of the rule
   * @param {number} room for so many trials; beyond some 2,000 they fit the processor's cache no more
   * @param {string[]} swept hyper-parameters of which each trial has a value of its own
   * @param {boolean} losses whether the loss is wanted after each step
   */
  constructor(engine, key, room, swept = [], losses = false) {
    this.engine = engine;
    this.rule = engine.rule(key);
    this.room = room;
    this.swept = swept.map((name) => ({ name, values: new Float64Array(room) }));
    this.#stages = stagesOf(this.rule, swept, room);
    const carried = this.#stages[0].step.carried.length;
    const columns = () => Array.from({ length: 2 + carried }, () => new Float64Array(room));
    this.#size = new Float64Array(room);
    this.#columns = [columns(), columns()];
    this.#outputs = this.#columns.map((each) => [...each, this.#size]);
    this.#far2 = engine.content.safe ** 2;
    /** Which trial is in each slot. */
    this.who = new Int32Array(room);
    /** Of each slot, where it is wanted. @type {Float64Array | null} */
    this.loss = losses || !this.#far2 ? new Float64Array(room) : null;
    this.#lossKernel = this.loss && new LossKernel(engine, room);
    /** Of each trial: the step at which it was not finite any more, -1 as long as it runs. */
    this.ended = new Int32Array(room);
    /** Of each trial that has ended: whether it stands where the loss has no gradient, and does not diverge. */
    this.stands = new Uint8Array(room);
    /** Of each trial that has ended: x and y of its last iterate, in pairs. */
    this.last = new Float64Array(2 * room);
  }

  /** Of each slot. */
  get x() {
    return this.#columns[0][0];
  }

  /** Of each slot. */
  get y() {
    return this.#columns[0][1];
  }

  /**
   * Begin anew.
   * @param {Has} run its settings
   * @param {ArrayLike<number>} starts pairs of x and y, one for each trial
   * @param {Record<string, ArrayLike<number>>} values of what is swept, one for each trial
   * @param {Seen} seen
   */
  begin(run, starts, values = {}, seen = EVERYTHING) {
    this.step = this.#turn = 0;
    this.count = starts.length / 2;
    this.#run = run;
    this.#seen = seen;
    this.#turns = changeSteps(run);
    this.#curved = isCurved(run);
    for (const { step, numbers } of this.#stages) {
      if (step.parameter >= 0) numbers[step.parameter] = step.input[step.parameter];
    }
    this.#set(0);
    for (const { name, values: own } of this.swept) for (let i = 0; i < this.count; i++) own[i] = values[name][i];
    const hyper = { ...run.hyper };
    const [columns] = this.#columns;
    let first = this.rule.first(hyper);
    for (let i = 0; i < this.count; i++) {
      this.who[i] = i;
      this.ended[i] = -1;
      columns[0][i] = starts[2 * i];
      columns[1][i] = starts[2 * i + 1];
      if (this.swept.length) {
        for (const { name, values: own } of this.swept) hyper[name] = own[i];
        first = this.rule.first(hyper);
      }
      for (let c = 0; c < first.length; c++) columns[2 + c][i] = first[c];
    }
    this.#lossKernel?.run(columns, /** @type {Float64Array} */ (this.loss), this.count);
    for (let slot = this.count - 1; slot >= 0; slot--) {
      const [x, y] = [columns[0][slot], columns[1][slot]];
      if (x * x + y * y < this.#far2 || Number.isFinite(this.#lossAt(slot, x, y))) continue;
      this.#take(slot, 0, false);
    }
  }

  /** All trials that still run make a step. */
  advance() {
    const k = this.step++;
    const { lasts } = this.engine.content;
    const turned = this.#turns[this.#turn] === k;
    if (turned) this.#turn++;
    if (turned || this.#curved) this.#set(k);
    const stage = this.#stages[lasts ? Math.min(Math.floor(k / lasts), this.#stages.length - 1) : 0];
    const { step, kernel, numbers, given, from } = stage;
    if (step.t >= 0) numbers[step.t] = k + 1;
    for (let i = 0; i < given.length; i++) {
      if (from[i] >= 0) given[i] = this.#columns[0][from[i]];
      else if (from[i] < -1) given[i] = this.swept[-2 - from[i]].values;
    }
    const { batches, batch } = this.#seen;
    const { samples } = step.program;
    if (!batches || !batch) kernel.run(given, numbers, this.#outputs[1], this.count, this.engine.all, samples, 0);
    else kernel.run(given, numbers, this.#outputs[1], this.count, batches, seenAt(k, batch, samples), k * batch);
    this.#columns.reverse();
    this.#outputs.reverse();
    const [after] = this.#columns;
    this.#lossKernel?.run(after, /** @type {Float64Array} */ (this.loss), this.count);
    for (let slot = this.count - 1; slot >= 0; slot--) {
      if (this.#size[slot] < this.#far2 || this.#isFine(slot)) continue;
      this.#take(slot, k + 1, this.#hasNoGradient(slot, stage, k));
    }
  }

  /** The hyper-parameters of a step, where they are the same for all. @param {number} k */
  #set(k) {
    for (const { step, numbers } of this.#stages) {
      for (let h = 0; h < step.hyper.length; h++) numbers[step.hyperAt[h]] = valueAt(this.#run, step.hyper[h], k);
    }
  }

  /** @param {number} slot @param {number} x @param {number} y */
  #lossAt(slot, x, y) {
    return this.loss ? this.loss[slot] : this.engine.lossAt(x, y);
  }

  /** Whether point, memory and loss are finite after a step. @param {number} slot */
  #isFine(slot) {
    const [after] = this.#columns;
    for (const column of after) if (!Number.isFinite(column[slot])) return false;
    return Number.isFinite(this.#lossAt(slot, after[0][slot], after[1][slot]));
  }

  /**
   * Whether there was no gradient to follow where a step measured it, as at the minimum of |x|.
   * @param {number} slot @param {ReturnType<typeof stagesOf>[0]} stage @param {number} k which step, from 0
   */
  #hasNoGradient(slot, { step, numbers, from }, k) {
    const { program, output, gradAt, whereAt } = step;
    const [, before] = this.#columns;
    const input = Float64Array.from(numbers, (number, i) => {
      if (from[i] === -1) return number;
      return (from[i] >= 0 ? before[from[i]] : this.swept[-2 - from[i]].values)[slot];
    });
    const { batches, batch } = this.#seen;
    const count = batches && batch ? seenAt(k, batch, program.samples) : program.samples;
    const seen = batches && batch ? batches.subarray(k * batch, k * batch + count) : this.engine.all;
    program.run(input, output, seen, count);
    if (Number.isFinite(output[gradAt]) && Number.isFinite(output[gradAt + 1])) return false;
    if (!Number.isFinite(this.engine.lossAt(output[whereAt], output[whereAt + 1]))) return false;
    return !overflows({ program, input, seen, count }, ["grad"], ["grad_at"]);
  }

  /**
   * Take a trial out; that of the last slot gets its place.
   * @param {number} slot @param {number} step @param {boolean} stands
   */
  #take(slot, step, stands) {
    const trial = this.who[slot];
    const [after, before] = this.#columns;
    const [x, y] = step ? before : after;
    this.ended[trial] = step;
    this.stands[trial] = +stands;
    this.last[2 * trial] = x[slot];
    this.last[2 * trial + 1] = y[slot];
    const from = --this.count;
    this.who[slot] = this.who[from];
    for (const column of after) column[slot] = column[from];
    for (const { values } of this.swept) values[slot] = values[from];
    if (this.loss) this.loss[slot] = this.loss[from];
  }
}

/** The full loss of all trials. */
class LossKernel {
  #kernel;
  #given;
  #output = /** @type {Float64Array[]} */ ([]);

  /** @param {import("./race.js").Engine} engine @param {number} room */
  constructor({ loss, all }, room) {
    const { encoded, columns, inputs } = loss.program;
    this.field = loss;
    this.all = all;
    this.axes = inputs.map((name) => ["x", "y"].indexOf(name));
    this.#kernel = new Kernel(encoded, columns, (name) => name === "x" || name === "y", room);
    this.#given = /** @type {(Float64Array | null)[]} */ (inputs.map(() => null));
  }

  /** @param {Float64Array[]} points columns of x and y @param {Float64Array} found @param {number} trials */
  run(points, found, trials) {
    const { axes, all, field } = this;
    for (let k = 0; k < axes.length; k++) if (axes[k] >= 0) this.#given[k] = points[axes[k]];
    this.#output[0] = found;
    this.#kernel.run(this.#given, field.input, this.#output, trials, all, all.length, 0);
  }
}
