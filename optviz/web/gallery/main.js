/** The door: Streamlit calls `mount` for every change of data or theme, always on the same element. */

import { Gallery } from "./gallery.js";

/**
 * @typedef {object} Component what Streamlit's components v2 hand over
 * @property {ParentNode & Node} parentElement
 * @property {import("./gallery.js").Offer} data
 * @property {(name: string, value: unknown) => void} setTriggerValue
 */

/** @type {WeakMap<Node, Gallery>} */
const mounted = new WeakMap();

/** @param {Component} component */
export function mount({ parentElement, data, setTriggerValue }) {
  const known = mounted.get(parentElement) ?? new Gallery(parentElement);
  mounted.set(parentElement, known);
  known.choose = (key) => setTriggerValue("scene", { key });
  known.show(data);
}
