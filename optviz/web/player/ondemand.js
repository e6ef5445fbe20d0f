/** Parts of the player that come with a script of their own when they are first asked for. */

/** @typedef {{room: (player: import("./player.js").Player) => import("./player.js").Classroom}} Room */
/** @typedef {typeof import("./extras.js").PARTS & typeof import("./cloudpart.js").PARTS & Room} Parts how they are made */
/** @typedef {{[name in keyof Parts]?: ReturnType<Parts[name]>}} Made those that are there */

/** The scripts they come with, where that is not `extras`. @type {Partial<Record<keyof Parts, "cloud" | "room">>} */
const SCRIPTS = { cloud: "cloud", seeds: "cloud", room: "room" };

export class OnDemand {
  /** @type {Made} */
  made = {};

  /** @param {import("./player.js").Player} player */
  constructor(player) {
    this.player = player;
  }

  /**
   * @template {keyof Parts} Name
   * @param {Name} name
   * @param {(part: ReturnType<Parts[Name]>) => void} act
   */
  async use(name, act) {
    const { load, words } = this.player;
    const came = await load[SCRIPTS[name] ?? "extras"]?.()?.catch(() => null);
    if (came) {
      this.made[name] ??= /** @type {any} */ (/** @type {Partial<Parts>} */ (came.PARTS)[name]?.(this.player));
      act(/** @type {any} */ (this.made[name]));
    } else {
      words.warn("This could not be loaded. Reload the page to try again.");
    }
    this.player.redraw();
  }

  /** @param {"help" | "tour" | "cloud" | "seeds"} name */
  toggle(name) {
    this.use(name, (part) => part.toggle());
  }
}
