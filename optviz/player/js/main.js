/** The door: Streamlit calls `mount` for every change of data or theme, always on the same element. */

import { unpack } from "./payload.js";
import { Player } from "./player.js";

/**
 * @typedef {object} Component what Streamlit's components v2 hand over
 * @property {ParentNode & Node} parentElement
 * @property {Uint8Array} data the same object as before where only the theme has changed
 * @property {(name: string, value: unknown) => void} setStateValue
 */

/** @type {WeakMap<Node, {player: Player, data: Uint8Array | null}>} */
const mounted = new WeakMap();

/** @param {Component} component */
export function mount({ parentElement, data, setStateValue }) {
  const known = mounted.get(parentElement) ?? {
    player: new Player(parentElement),
    data: null,
  };
  mounted.set(parentElement, known);
  known.player.asking.send = (request) => setStateValue("chosen", request);
  if (known.data === data) return known.player.retheme();
  known.data = data;
  known.player.receive(unpack(data));
}
