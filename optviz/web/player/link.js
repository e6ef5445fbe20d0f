/** The address of what is shown, with the step at which it stands and the views that are open. */

import { VIEWS } from "./views.js";

/** @typedef {import("./player.js").Player} Player */

const THANKS = 2500; // ms for which it is said that the link was copied

/** @param {Player} player */
export function addressOf(player) {
  const open = VIEWS.map(([view]) => view).filter((view) => player.views.isOpen(view));
  const base = player.race?.link ?? "";
  return `${base}${base.includes("?") ? "&" : "?"}view=${open.join()}&t=${player.clock.step}`;
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
  player.caption.textContent = `Copied: the link to step ${player.clock.step}`;
  setTimeout(() => player.redraw(), THANKS);
}
