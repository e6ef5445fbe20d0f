/** The pictures side by side: from above, in space, and the samples. Any of them, but never none. */

/** @typedef {import("../space/view3d.js").View3D} View3D */
/** @typedef {() => Promise<{View3D: typeof import("../space/view3d.js").View3D}>} LoadSpace */
/** @typedef {import("../plot/samplesview.js").SamplesView} SamplesView */
/** @typedef {import("../core/payload.js").Race} Race */
/** @typedef {import("../core/payload.js").Run} Run */
/** @typedef {import("../core/payload.js").Surface} Surface */
/** @typedef {import("../plot/topview.js").TopView} TopView */
/** @typedef {import("../core/theme.js").Theme} Theme */
/** @typedef {"above" | "space" | "samples"} View */

/** With their names for people. @type {[View, string][]} */
export const VIEWS = [
  ["above", "From above"],
  ["space", "3-D"],
  ["samples", "Samples"],
];

const LATE = 20; // ms; when frames come later than this, the view in space is drawn less often
const MOST_SKIPPED = 3;

/** @type {Run[]} */
const NONE = [];

export class Views {
  /** Which views have not been told of the latest race. @type {Set<View>} */
  #untold = new Set();
  #skipped = 0;
  /** Runs of the race before, in space. @type {Run[]} */
  #haunting = NONE;
  /** Whether the race before has a picture of its own beside this one. */
  beside = false;
  #every = 1; // draw the view in space every so many frames
  #before = 0;
  /** Null until it is first open: it comes with a script of its own. @type {View3D | null} */
  space = null;
  /** Likewise. @type {SamplesView | null} */
  samples = null;
  #home = { elevation: 0, azimuth: 0, zoom: 1 }; // of the camera
  /** For whose scripts it was asked. @type {Set<View>} */
  #asked = new Set();

  /**
   * @param {HTMLElement} root
   * @param {TopView} topView
   * @param {() => void} changed
   * @param {Pick<import("./player.js").Load, "space" | "extras">} load
   * @param {(space: View3D) => void} came called when the view in space is there
   */
  constructor(root, topView, changed, load, came) {
    const box = (/** @type {View} */ view) => /** @type {HTMLElement} */ (root.querySelector(`[data-view=${view}]`));
    this.boxes = { above: box("above"), space: box("space"), samples: box("samples") };
    this.stage = /** @type {HTMLElement} */ (root.querySelector(".stage"));
    this.topView = topView;
    this.changed = changed;
    this.load = load;
    this.came = came;
  }

  /**
   * @param {Surface} surface
   * @param {Race} race
   * @param {boolean} elsewhere whether this is another scene, with views and a camera of its own
   */
  show(surface, race, elsewhere) {
    this.topView.show(surface, race);
    this.#untold = new Set(["space", "samples"]);
    if (!elsewhere) return;
    const [elevation, azimuth] = race.camera;
    this.#home = { elevation, azimuth, zoom: 1 };
    this.#turnHome();
    for (const [view] of VIEWS) this.boxes[view].hidden = !race.views.includes(view);
  }

  /**
   * Show other runs faintly under the race.
   * @param {Run[]} runs
   * @param {boolean} here whether they ran on this ground; else they cannot lie on it
   */
  haunt(runs, here) {
    this.topView.haunt(this.beside ? NONE : runs);
    const inSpace = here ? runs : NONE;
    if (inSpace !== this.#haunting) this.#untold.add("space");
    this.#haunting = inSpace;
  }

  refresh() {
    this.#skipped = MOST_SKIPPED; // none of them waits
    this.topView.refresh();
    this.space?.refresh();
    this.samples?.refresh();
  }

  /** @param {View} view */
  isOpen(view) {
    return !this.boxes[view].hidden;
  }

  /** @param {View} view */
  toggle(view) {
    this.boxes[view].hidden = !this.boxes[view].hidden;
    if (VIEWS.every(([each]) => !this.isOpen(each))) this.boxes.above.hidden = false;
  }

  /**
   * @param {number} time in steps
   * @param {import("../core/hidden.js").Hidden} hidden
   * @param {Theme} theme
   * @param {(box: Element) => boolean} seen whether a view must be drawn
   * @param {Parameters<TopView["draw"]>[3]} above draws on top of the view from above
   * @param {Parameters<View3D["draw"]>[3]} onGround draws on the ground in space
   */
  draw(time, hidden, theme, seen, above, onGround) {
    const open = VIEWS.filter(([view]) => this.isOpen(view)).length;
    this.stage.classList.toggle("many", open > 1 || this.beside); // then they have the whole width
    const drawn = (/** @type {View} */ view) => this.isOpen(view) && seen(this.boxes[view]);
    if (drawn("above")) this.topView.draw(time, hidden, theme, above);
    if (drawn("samples")) {
      if (!this.samples) this.#ask("samples", () => this.#makeSamples());
      this.#tell("samples");
      this.samples?.draw(time, hidden, theme);
    }
    if (!drawn("space")) return;
    if (!this.space) this.#ask("space", () => this.#makeSpace());
    else if (this.#due()) {
      this.#tell("space");
      this.space.draw(time, hidden, theme, onGround);
    } else this.changed();
  }

  /**
   * Tell a view of the latest race, unless it has been told; as long as it is closed, none needs to be.
   * @param {"space" | "samples"} view
   */
  #tell(view) {
    const { near, surface, race } = this.topView;
    if (near !== this.space?.surface) this.#untold.add("space"); // in space, too, what is seen from above
    const shown = view === "space" ? near : surface;
    if (this.#untold.delete(view) && shown && race) this[view]?.show(shown, race, this.#haunting);
  }

  /**
   * Whether a run is outside of the part of the plane that is shown.
   * @param {Run} run
   * @param {number} step
   */
  outside({ x }, step) {
    if (!this.topView.surface) return false;
    const { xlim, ylim } = this.topView.seen;
    const [px, py] = [x[2 * step], x[2 * step + 1]];
    return !(px >= xlim[0] && px <= xlim[1] && py >= ylim[0] && py <= ylim[1]);
  }

  /**
   * Have a view's script come, once.
   * @param {View} view
   * @param {() => Promise<void>} make makes the view
   */
  async #ask(view, make) {
    if (this.#asked.has(view)) return;
    this.#asked.add(view);
    try {
      await make();
    } catch {
      this.boxes[view].textContent = "This view could not be loaded. Reload the page to try again.";
    }
    this.#untold.add(view);
    this.changed();
  }

  async #makeSpace() {
    const { View3D } = await this.load.space();
    this.space = new View3D(this.boxes.space, this.changed);
    this.#turnHome();
    this.came(this.space);
  }

  async #makeSamples() {
    const { SamplesView } = await this.load.extras();
    this.samples = new SamplesView(this.boxes.samples);
  }

  #turnHome() {
    if (!this.space) return;
    this.space.home = this.#home;
    this.space.reset();
  }

  /** Whether the view in space, the dearest one, is drawn in this frame. */
  #due() {
    const now = performance.now();
    const gap = now - this.#before;
    this.#before = now;
    if (gap > LATE && gap < 100) this.#every = Math.min(MOST_SKIPPED, this.#every + 1);
    else if (gap < LATE) this.#every = Math.max(1, this.#every - 0.02);
    this.#skipped += 1;
    if (this.#skipped < Math.floor(this.#every)) return false;
    this.#skipped = 0;
    return true;
  }
}
