/** What a room's server and its pages tell each other; optviz/room has the same. */

/**
 * @typedef {object} Key what the teacher's page knows of its room
 * @property {string} code by which the class finds it
 * @property {string} teacher token of those who steer
 * @property {string} invite goes with the code in the address, for those who are in the room
 * @property {string} address of the phones' page
 * @property {string} qr code of that address, an SVG
 * @property {string} remote code of the address that steers, an SVG
 * @property {string} note on who can open the address, or nothing
 */

/** @typedef {{gone: string}} Gone why there is no such room */

/**
 * @typedef {object} Question
 * @property {number} id
 * @property {"choose" | "number" | "point" | "race"} kind
 * @property {string} prompt
 * @property {string[]} choices
 * @property {number} round from 1
 * @property {boolean} open whether answers count
 * @property {boolean} revealed
 * @property {string} right one of the choices, once it may be told; or nothing
 * @property {string} measured a sentence, or nothing
 * @property {number} budget steps of a race
 * @property {boolean} starts whether each chooses the start of a race, too
 * @property {string[]} rules of a race, by their keys
 */

/**
 * @typedef {object} Entry of a voter in a race of the class
 * @property {number} number of the voter
 * @property {string} name or nothing
 * @property {string} rule by its key
 * @property {Record<string, number>} settings
 * @property {[number, number] | null} start null for the race's own
 */

/**
 * @typedef {object} Result of a round
 * @property {number[]} [counts] of each choice
 * @property {number[]} [values]
 * @property {[number, number][]} [points]
 * @property {Entry[]} [entries]
 */

/**
 * @typedef {object} Room
 * @property {number} serial
 * @property {boolean} free whether phones may try things by themselves
 * @property {boolean} paused whether phones ask to look at the screen
 * @property {Question | null} question
 * @property {Result[]} results of its rounds, once they are revealed
 */

/** @typedef {{here: number, answered: number}} Count */

export {};
