/**
 * The line from a page to its room: one websocket after another, so that a phone which slept, changed its network or
 * lost its server is back by itself. What is told in vain is told again where that matters: see `entrust`.
 */

/** @typedef {"connecting" | "connected" | "lost"} State */
/** @typedef {Record<string, any>} Message a JSON object with one part or more */
/** @typedef {{message: Message, told: boolean}} Entrusted */

/**
 * @typedef {object} Listener
 * @property {(message: Message) => void} hear
 * @property {(state: State) => void} turned the state is another
 */

const BETWEEN_PINGS = 20_000; // ms
const PATIENCE = 10_000; // ms without a word, where one is due, after which the line is dead
const LITTLE_PATIENCE = 3000; // ms, where there is reason for doubt
const SHORTEST = 500; // ms before the next try
const LONGEST = 15_000;

export class Connection {
  /** @type {State} */
  state = "connecting";
  /** Why there is no such room any more, in a sentence; "" as long as there may be one. */
  gone = "";
  /** @type {WebSocket | null} */
  #socket = null;
  #tries = 0; // in a row that brought no word
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #retry;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #deadline;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #pings;
  /** What the server may not hold yet, by its `op`, and whether this line was told. @type {Map<string, Entrusted>} */
  #entrusted = new Map();
  #listening = new AbortController();

  /**
   * @param {string} address as `liveAddress` makes it
   * @param {Message} hello who one is: a voter or a teacher
   * @param {Listener} listener
   */
  constructor(address, hello, listener) {
    this.address = address;
    this.hello = hello;
    this.listener = listener;
    const { signal } = this.#listening;
    for (const change of ["online", "offline"]) addEventListener(change, () => this.#doubt(), { signal });
    document.addEventListener("visibilitychange", () => document.hidden || this.#doubt(), { signal });
    this.#open();
  }

  /** Tell the server. @param {Message} message @returns {boolean} false where it cannot arrive now */
  send(message) {
    if (this.state !== "connected") return false;
    this.#socket?.send(JSON.stringify(message));
    return true;
  }

  /**
   * Tell the server an answer or a name, and again after each loss until it holds it. One record is held for each
   * voter and question, so what is told twice counts once.
   * @param {Message} message the last one with the same `op` holds
   */
  entrust(message) {
    const entrusted = { message, told: false };
    this.#entrusted.set(message.op, entrusted);
    this.#tell(entrusted);
  }

  /** @param {Entrusted} entrusted */
  #tell(entrusted) {
    entrusted.told = this.send(entrusted.message);
    if (entrusted.told) this.#expect(PATIENCE);
  }

  /** Leave for good. */
  end() {
    this.#listening.abort();
    this.#drop();
    this.#turn("lost");
  }

  #open() {
    this.#drop();
    if (this.#tries === 0) this.#turn("connecting");
    const socket = new WebSocket(this.address);
    this.#socket = socket;
    socket.onopen = () => socket.send(JSON.stringify(this.hello));
    socket.onmessage = ({ data }) => this.#hear(JSON.parse(data));
    socket.onclose = () => this.#lose();
    this.#expect(PATIENCE);
  }

  /** @param {Message} message */
  #hear(message) {
    clearTimeout(this.#deadline);
    this.#deadline = undefined;
    if (message.gone) {
      this.gone = message.gone;
      this.end();
    } else if (this.state !== "connected") this.#begin();
    this.#settle(message);
    this.listener.hear(message);
  }

  /** The first word has come. */
  #begin() {
    this.#tries = 0;
    this.#pings = setInterval(() => this.#ping(PATIENCE), BETWEEN_PINGS);
    this.#turn("connected");
  }

  /** Forget what the server holds by now, and tell it what it lacks after a loss. @param {Message} message */
  #settle({ you, yours, room, refused }) {
    const [name, answer] = ["name", "answer"].map((op) => this.#entrusted.get(op));
    if (name && you) this.#resolve(name, name.told || you.name === name.message.name);
    if (name?.told && refused) this.#entrusted.delete("name");
    if (answer && yours && isSame(yours, answer.message)) this.#entrusted.delete("answer");
    else if (answer && room) this.#resolve(answer, !isOpen(room.question, answer.message));
  }

  /** @param {Entrusted} entrusted @param {boolean} isDone whether it need not be told again */
  #resolve(entrusted, isDone) {
    if (isDone) this.#entrusted.delete(entrusted.message.op);
    else if (!entrusted.told) this.#tell(entrusted);
  }

  /** Something may have cut the line: try now, without waiting for the next ping or try. */
  #doubt() {
    if (this.state === "connected") this.#ping(LITTLE_PATIENCE);
    else this.#open();
  }

  /** @param {number} patience in ms */
  #ping(patience) {
    if (this.send({ op: "ping" })) this.#expect(patience);
  }

  /** Take the line for dead unless a word comes. @param {number} patience in ms */
  #expect(patience) {
    clearTimeout(this.#deadline);
    this.#deadline = setTimeout(() => this.#lose(), patience);
  }

  #lose() {
    this.#drop();
    this.#turn("lost");
    this.#retry = setTimeout(() => this.#open(), pauseBefore(this.#tries));
    this.#tries += 1;
  }

  /** Have neither a socket nor anything that waits. */
  #drop() {
    clearTimeout(this.#retry);
    clearTimeout(this.#deadline);
    clearInterval(this.#pings);
    for (const entrusted of this.#entrusted.values()) entrusted.told = false;
    const socket = this.#socket;
    this.#socket = null;
    if (!socket) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }

  /** @param {State} state */
  #turn(state) {
    if (state === this.state) return;
    this.state = state;
    this.listener.turned(state);
  }
}

/**
 * How long to wait before the next try: longer in the mean each time, and by chance, so that a class whose server is
 * back does not come at once.
 * @param {number} tries that failed in a row
 * @returns {number} ms
 */
export function pauseBefore(tries) {
  const longest = Math.min(LONGEST, 2 * SHORTEST * 2 ** tries);
  return SHORTEST + Math.random() * (longest - SHORTEST);
}

/**
 * @param {string} code of a room
 * @param {string} root the app's address, which ends with /
 */
export function liveAddress(code, root) {
  return new URL(`room/${code}/live`, root).href.replace(/^http/, "ws");
}

/** Whether what the server holds is what was answered. @param {Message} held @param {Message} answer */
function isSame(held, answer) {
  const same = held.question === answer.question && held.round === answer.round;
  return same && JSON.stringify(held.answer) === JSON.stringify(answer.answer);
}

/** Whether a question can still be given an answer. @param {Message | null} question @param {Message} answer */
function isOpen(question, answer) {
  return question?.open && question.id === answer.question && question.round === answer.round;
}
