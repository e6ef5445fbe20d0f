/** The cells of a grid in parts, coarse first and then finer, as `coarse_to_fine` in optviz/batch.py. */

/** @typedef {{stride: number, cells: Uint32Array}} Pass all cells of a stride that no pass before has */

/**
 * @param {number} rows
 * @param {number} columns
 * @param {number[]} strides of the passes, the last being 1
 * @returns {Pass[]} cells are numbered row after row
 */
export function coarseToFine(rows, columns, strides) {
  const taken = new Uint8Array(rows * columns);
  return strides.map((stride) => {
    const cells = [];
    for (let row = 0; row < rows; row += stride) {
      for (let column = 0; column < columns; column += stride) {
        const cell = row * columns + column;
        if (!taken[cell]) cells.push(cell);
        taken[cell] = 1;
      }
    }
    return { stride, cells: Uint32Array.from(cells) };
  });
}

/** @param {Pass[]} passes @param {number} most cells in a part @returns {Pass[]} */
export function inParts(passes, most) {
  return passes.flatMap(({ stride, cells }) =>
    Array.from({ length: Math.ceil(cells.length / most) }, (_, k) => ({
      stride,
      cells: cells.subarray(k * most, (k + 1) * most),
    })),
  );
}

/**
 * Which cells show the value of one as long as their own are not known: those up to the next of its stride.
 * @param {number} cell
 * @param {number} stride
 * @param {number} rows
 * @param {number} columns
 * @param {(cell: number) => void} act
 */
export function eachShowing(cell, stride, rows, columns, act) {
  const [row, column] = [Math.floor(cell / columns), cell % columns];
  for (let r = row; r < Math.min(row + stride, rows); r++) {
    for (let c = column; c < Math.min(column + stride, columns); c++) act(r * columns + c);
  }
}
