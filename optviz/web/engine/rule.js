/** A rule as the page runs it: the programs of its steps, and what it carries from one to the next. */

import { valueAt } from "../core/settings.js";
import { Limit } from "./curvature.js";
import { PARAMETER } from "./field.js";

/** @typedef {import("../core/payload.js").Run} Run */
/** @typedef {import("../core/payload.js").RuleContent} RuleContent */
/** @typedef {import("./program.js").Program} Program */

const STATE = "state.";
const HYPER = "hyper.";

/** Where a step's numbers are in a program's input and output. */
export class Step {
  /** @param {Program} program @param {[string, number][]} memory names and places of what is carried */
  constructor(program, memory) {
    this.program = program;
    this.input = program.input();
    this.output = program.output();
    const at = (/** @type {string} */ name) => program.inputs.indexOf(name);
    const { inputs, outputs } = program.encoded;
    /** Whether it measures the gradient elsewhere than at the iterate. */
    this.looksAhead = outputs.grad_at.some((place, axis) => inputs[place] !== ["x.x", "x.y"][axis]);
    this.x = at("x.x");
    this.y = at("x.y");
    this.t = at("t");
    this.parameter = at(PARAMETER);
    /** From the output to the input of the next step. @type {[number, number][]} */
    this.carried = memory.flatMap(([name]) => {
      const from = Number(program.at.get(STATE + name));
      return /** @type {[number, number][]} */ ([
        [from, at(`${STATE}${name}.x`)],
        [from + 1, at(`${STATE}${name}.y`)],
      ]);
    });
    this.hyper = program.inputs.filter((name) => name.startsWith(HYPER)).map((name) => name.slice(HYPER.length));
    this.hyperAt = this.hyper.map((name) => at(HYPER + name));
    this.afterAt = Number(program.at.get("x"));
    this.gradAt = Number(program.at.get("grad"));
    this.whereAt = Number(program.at.get("grad_at"));
    this.states = statesOf(program);
  }
}

export class Rule {
  #memory; // the program of what is carried, as it begins
  #input;
  #first;
  #carried;

  /** @param {RuleContent} content @param {Program[]} programs */
  constructor(content, programs) {
    this.content = content;
    this.#memory = programs[content.memory];
    this.#input = this.#memory.input();
    this.#first = this.#memory.output();
    this.#carried = statesOf(this.#memory);
    /** By the stages of the loss. */
    this.stages = content.programs.map((place) => new Step(programs[place], this.#carried));
    this.limit = content.limit && new Limit(programs[content.limit.program], content.limit.words);
  }

  /** The names of the quantities that a step computes. */
  get states() {
    return this.stages[0].states.map(([name]) => name);
  }

  /** Whether a hyper-parameter acts in steps; others act before the first one alone. @param {string} name */
  reads(name) {
    return this.stages.some(({ hyper }) => hyper.includes(name));
  }

  /** Have all stages go on with the hyper-parameters of a step. @param {Run} run @param {number} step */
  turn(run, step) {
    for (const { input, hyper: names, hyperAt } of this.stages)
      for (let k = 0; k < names.length; k++) input[hyperAt[k]] = valueAt(run, names[k], step);
  }

  /** What is carried, as it begins, in the same array again and again. @param {Record<string, number>} hyper */
  first(hyper) {
    const { inputs } = this.#memory;
    for (let k = 0; k < inputs.length; k++) this.#input[k] = hyper[inputs[k].slice(HYPER.length)];
    this.#memory.run(this.#input, this.#first, [], 0);
    return this.#first;
  }

  /** Have all stages begin with a run's hyper-parameters, and write what is known before the first step. @param {Run} run */
  begin({ hyper, state }) {
    this.first(hyper);
    for (const history of Object.values(state)) history[0] = history[1] = NaN;
    for (const [name, at] of this.#carried) {
      state[name][0] = this.#first[at];
      state[name][1] = this.#first[at + 1];
    }
    for (const { input, hyper: names, hyperAt, carried } of this.stages) {
      for (let c = 0; c < carried.length; c++) input[carried[c][1]] = this.#first[c];
      for (let k = 0; k < names.length; k++) input[hyperAt[k]] = hyper[names[k]];
    }
  }
}

/** What a rule names, and where it stands in a program's output. @param {Program} program @returns {[string, number][]} */
function statesOf({ at }) {
  return [...at].flatMap(([name, begin]) =>
    name.startsWith(STATE) ? [/** @type {[string, number]} */ ([name.slice(STATE.length), begin])] : [],
  );
}
