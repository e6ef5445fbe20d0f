/** Which runs are not shown, and from which one all others stand back. */

const BACK = 0.22; // the opacity of those

/** @extends {Set<string>} */
export class Hidden extends Set {
  /** The name of the one that is singled out, "" while none is. */
  single = "";

  /** How much of a run is seen, 0 to 1. @param {string} name */
  opacity(name) {
    return name === this.single || !this.single || this.has(this.single) ? 1 : BACK;
  }
}
