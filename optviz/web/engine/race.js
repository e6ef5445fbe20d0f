/**
 * Races computed here: every quantity of every step as Python's race has it, from the same definitions.
 * Runs are written into the arrays that they have, which makes no garbage while a pointer moves.
 */

import { changeSteps } from "../core/settings.js";
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
   * @param {Race} race
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
   */
  run(race, place, minima) {
    const run = race.runs[place];
    const rule = this.rule(run.key);
    const { stages } = rule;
    const { steps } = race;
    let [x, y] = race.start;
    rule.begin(run);
    const turns = changeSteps(run);
    let turn = 0;
    if (stages[0].looksAhead) run.grad_at ??= new Float64Array(2 * steps);
    this.#write(run, 0, x, y, this.lossAt(x, y), minima);
    let ended = /** @type {number | null} */ (null);
    let before = stages[0];
    for (let k = 0; k < steps; k++) {
      if (turns[turn] === k) {
        rule.turn(run, k);
        turn++;
      }
      const step =
        stages.length === 1 ? before : stages[Math.min(Math.floor(k / this.content.lasts), stages.length - 1)];
      const { input, output, program } = step;
      if (step !== before)
        for (let c = 0; c < step.carried.length; c++) input[step.carried[c][1]] = before.input[before.carried[c][1]];
      before = step;
      if (step.x >= 0) input[step.x] = x;
      if (step.y >= 0) input[step.y] = y;
      if (step.t >= 0) input[step.t] = k + 1;
      this.#step(race, program, input, output, k);
      run.grad[2 * k] = output[step.gradAt];
      run.grad[2 * k + 1] = output[step.gradAt + 1];
      if (run.grad_at) {
        run.grad_at[2 * k] = output[step.whereAt];
        run.grad_at[2 * k + 1] = output[step.whereAt + 1];
      }
      x = output[step.afterAt];
      y = output[step.afterAt + 1];
      const loss = this.lossAt(x, y);
      let fine = Number.isFinite(x) && Number.isFinite(y) && Number.isFinite(loss);
      for (let c = 0; c < step.carried.length; c++) fine = fine && Number.isFinite(output[step.carried[c][0]]);
      if (!fine) {
        ended = k + 1;
        run.ending = this.#ending(race, run, step, k, minima);
        break;
      }
      for (let c = 0; c < step.carried.length; c++) input[step.carried[c][1]] = output[step.carried[c][0]];
      for (let s = 0; s < step.states.length; s++) {
        const [name, begin] = step.states[s];
        const history = run.state[name];
        history[2 * k + 2] = output[begin];
        history[2 * k + 3] = output[begin + 1];
      }
      this.#write(run, k + 1, x, y, loss, minima);
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
      (point) => nearest(minima, point[0], point[1]) <= this.content.arrived,
    );
    return told(this.content, run, k + 1, found);
  }

  /**
   * @param {Run} run @param {number} k which step @param {number} x @param {number} y
   * @param {number} loss @param {Float64Array} minima
   */
  #write(run, k, x, y, loss, minima) {
    run.x[2 * k] = x;
    run.x[2 * k + 1] = y;
    run.loss[k] = loss;
    if (run.accuracy && this.accuracy) run.accuracy[k] = this.accuracy.at(x, y)[0];
    if (!run.distance) return;
    run.distance[k] = nearest(minima, x, y);
  }
}

/** How many samples a step sees. @param {number} k which step, from 0 @param {number} batch @param {number} samples */
function seenAt(k, batch, samples) {
  const slots = Math.ceil(samples / batch);
  return (k + 1) % slots === 0 ? samples - (slots - 1) * batch : batch;
}

/** How far the nearest minimum is. @param {Float64Array} minima @param {number} x @param {number} y */
function nearest(minima, x, y) {
  let least = Infinity;
  for (let m = 0; m < minima.length; m += 2) least = Math.min(least, Math.hypot(x - minima[m], y - minima[m + 1]));
  return least;
}

/** What follows the last finite step is nothing. @param {Run} run @param {number} ended */
function clear(run, ended) {
  for (const each of [run.x, ...Object.values(run.state)]) each.fill(NaN, 2 * ended);
  for (const each of [run.loss, run.accuracy, run.distance]) each?.fill(NaN, ended);
  for (const each of [run.grad, run.grad_at]) each?.fill(NaN, 2 * ended);
}
