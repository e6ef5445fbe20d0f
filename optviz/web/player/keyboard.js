/** The keys, what they do and what the list of them says. */

import { ARROWS } from "../core/arrows.js";
import { toggleFullScreen } from "./fullscreen.js";

/** @typedef {import("./player.js").Player} Player */
/**
 * @typedef {object} Binding
 * @property {string[]} keys
 * @property {boolean} [moves] whether they are meant with Ctrl, or with Option on a Mac, where Ctrl and an arrow
 *   leave the window; else without
 * @property {boolean} [lesson] whether they are meant in lessons alone
 * @property {string} say
 * @property {(player: Player, event: KeyboardEvent) => void} act
 */

/** The keys of the tools in teacher.js, which says what each does. */
export const TEACHING = "tTdDuUwWoOmM<>";

/** @type {Binding[]} */
export const BINDINGS = [
  { keys: [" "], say: "Space: play or pause", act: ({ controls }) => controls.toggle() },
  { keys: ["ArrowRight", "ArrowLeft"], say: "← →: one step; with Shift ten", act: step },
  { keys: ["Home"], say: "Home: to the start", act: ({ clock }) => jump(clock, 0) },
  { keys: ["End"], say: "End: to the last step", act: ({ clock }) => jump(clock, clock.steps) },
  { keys: ["["], say: "[ : slower", act: ({ clock }) => clock.shift(-1) },
  { keys: ["]"], say: "] : faster", act: ({ clock }) => clock.shift(1) },
  { keys: [..."123456789"], say: "1–9: show or hide an optimizer; answer a lesson's question", act: digit },
  { keys: ["l", "L"], say: "L: loop", act: ({ clock }) => (clock.loop = !clock.loop) },
  {
    keys: ["s", "S"],
    say: "S: this step in slow motion; Space stops it, ← → lead from part to part",
    act: (player) => player.slowly(),
  },
  { keys: ["i", "I"], say: "I: inspector", act: (player) => player.toggleInspector() },
  {
    keys: ["+", "=", "-", "0"],
    say: "+ −, Ctrl+wheel, double click, Alt+drag a box: zoom the view from above (where the page computes the loss); 0: whole picture",
    act: ({ zoom }, { key }) => (key === "0" ? zoom.reset() : zoom.by(key === "-" ? 1 / 2 : 2)),
  },
  {
    keys: Object.keys(ARROWS),
    moves: true,
    say: "Ctrl+arrows (Mac: Option+arrows), Shift+drag: move what is seen",
    act: move,
  },
  {
    keys: ["h", "H"],
    say: "H: settings that you change hold from the cursor on, or in the whole race again",
    act: ({ changes, live }) => live && changes.toggleFromHere(),
  },
  { keys: ["z"], say: "Z, Ctrl+Z: undo what you changed of the race", act: ({ changes }) => changes.go(-1) },
  { keys: ["Z", "y", "Y"], say: "Shift+Z, Ctrl+Y: redo it", act: ({ changes }) => changes.go(1) },
  {
    keys: ["g", "G"],
    say: "G: show or hide the race before your last change",
    act: ({ comparison }) => comparison.toggle(),
  },
  { keys: ["k", "K"], say: "K: keep it through further changes", act: ({ comparison }) => comparison.keep() },
  { keys: ["b", "B"], say: "B: two settings side by side, A | B", act: ({ comparison }) => comparison.sideBySide() },
  { keys: ["x", "X"], say: "X: swap A and B", act: ({ comparison }) => comparison.swap() },
  { keys: [...TEACHING], say: TEACHING, act: (player, { key }) => player.teach(key) },
  { keys: ["f", "F"], say: "F: full screen", act: ({ root }) => toggleFullScreen(root) },
  {
    keys: ["PageDown", "n", "N"],
    lesson: true,
    say: "Page down, N: next slide of a lesson",
    act: ({ lesson }) => lesson.turn(1),
  },
  {
    keys: ["PageUp", "p", "P"],
    lesson: true,
    say: "Page up, P: the one before",
    act: ({ lesson }) => lesson.turn(-1),
  },
  { keys: ["?"], say: "?: this list", act: ({ onDemand }) => onDemand.toggle("help") },
];

const SLIDES = /^(Arrow|Page|Home$|End$)/; // what a slider does itself

/** Whether an element does something of its own with a key. @param {Element} element @param {string} key */
export function takes(element, key) {
  if (element.matches("input[type=range]")) return SLIDES.test(key);
  if (element.matches("input[type=checkbox], button")) return key === " ";
  return element.matches("select, input");
}

const WITH_CONTROL = ["z", "Z", "y"]; // all other keys with Ctrl are the browser's

/**
 * Do what a key says; true if it says anything.
 * @param {Player} player
 * @param {KeyboardEvent} event
 */
export function press(player, event) {
  const { ctrlKey, altKey, metaKey } = event;
  const moves = ctrlKey !== altKey && !metaKey && (ctrlKey || /Mac/.test(navigator.platform));
  const goes = (ctrlKey || metaKey) && !altKey && WITH_CONTROL.includes(event.key);
  if (!moves && !goes && (ctrlKey || altKey || metaKey)) return false;
  const binding = BINDINGS.find((each) => each.keys.includes(event.key) && Boolean(each.moves) === (moves && !goes));
  if (!binding || (binding.lesson && !player.lesson.content)) return false;
  binding.act(player, event);
  return true;
}

/**
 * @param {Player} player
 * @param {KeyboardEvent} event
 */
function digit(player, { key }) {
  if (player.lesson.asks) player.lesson.choose(Number(key) - 1);
  else player.toggleRun(Number(key) - 1);
}

/**
 * @param {Player} player
 * @param {KeyboardEvent} event
 */
function step({ controls }, event) {
  controls.move((event.key === "ArrowRight" ? 1 : -1) * (event.shiftKey ? 10 : 1));
}

/**
 * @param {Player} player
 * @param {KeyboardEvent} event
 */
function move({ zoom }, { key }) {
  zoom.move(...ARROWS[key]);
}

/**
 * @param {import("../core/clock.js").Clock} clock
 * @param {number} time
 */
function jump(clock, time) {
  clock.playing = false;
  clock.seek(time);
}
