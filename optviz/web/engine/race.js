/**
 * Races computed here: every quantity of every step as Python's race has it, from the same definitions.
 * Runs are written into the arrays that they have, which makes no garbage while a pointer moves.
 */

import { changeSteps, isCurved } from "../core/settings.js";
import { Curvature, Hessian } from "./curvature.js";
import { ending, told } from "./ending.js";
import { Field } from "./field.js";
import { Minibatches } from "./minibatches.js";
import { Program } from "./program.js";
import { Rule } from "./rule.js";

/** @typedef {import("../core/payload.js").Run} Run */
/** @typedef {import("../core/payload.js").Race} Race */
/** @typedef {import("../core/payload.js").EngineContent} EngineContent */

export class Engine {
  /** By their keys; others are run by Python alone. @type {Map<string, Rule>} */
  #rules = new Map();
  #hessian;
  /** @type {Minibatches | null} */ #minibatches = null;

  /**
   * @param {EngineContent} content
   * @throws {Error} it has what is no program
   */
  constructor(content) {
    this.content = content;
    const programs = content.programs.map((each) => new Program(each, content.columns));
    const loss = programs[content.loss];
    this.all = Uint16Array.from({ length: loss.samples }, (_, k) => k);
    this.loss = new Field(loss, this.all);
    this.accuracy = content.accuracy === null ? null : new Field(programs[content.accuracy], this.all);
    this.#hessian = content.hessian === null ? null : new Hessian(programs[content.hessian], this.all);
    for (const [key, rule] of Object.entries(content.rules)) {
      if (!("why" in rule)) this.#rules.set(key, new Rule(rule, programs));
    }
    this.fix(content.parameter);
  }

  /** Whether a rule can be run here. @param {string} key */
  knows(key) {
    return this.#rules.has(key);
  }

  /** @param {string} key @returns {Rule} */
  rule(key) {
    const rule = this.#rules.get(key);
    if (!rule) throw new Error(`there is no program of ${key}`);
    return rule;
  }

  /** Have a run know the curvature along it, where the loss has a program for that. @param {Run} run */
  bend(run) {
    const { limit } = this.rule(run.key);
    if (this.#hessian) run.curvature = new Curvature(this.#hessian, limit, run);
  }

  /**
   * Draw anew which samples the steps see, for the race's seed, size of minibatches and steps.
   * @param {Pick<Race, "seed" | "batch" | "steps" | "batches"> & {runs: {key: string}[]}} race
   */
  draw(race) {
    const { seed, batch, steps, batches } = race;
    if (!batches || !batch) return;
    this.#minibatches ??= new Minibatches(this.rule(race.runs[0].key).stages[0].program.samples);
    race.batches = this.#minibatches.seen(seed, batch, steps, batches);
  }

  /** Compute with another number of the loss's own. @param {number | null} value null where it has none */
  fix(value) {
    if (value === null) return;
    this.loss.fix(value);
    this.#hessian?.fix(value);
    for (const { stages } of this.#rules.values()) {
      for (const { input, parameter } of stages) if (parameter >= 0) input[parameter] = value;
    }
  }

  /** The full loss at a point. @param {number} x @param {number} y */
  lossAt(x, y) {
    return this.loss.at(x, y)[0];
  }

  /**
   * The gradient of the full loss at a point, in the same array again and again.
   * @param {number} x @param {number} y
   * @returns {Float64Array | null} null where the loss changes in the race, or no rule here asks for its gradient there
   */
  gradientAt(x, y) {
    const { stages } = this.#rules.get("sgd") ?? { stages: [] };
    if (stages.length !== 1 || stages[0].looksAhead) return null;
    const [{ program, input, output, gradAt, ...at }] = stages;
    if (at.x >= 0) input[at.x] = x;
    if (at.y >= 0) input[at.y] = y;
    program.run(input, output, this.all, program.samples);
    return output.subarray(gradAt, gradAt + 2);
  }

  /**
   * Run all of a race again, from its start and with its runs' hyper-parameters.
   *
   * @param {Race} race its runs are written anew
   * @param {Float64Array} minima pairs of x and y, of which the nearest is measured
   */
  race(race, minima) {
    race.runs.forEach((_, place) => this.run(race, place, minima));
  }

  /**
   * One run of a race.
   *
   * @param {Race} race
   * @param {number} place of the run
   * @param {Float64Array} minima
   * @param {boolean} [given] whether its points are known: then all else is computed at these
   */
  run(race, place, minima, given) {
    const run = race.runs[place];
    const rule = this.rule(run.key);
    const { stages } = rule;
    const { steps } = race;
    rule.begin(run);
    const turns = changeSteps(run);
    const curved = isCurved(run);
    let turn = 0;
    if (stages[0].looksAhead) run.grad_at ??= new Float64Array(2 * steps);
    run.x.set(race.start);
    run.loss[0] = this.loss.along(run.x, 0)[0];
    this.#measure(run, 0, minima);
    let ended = /** @type {number | null} */ (null);
    let before = stages[0];
    for (let k = 0; k < steps; k++) {
      const turned = turns[turn] === k;
      if (turned) turn++;
      if (turned || curved) rule.turn(run, k);
      const step =
        stages.length === 1 ? before : stages[Math.min(Math.floor(k / this.content.lasts), stages.length - 1)];
      const { input, output, program } = step;
      if (step !== before)
        for (let c = 0; c < step.carried.length; c++) input[step.carried[c][1]] = before.input[before.carried[c][1]];
      before = step;
      if (step.x >= 0) input[step.x] = run.x[2 * k];
      if (step.y >= 0) input[step.y] = run.x[2 * k + 1];
      if (step.t >= 0) input[step.t] = k + 1;
      this.#step(race, program, input, output, k);
      run.grad[2 * k] = output[step.gradAt];
      run.grad[2 * k + 1] = output[step.gradAt + 1];
      if (run.grad_at) {
        run.grad_at[2 * k] = output[step.whereAt];
        run.grad_at[2 * k + 1] = output[step.whereAt + 1];
      }
      if (!given) {
        run.x[2 * k + 2] = output[step.afterAt];
        run.x[2 * k + 3] = output[step.afterAt + 1];
      }
      run.loss[k + 1] = this.loss.along(run.x, k + 1)[0];
      let fine =
        Number.isFinite(run.x[2 * k + 2]) && Number.isFinite(run.x[2 * k + 3]) && Number.isFinite(run.loss[k + 1]);
      for (let c = 0; c < step.carried.length; c++) fine = fine && Number.isFinite(output[step.carried[c][0]]);
      if (!fine) {
        ended = k + 1;
        run.ending = this.#ending(race, run, step, k, minima);
        break;
      }
      for (let c = 0; c < step.carried.length; c++) input[step.carried[c][1]] = output[step.carried[c][0]];
      for (let s = 0; s < step.states.length; s++) {
        const state = step.states[s];
        const history = run.state[state[0]];
        history[2 * k + 2] = output[state[1]];
        history[2 * k + 3] = output[state[1] + 1];
      }
      this.#measure(run, k + 1, minima);
    }
    run.curvature?.forget();
    run.ended = ended;
    if (ended === null) run.ending = null;
    else clear(run, ended);
  }

  /**
   * @param {Race} race @param {Program} program @param {Float64Array} input @param {Float64Array} output
   * @param {number} k which step, from 0
   */
  #step({ batches, batch }, program, input, output, k) {
    if (!batches || !batch) return program.run(input, output, this.all, program.samples);
    const count = seenAt(k, batch, program.samples);
    program.run(input, output, batches, count, k * batch);
  }

  /**
   * What ended a run.
   * @param {Race} race @param {Run} run @param {import("./rule.js").Step} step as it was made, its input unchanged
   * @param {number} k which step, from 0 @param {Float64Array} minima
   */
  #ending({ batches, batch }, run, { program, input, output, afterAt, gradAt, whereAt, carried }, k, minima) {
    const pair = (/** @type {number} */ at) => [output[at], output[at + 1]];
    const [x, y] = pair(afterAt);
    const count = batches && batch ? seenAt(k, batch, program.samples) : program.samples;
    const seen = batches && batch ? batches.subarray(k * batch, k * batch + count) : this.all;
    const found = ending(
      {
        step: { program, input, seen, count },
        loss: this.loss.computation(x, y),
        at: pair(whereAt),
        gradient: pair(gradAt),
        before: run.x.subarray(2 * k, 2 * k + 2),
        after: [x, y],
        memory: carried.map(([from]) => output[from]),
      },
      (u, v) => this.lossAt(u, v),
      (point) => nearest(minima, point, 0) <= this.content.arrived,
    );
    return told(this.content, run, k + 1, found);
  }

  /**
   * What is measured at an iterate.
   * @param {Run} run @param {number} k which @param {Float64Array} minima
   */
  #measure(run, k, minima) {
    if (run.accuracy && this.accuracy) run.accuracy[k] = this.accuracy.along(run.x, k)[0];
    if (run.distance) run.distance[k] = nearest(minima, run.x, k);
  }
}

/** How many samples a step sees. @param {number} k which step, from 0 @param {number} batch @param {number} samples */
export function seenAt(k, batch, samples) {
  const slots = Math.ceil(samples / batch);
  return (k + 1) % slots === 0 ? samples - (slots - 1) * batch : batch;
}

/** How far the nearest minimum is. @param {Float64Array} minima @param {ArrayLike<number>} pairs @param {number} k which */
function nearest(minima, pairs, k) {
  let least = Infinity;
  for (let m = 0; m < minima.length; m += 2) {
    least = Math.min(least, Math.hypot(pairs[2 * k] - minima[m], pairs[2 * k + 1] - minima[m + 1]));
  }
  return least;
}

/** What follows the last finite step is nothing. @param {Run} run @param {number} ended */
function clear(run, ended) {
  for (const each of [run.x, ...Object.values(run.state)]) each.fill(NaN, 2 * ended);
  for (const each of [run.loss, run.accuracy, run.distance]) each?.fill(NaN, ended);
  for (const each of [run.grad, run.grad_at]) each?.fill(NaN, 2 * ended);
}
