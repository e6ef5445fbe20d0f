/** The door in the app: Streamlit calls `mount` for every change of data or theme, always on the same element. */

import { unpack } from "../core/payload.js";
import { keptRoom } from "../core/roomkey.js";
import { Player } from "./player.js";

// For a page that is not Streamlit's, whose policy may forbid that a text becomes a function.
export { complete } from "./completion.js";
export { interpretOnly } from "../engine/program.js";
export { unpack };

/**
 * @typedef {object} Component what Streamlit's components v2 hand over
 * @property {ParentNode & Node} parentElement
 * @property {Uint8Array} data the same object as before where only the theme has changed
 * @property {(name: string, value: unknown) => void} [setStateValue] absent where no server computes
 *   races: then the start is shown and cannot be moved
 * @property {(name: string, value: unknown) => void} setTriggerValue
 */

/** What comes when it is asked for. */
const LOAD = {
  space: () => beside("space"),
  extras: () => beside("extras"),
  cloud: () => beside("cloud"),
  room: () => beside("room"),
};

/** @type {WeakMap<Node, {player: Player, data: Uint8Array | null}>} */
const mounted = new WeakMap();

/** @param {Component} component */
export function mount({ parentElement, data, setStateValue, setTriggerValue }) {
  /** @type {import("./requests.js").Send | null} */
  const send = setStateValue ? (request) => setStateValue("chosen", request) : null;
  const known = mounted.get(parentElement) ?? {
    player: new Player(parentElement, send, LOAD),
    data: null,
  };
  mounted.set(parentElement, known);
  known.player.changes.requests.send = send;
  known.player.tell = (wish) => setTriggerValue("again" in wish ? "room" : "lesson", wish);
  if (known.data === data) return known.player.retheme();
  known.data = data;
  const content = unpack(data);
  known.player.receive(content);
  const again = content.room ? null : keptRoom();
  if (again) known.player.tell({ again });
}

/** A player for which no server computes races. @param {ParentNode & Node} parent */
export function alone(parent) {
  return new Player(parent, null, LOAD);
}

/** What few visitors open has scripts of its own beside this one, of the same version. @param {string} name */
function beside(name) {
  const { href, search } = new URL(import.meta.url);
  return import(new URL(`${name}.js${search}`, href).href);
}
