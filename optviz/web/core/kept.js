/** What a visitor chose for all visits to come. Where the browser keeps nothing, it holds for this visit. */

/** @param {string} name @returns {string | null} */
export function kept(name) {
  try {
    return localStorage.getItem(`optviz/${name}`);
  } catch {
    return null; // a page without an origin of its own, or a browser that forbids it
  }
}

/** @param {string} name @param {string} value */
export function keep(name, value) {
  try {
    localStorage.setItem(`optviz/${name}`, value);
  } catch {
    // as above
  }
}
