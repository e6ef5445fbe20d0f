/** What a program computes at points of the plane: the full loss, its Hessian, the accuracy. */

/** @typedef {import("./program.js").Program} Program */

export const PARAMETER = "parameter"; // the input that is the loss's own number

export class Field {
  #x;
  #y;

  /**
   * @param {Program} program
   * @param {Uint16Array} all samples of the loss, of which the program may know no more than how many they are
   */
  constructor(program, all) {
    this.program = program;
    this.all = all;
    /** The point last asked for, and the loss's own number. */
    this.input = program.input();
    this.#x = program.inputs.indexOf("x");
    this.#y = program.inputs.indexOf("y");
    this.found = program.output();
  }

  /** Compute with another number of the loss's own. @param {number} value */
  fix(value) {
    const place = this.program.inputs.indexOf(PARAMETER);
    if (place >= 0) this.input[place] = value;
  }

  /**
   * The outputs at an iterate; numbers that are handed over in arrays make no garbage.
   * @param {Float64Array} pairs iterates
   * @param {number} k which
   */
  along(pairs, k) {
    if (this.#x >= 0) this.input[this.#x] = pairs[2 * k];
    if (this.#y >= 0) this.input[this.#y] = pairs[2 * k + 1];
    return this.#compute();
  }

  /** What is computed at a point. @param {number} x @param {number} y @returns {import("./ending.js").Computation} */
  computation(x, y) {
    this.at(x, y);
    return { program: this.program, input: this.input, seen: this.all, count: this.all.length };
  }

  /** The outputs at a point, in the same array again and again. @param {number} x @param {number} y */
  at(x, y) {
    if (this.#x >= 0) this.input[this.#x] = x;
    if (this.#y >= 0) this.input[this.#y] = y;
    return this.#compute();
  }

  #compute() {
    this.program.run(this.input, this.found, this.all, this.all.length);
    return this.found;
  }
}
