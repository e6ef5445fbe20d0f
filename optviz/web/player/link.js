/** The address of what is shown, with the step at which it stands and the views that are open. */

import { stand } from "../core/address.js";
import { shownBy } from "./shownby.js";
import { VIEWS } from "./views.js";

/** @typedef {import("./player.js").Player} Player */

const REST = 400; // ms for which nothing changes before the address bar says it
const THANKS = 2500; // ms for which it is said that the link was copied

const ONLY_HERE = /^(localhost|.*\.localhost|127\..*|\[::1?\]|0\.0\.0\.0)$/;

/** @param {Player} player */
function openViews(player) {
  return VIEWS.map(([view]) => view).filter((view) => player.views.isOpen(view));
}

/** Lets the address bar say where the player stands, once it stands. */
export class AddressBar {
  #said = "";
  #waiting = 0;

  /** @param {Player} player */
  tell(player) {
    const { race, clock, slow } = player;
    if (!race?.link) return; // a page of its own, or what cannot be raced
    const open = openViews(player);
    const begun = VIEWS.every(([view]) => open.includes(view) === race.views.includes(view));
    const ended = clock.atEnd && !clock.loop; // by itself: a reload plays it again
    const t = clock.playing || slow.running || ended ? "" : String(clock.step);
    const place = { t, ...shownBy(player) };
    const said = JSON.stringify([race.link, open, begun, place]);
    if (said === this.#said) return;
    this.#said = said;
    clearTimeout(this.#waiting);
    const query = race.link.split("?")[1] ?? "";
    this.#waiting = setTimeout(() => stand(query, open.join(), begun, place), REST);
  }
}

/** @param {Player} player */
export function addressOf(player) {
  const base = player.race?.link ?? "";
  let place = `view=${openViews(player).join()}&t=${player.clock.step}`;
  for (const [name, value] of Object.entries(shownBy(player))) if (value) place += `&${name}=${value}`;
  return `${base}${base.includes("?") ? "&" : "?"}${place}`;
}

/**
 * Copy the address, and say so; where the page may not copy, show it.
 * @param {Player} player
 */
export async function copyLink(player) {
  const address = addressOf(player);
  try {
    await navigator.clipboard.writeText(address);
  } catch {
    window.prompt("Copy this link", address); // no clipboard without https
    return;
  }
  player.caption.hidden = false;
  const here = ONLY_HERE.test(new URL(address).hostname) ? ", which opens on this machine alone" : "";
  player.caption.textContent = `Copied: the link to step ${player.clock.step}${here}`;
  setTimeout(() => player.redraw(), THANKS);
}
