/** Tables of inputs and outputs that Python's tests read, too. */

import { readFileSync } from "node:fs";

/** @param {string} name of a file in tests/tables */
export function table(name) {
  return JSON.parse(readFileSync(new URL(`../tables/${name}.json`, import.meta.url), "utf8"));
}
