/** Which values of a program some others are made of. */

/** @typedef {import("../core/payload.js").Encoded} Encoded */

/**
 * @param {Encoded} encoded
 * @param {number[]} places of values
 * @returns {Set<number>} these, and all on the way to them
 */
export function leadingTo({ inputs, constants, columns, code }, places) {
  const found = new Set(places);
  const begin = inputs.length + constants.length + columns.length;
  for (let place = begin + code.length - 1; place >= begin; place--) {
    if (found.has(place)) for (const each of code[place - begin].slice(1)) found.add(Number(each));
  }
  return found;
}
