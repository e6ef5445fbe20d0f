/**
 * What else a link says of what is shown, as the address has it; "" for none.
 * @param {import("./player.js").Player} player
 */
export function shownBy({ clock, onDemand: { made } }) {
  return { stops: clock.stops.join(), cloud: made.cloud?.told ?? "", seeds: made.seeds?.told ?? "" };
}
