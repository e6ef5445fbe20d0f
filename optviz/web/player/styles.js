/** Colours, dashes and markers of entrants: the same as optviz/style.py's `styles_for`. */

/** @typedef {import("../core/payload.js").Style} Style */
/** @typedef {import("../core/payload.js").Shaded} Shaded */
/** @typedef {import("../core/payload.js").Styles} Styles */
/** @typedef {{key: string, rule: string, name: string}} Named an entrant, with its rule's key and name */

const FURTHER = 5; // dashes from where one rule's begin to where the next one's do

/**
 * @param {Named[]} entrants
 * @param {string[]} keys of all rules, in their order
 * @param {Styles} styles to choose from
 * @returns {Style[]}
 */
export function stylesFor(entrants, keys, styles) {
  const own = Object.values(styles.own);
  const dashes = [...[...styles.spare].reverse(), ...own].map(({ dash }) => dash);
  const markers = [...new Set(own.map(({ marker }) => marker))];
  const first = firstStyles(entrants, keys, styles);
  const numbers = numbersOf(entrants, own[0].shades.length);
  const used = new Set([...first.values()].map(({ dash }) => dash.join()));
  const placed = entrants.map((each, at) => ({ at, rule: keys.indexOf(each.key), number: numbers[at] }));
  placed.sort((a, b) => a.rule - b.rule || a.number - b.number);
  /** @type {Style[]} */
  const found = [];
  for (const { at, rule, number } of placed) {
    const style = /** @type {Shaded} */ (first.get(entrants[at].key));
    const begin = (FURTHER * rule + number - 1) % styles.spare.length;
    const dash = number ? nextFree(dashes, begin, (each) => used.has(each.join())) : style.dash;
    used.add(dash.join());
    found[at] = styled(style, number, dash, markers);
  }
  return found;
}

/** @param {Named[]} entrants @param {string[]} keys @param {Styles} styles @returns {Map<string, Shaded>} */
function firstStyles(entrants, keys, { own, spare }) {
  const names = new Map(entrants.map(({ key, rule }) => [key, rule]));
  const used = new Set();
  const found = new Map();
  keys.forEach((key, place) => {
    const name = names.get(key);
    if (name === undefined) return;
    const begin = (place - Object.keys(own).length + spare.length) % spare.length;
    const style = Object.hasOwn(own, name) ? own[name] : nextFree(spare, begin, (each) => used.has(each));
    used.add(style);
    found.set(key, style);
  });
  return found;
}

/**
 * @template T
 * @param {T[]} among @param {number} begin @param {(each: T) => boolean} used
 */
function nextFree(among, begin, used) {
  const turned = [...among.slice(begin), ...among.slice(0, begin)];
  return turned.find((each) => !used(each)) ?? turned[0];
}

/** Which of its rule each is. @param {Named[]} entrants @param {number} most whose names say it @returns {number[]} */
function numbersOf(entrants, most) {
  const taken = new Set();
  const found = entrants.map(({ key, rule, name }) => {
    const names = [rule, ...Array.from({ length: most - 1 }, (_, k) => `${rule} ${k + 2}`)];
    const number = names.indexOf(name);
    taken.add(`${number} ${key}`);
    return number;
  });
  return found.map((said, at) => {
    let number = Math.max(0, said);
    if (said < 0) while (taken.has(`${number} ${entrants[at].key}`)) number++;
    taken.add(`${number} ${entrants[at].key}`);
    return number;
  });
}

/**
 * @param {Shaded} style @param {number} number @param {number[]} dash @param {string[]} markers
 * @returns {Style}
 */
function styled({ shades, marker }, number, dash, markers) {
  const [light, dark] = shades[number && 1 + ((number - 1) % (shades.length - 1))];
  return { light, dark, dash, marker: markers[(markers.indexOf(marker) + number) % markers.length] };
}
