/** The door: Streamlit calls `mount` for every change of data or theme, always on the same element. */

import { TableBox } from "./tablebox.js";

/**
 * @typedef {object} Component what Streamlit's components v2 hand over
 * @property {ParentNode & Node} parentElement
 * @property {import("./tablebox.js").Offer} data
 * @property {(name: string, value: unknown) => void} setTriggerValue
 */

/** @type {WeakMap<Node, TableBox>} */
const mounted = new WeakMap();

/** @param {Component} component */
export function mount({ parentElement, data, setTriggerValue }) {
  const known = mounted.get(parentElement) ?? new TableBox(parentElement);
  mounted.set(parentElement, known);
  known.give = (table) => setTriggerValue("table", table); // once: a state would be sent again with every click
  known.show(data);
}
