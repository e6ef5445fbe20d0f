/** Parts of the player that come with a script of their own when they are first asked for. */

/** @typedef {"Help" | "Tour"} Name of a class in extras.js */

export class OnDemand {
  /** @type {Map<Name, {open: boolean, toggle: () => void}>} */
  #parts = new Map();

  /** @param {import("./player.js").Player} player */
  constructor(player) {
    this.player = player;
  }

  /** @param {Name} name */
  isOpen(name) {
    return this.#parts.get(name)?.open ?? false;
  }

  /** @param {Name} name */
  async toggle(name) {
    const { root, load, words } = this.player;
    try {
      const extras = await load.extras();
      if (!this.#parts.has(name)) this.#parts.set(name, new extras[name](root));
      this.#parts.get(name)?.toggle();
    } catch {
      words.warn("This could not be loaded. Reload the page to try again.");
    }
    this.player.redraw();
  }
}
