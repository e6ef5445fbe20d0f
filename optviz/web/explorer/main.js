/** The door: Streamlit calls `mount` for every change of data or theme, always on the same element. */

import { unpack } from "../core/payload.js";
import { Explorer } from "./explorer.js";
import { serve } from "./worker.js";

/**
 * @typedef {object} Component what Streamlit's components v2 hand over
 * @property {ParentNode & Node} parentElement
 * @property {Uint8Array} data the same object as before where only the theme has changed
 * @property {(name: string, value: unknown) => void} setTriggerValue
 */

if (typeof document === "undefined") serve(); // workers run this script, too

/** @type {WeakMap<Node, {explorer: Explorer, data: Uint8Array | null}>} */
const mounted = new WeakMap();

/** @param {Component} component */
export function mount({ parentElement, data, setTriggerValue }) {
  const known = mounted.get(parentElement) ?? { explorer: new Explorer(parentElement), data: null };
  mounted.set(parentElement, known);
  known.explorer.pick = (what) => setTriggerValue("picked", what);
  known.explorer.tell = (settings) => setTriggerValue("told", { settings });
  if (known.data === data) return known.explorer.retheme();
  known.data = data;
  known.explorer.receive(/** @type {any} */ (unpack(data)));
}
