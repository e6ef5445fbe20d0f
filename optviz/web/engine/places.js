/** Where runs may end, looked up as fast as points move. */

const MOST = 64; // cells of the table along each side

/** At none of the places; optviz/studies/targets.py has these numbers. */
export const NOT_THERE = -1;
export const DIVERGED = -2;

export class Places {
  #points;
  #kinds;
  #square;
  #left;
  #below;
  #columns;
  #rows;
  #width;
  #height;
  #begins; // where each cell's places begin in the list, row after row
  /** @type {Uint16Array} */ #list;

  /**
   * @param {Float64Array} points pairs of x and y: minima, and places along the floors of valleys
   * @param {ArrayLike<number>} kinds whose each is
   * @param {number} radius how near is there
   */
  constructor(points, kinds, radius) {
    this.#points = points;
    this.#kinds = kinds;
    this.#square = radius * radius;
    const wide = radius * (1 + 1e-9); // cells may list a place too many
    const range = (/** @type {number} */ axis) => {
      let [low, high] = [Infinity, -Infinity];
      for (let k = axis; k < points.length; k += 2) [low, high] = [Math.min(low, points[k]), Math.max(high, points[k])];
      const cells = Math.max(1, Math.min(MOST, Math.ceil((high - low) / (2 * wide)) + 1));
      return /** @type {const} */ ([low - wide, cells, (high - low + 2 * wide) / cells]);
    };
    [this.#left, this.#columns, this.#width] = range(0);
    [this.#below, this.#rows, this.#height] = range(1);
    const found = /** @type {number[][]} */ (Array.from({ length: this.#rows * this.#columns }, () => []));
    for (let k = 0; k < points.length; k += 2) {
      const [column, row] = [(points[k] - this.#left) / this.#width, (points[k + 1] - this.#below) / this.#height];
      const [across, up] = [wide / this.#width, wide / this.#height];
      const last = { row: Math.min(this.#rows - 1, row + up), column: Math.min(this.#columns - 1, column + across) };
      for (let r = Math.max(0, Math.floor(row - up)); r <= last.row; r++) {
        for (let c = Math.max(0, Math.floor(column - across)); c <= last.column; c++) {
          found[r * this.#columns + c].push(k / 2);
        }
      }
    }
    this.#begins = new Uint32Array(found.length + 1);
    found.forEach((each, k) => (this.#begins[k + 1] = this.#begins[k] + each.length));
    this.#list = Uint16Array.from(found.flat());
  }

  /** The minimum or valley that a point is at, or `NOT_THERE`. @param {number} x @param {number} y */
  at(x, y) {
    const column = Math.floor((x - this.#left) / this.#width);
    const row = Math.floor((y - this.#below) / this.#height);
    if (!(column >= 0 && column < this.#columns && row >= 0 && row < this.#rows)) return NOT_THERE;
    const cell = row * this.#columns + column;
    for (let k = this.#begins[cell + 1] - 1; k >= this.#begins[cell]; k--) {
      const place = this.#list[k];
      const across = x - this.#points[2 * place];
      const along = y - this.#points[2 * place + 1];
      if (across * across + along * along <= this.#square) return this.#kinds[place];
    }
    return NOT_THERE;
  }
}
