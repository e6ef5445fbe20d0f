/** What a phone says of its own answer, in words. */

/** @typedef {import("./told.js").Question} Question */
/** @typedef {{question: number, round: number, answer: any}} Given an answer to a round of a question */

/** @type {Record<Question["kind"], string>} */
const ASKS = {
  choose: "Choose one.",
  number: "",
  point: "Tap the picture where it ends.",
  race: "",
};

/** Whether an answer is to the round that is asked. @param {Given | null} given @param {Question | null} question */
export function answers(given, question) {
  return given !== null && question !== null && given.question === question.id && given.round === question.round;
}

/** Whether two answers are the same. @param {Given | null} one @param {Given | null} other */
export function sameAnswer(one, other) {
  return (
    JSON.stringify([one?.question, one?.round, one?.answer]) ===
    JSON.stringify([other?.question, other?.round, other?.answer])
  );
}

/**
 * What is to be known of an answer.
 * @param {Question} question
 * @param {Given | null} held by the server, for this round
 * @param {Given | null} given on this phone and not yet held
 * @param {boolean} connected
 */
export function answerWords({ kind, open, revealed }, held, given, connected) {
  const [vote, answer] = kind === "race" ? ["Entries are", "entry"] : ["The vote is", "answer"];
  if (revealed) return "";
  if (!open) return `${vote} closed. ${closedWords(held, given, answer)}`;
  if (given && !connected) return `Your ${answer} waits for the connection.`;
  if (given) return `Sending your ${answer}…`;
  const until = kind === "race" ? "entries are" : "the vote is";
  return held ? `Your ${answer} counts. You can change it until ${until} closed.` : ASKS[kind];
}

/** @param {Given | null} held @param {Given | null} given @param {string} answer */
function closedWords(held, given, answer) {
  if (given) return `Your last ${answer} came too late${held ? "; the one before it counts" : ""}.`;
  return held ? `Your ${answer} counts.` : `You gave no ${answer}.`;
}

/** @type {Record<string, string>} */
export const STATES = {
  connecting: "Connecting…",
  connected: "Connected",
  lost: "Connection lost",
};

/** Who a phone is. @param {{number: number, name: string} | null} you */
export function whoWords(you) {
  if (!you) return "";
  return you.name ? `${you.name}, number ${you.number}` : `You are number ${you.number}`;
}

/** A place in an order: 1st, 2nd, 11th. @param {number} place */
export function ordinal(place) {
  const last = place % 10;
  const teen = Math.floor(place / 10) % 10 === 1;
  return `${place}${teen ? "th" : (["th", "st", "nd", "rd"][last] ?? "th")}`;
}
