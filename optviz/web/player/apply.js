/** A wish carried out on the race, as far as it runs in the page. */

import { NUMBERS } from "./conditions.js";
import { renames } from "./entrants.js";

/** @typedef {import("./conditions.js").Wish} Wish */

/**
 * Change the player's race so.
 * @param {import("./player.js").Player} player
 * @param {Wish} wish
 * @returns {Wish} what does not run here, and stays wished for
 */
export function apply(player, wish) {
  const { race, live } = player;
  if (!race) return wish;
  const { start, settings = {}, ...others } = wish;
  for (const names of renames(race, others.entrants ?? [])) player.renamed(...names);
  if (!live) return wish;
  if (others.entrants && live.enter(others.entrants)) delete others.entrants;
  for (const name of NUMBERS) {
    const value = others[name];
    if (value === undefined || value === null || !(name in race.ranges)) continue;
    if (live.put(name, value)) delete others[name];
  }
  const stays = start && !live.start(start) ? { ...others, start } : others;
  race.runs.forEach(({ name }, place) => {
    for (const [each, value] of Object.entries(settings[name] ?? {})) live.set(place, each, value);
  });
  return stays;
}
