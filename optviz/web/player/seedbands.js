/** What the races of many seeds have in common, at each step: quartiles of the loss, and the median point. */

/** @typedef {import("../core/payload.js").Run} Run */
/** @typedef {import("../plot/bands.js").Band} Band */
/** @typedef {{runs: Pick<Run, "ended" | "loss" | "x">[]}[]} Races */

const QUARTILES = [0.25, 0.5, 0.75];

/**
 * The quartiles of each optimizer's loss; a run that has ended has an infinite one, as in optviz/race/bundles.py.
 * @param {Races} races
 * @returns {Band[]}
 */
export function bandsOf(races) {
  return races[0].runs.map((_, place) => {
    const runs = races.map(({ runs }) => runs[place]);
    const steps = runs[0].loss.length;
    const [low, median, high] = QUARTILES.map(() => new Float64Array(steps));
    for (let k = 0; k < steps; k++) {
      const losses = Float64Array.from(runs, (run) => lossUntil(run, k)).sort();
      [low[k], median[k], high[k]] = QUARTILES.map((share) => quantile(losses, share));
    }
    return { low, median, high };
  });
}

/**
 * The median of each coordinate over the runs that have not ended, in pairs; NaN once half of them have.
 * @param {Races} races
 * @param {number} place of the optimizer
 */
export function medianPath(races, place) {
  const runs = races.map(({ runs }) => runs[place]);
  return Float64Array.from(runs[0].x, (_, at) => {
    const there = runs.filter(({ ended }) => !gone(ended, at >> 1));
    return 2 * there.length > runs.length ? quantile(Float64Array.from(there, ({ x }) => x[at]).sort(), 0.5) : NaN;
  });
}

/** The loss of a run, infinite once it has ended. @param {Pick<Run, "ended" | "loss">} run @param {number} step */
export function lossUntil({ ended, loss }, step) {
  return gone(ended, step) ? Infinity : loss[step];
}

/** @param {number | null} ended @param {number} step */
function gone(ended, step) {
  return ended !== null && step >= ended;
}

/**
 * Between two values it is interpolated, as R's type 7 and numpy have it.
 * @param {Float64Array} sorted which may be infinite
 * @param {number} share
 */
export function quantile(sorted, share) {
  const at = share * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low === high ? low : low + (high - low) * (at % 1);
}
