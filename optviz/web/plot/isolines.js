/** Marching squares: where a height field crosses a level, as lines joined from end to end. */

/** @typedef {Float32Array | Float64Array} Grid n x n, row by row */
/** @typedef {(k: number, other: number) => number} Place on the edge between two grid points, as a share of it */

/**
 * @param {Grid} heights
 * @param {number} n
 * @param {number} level
 * @param {Place} [place] where edges cross the level; else as if heights went straight from point to point
 * @returns {number[][]} lines as x0, y0, x1, y1, ... in cells; a closed line ends where it began
 */
export function isolines(
  heights,
  n,
  level,
  place = (k, other) => (level - heights[k]) / (heights[other] - heights[k]),
) {
  const links = crossings(heights, n, level);
  const lines = [];
  // Lines that end at the border first, each from one of its ends; what is left is closed.
  for (const [edge, next] of links) if (next.length === 1) lines.push(follow(links, edge));
  for (const edge of links.keys()) if (links.get(edge)?.length) lines.push(follow(links, edge));
  return lines.filter((edges) => edges.length > 1).map((edges) => edges.flatMap((edge) => point(n, place, edge)));
}

/**
 * For each grid edge that the level crosses, the one or two edges its line goes on to. Edge 2k
 * leads from grid point k along x, edge 2k + 1 along y.
 * @param {Grid} heights
 * @param {number} n
 * @param {number} level
 */
function crossings(heights, n, level) {
  /** @type {Map<number, number[]>} */
  const links = new Map();
  /** @param {number} a @param {number} b */
  const link = (a, b) => {
    links.set(a, [...(links.get(a) ?? []), b]);
    links.set(b, [...(links.get(b) ?? []), a]);
  };
  for (let j = 0; j < n - 1; j++) {
    for (let i = 0; i < n - 1; i++) {
      const k = j * n + i;
      const [h00, h10, h01, h11] = [heights[k], heights[k + 1], heights[k + n], heights[k + n + 1]];
      const above = +(h00 > level) | (+(h10 > level) << 1) | (+(h11 > level) << 2) | (+(h01 > level) << 3);
      if (above === 0 || above === 15 || Number.isNaN(h00 + h10 + h01 + h11)) continue;
      const [bottom, top, left, right] = [2 * k, 2 * (k + n), 2 * k + 1, 2 * k + 3];
      const centre = (h00 + h10 + h01 + h11) / 4 > level;
      if (above === 5 || above === 10) {
        // A saddle in the cell: its middle decides which corners hang together.
        if ((above === 5) === centre) (link(left, top), link(bottom, right));
        else (link(left, bottom), link(top, right));
        continue;
      }
      const crossed = [];
      if ((above & 1) !== ((above >> 1) & 1)) crossed.push(bottom);
      if (((above >> 1) & 1) !== ((above >> 2) & 1)) crossed.push(right);
      if (((above >> 2) & 1) !== ((above >> 3) & 1)) crossed.push(top);
      if (((above >> 3) & 1) !== (above & 1)) crossed.push(left);
      link(crossed[0], crossed[1]);
    }
  }
  return links;
}

/**
 * Walk along the links from one edge to the end, taking each link away.
 * @param {Map<number, number[]>} links
 * @param {number} edge
 */
function follow(links, edge) {
  const line = [edge];
  for (let next = links.get(edge)?.pop(); next !== undefined; next = links.get(edge)?.pop()) {
    const back = /** @type {number[]} */ (links.get(next));
    back.splice(back.indexOf(edge), 1);
    line.push(next);
    edge = next;
  }
  return line;
}

/**
 * Where on an edge the level lies, in cells.
 * @param {number} n
 * @param {Place} place
 * @param {number} edge
 */
function point(n, place, edge) {
  const k = edge >> 1;
  const other = k + (edge & 1 ? n : 1);
  const share = place(k, other);
  return [(k % n) + (edge & 1 ? 0 : share), Math.floor(k / n) + (edge & 1 ? share : 0)];
}
