/** Names of entrants: the same as optviz/entrants.py has them. */

export const LONGEST = 40; // characters

/**
 * A name for one more entrant of a rule: "Adam", then "Adam 2", "Adam 3", ...
 * @param {string} rule
 * @param {string[]} taken
 */
export function nextName(rule, taken) {
  let name = rule;
  for (let count = 2; taken.includes(name); count++) name = `${rule} ${count}`;
  return name;
}

/**
 * Why an entrant cannot be called so; "" where it can.
 * @param {string} name
 * @param {string[]} taken
 */
export function nameProblem(name, taken) {
  if (!name || name !== name.trim()) return "Give a name that is not empty.";
  const printable = /^[^\p{C}\p{Z}]$/u;
  const characters = [...name];
  if (characters.length > LONGEST || !characters.every((each) => each === " " || printable.test(each))) {
    return `Give at most ${LONGEST} printable characters.`;
  }
  return taken.includes(name) ? `Another is called ${name}.` : "";
}
