/**
 * The address bar says what is shown: a reload, a bookmark and the browser's Back lead there.
 *
 * Another scene, formula, page or lesson is a new entry in the browser's history; everything else
 * replaces the entry. Streamlit's own `st.query_params` would make an entry of every change.
 */

const PARTS = ["scene", "formula", "room", "lesson"]; // what makes a new entry
const PLACE = ["view", "t", "stops", "cloud", "seeds"]; // of the player, which alone knows them
const EMBEDDED = ["embed", "embed_options"]; // Streamlit's own, which no link of ours has

const PATIENCE = 5000; // ms for which what Back or Forward leads to may take to be shown

let followed = false; // whether the address that the page was opened with has been seen
let left = -Infinity; // when Back or Forward left what is shown
addEventListener("popstate", () => (left = performance.now()));

/**
 * What is shown has another address now.
 * @param {string} query of the link to it, without its question mark
 */
export function follow(query) {
  const now = new URLSearchParams(location.search);
  const same = isOf(query, now);
  if (!same && performance.now() - left < PATIENCE) return; // this was under way when it was left
  left = -Infinity;
  const kept = [...EMBEDDED, ...(same || !followed ? PLACE : [])];
  write(join(query, kept, now), followed && !same);
  followed = true;
}

/**
 * The player stands at a step, with these views open.
 * @param {string} query of the link to what it shows
 * @param {string} view names
 * @param {boolean} begun whether it began with these views, so that they need not be said
 * @param {Record<string, string>} said the other parts of the place, "" for what is not said
 */
export function stand(query, view, begun, said) {
  const place = new URLSearchParams(location.search);
  if (!isOf(query, place)) return; // the page is on its way to another address
  if (!begun || place.has("view")) place.set("view", view);
  for (const [name, value] of Object.entries(said)) {
    if (value) place.set(name, value);
    else place.delete(name);
  }
  write(join(query, [...EMBEDDED, ...PLACE], place), false);
}

/**
 * Whether an address leads to the same scene and page as a link.
 * @param {string} query
 * @param {URLSearchParams} now
 */
function isOf(query, now) {
  const next = new URLSearchParams(query);
  // Behind its ; a formula has the numbers of its letters.
  const said = (/** @type {URLSearchParams} */ of, /** @type {string} */ name) =>
    (of.get(name) ?? "").split(";")[0].trim();
  return PARTS.every((name) => said(next, name) === said(now, name));
}

/**
 * A link with some parts of an address behind it.
 * @param {string} query
 * @param {string[]} names
 * @param {URLSearchParams} from
 */
function join(query, names, from) {
  const said = names
    .filter((name) => from.has(name))
    .map(
      (name) =>
        `${name}=${encodeURIComponent(from.get(name) ?? "")
          .replaceAll("%2C", ",")
          .replaceAll("%3A", ":")}`,
    );
  return [query, ...said].filter(Boolean).join("&");
}

/**
 * @param {string} query
 * @param {boolean} anew whether as a new entry
 */
function write(query, anew) {
  const address = location.pathname + (query ? `?${query}` : "") + location.hash;
  if (address === location.pathname + location.search + location.hash) return;
  try {
    history[anew ? "pushState" : "replaceState"](history.state, "", address);
  } catch {
    // A browser allows so many changes in a time; the next one says all of it again.
  }
}
