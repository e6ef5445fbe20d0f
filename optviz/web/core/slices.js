/** Long work in small pieces, so that frames come in between. */

const SLICE = 5; // ms

/**
 * @template T
 * @param {Generator<void, T>} work
 * @param {(result: T) => void} done
 * @returns {() => void} ends it early
 */
export function inSlices(work, done) {
  let timer = 0;
  const slice = () => {
    const end = performance.now() + SLICE;
    let step = work.next();
    while (!step.done && performance.now() < end) step = work.next();
    if (step.done) done(step.value);
    else timer = window.setTimeout(slice);
  };
  timer = window.setTimeout(slice);
  return () => clearTimeout(timer);
}

/**
 * All of it now.
 * @template T
 * @param {Generator<void, T>} work
 * @returns {T}
 */
export function atOnce(work) {
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}
