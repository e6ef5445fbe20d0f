/** The line to a room: it comes back by itself, and what was told in vain is told again. */

import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";

const { Connection, liveAddress, pauseBefore } = await import("../../optviz/web/room/connection.js");

/** The sockets that were opened, the last one last. @type {FakeSocket[]} */
let sockets = [];

class FakeSocket {
  constructor(address) {
    this.address = address;
    this.sent = [];
    this.closed = false;
    sockets.push(this);
  }

  send(text) {
    this.sent.push(JSON.parse(text));
  }

  close() {
    this.closed = true;
  }

  /** The server accepts, is told hello, and says something. */
  accept(...messages) {
    this.onopen?.();
    messages.forEach((message) => this.say(message));
  }

  say(message) {
    this.onmessage?.({ data: JSON.stringify(message) });
  }
}

const page = new EventTarget();
Object.assign(globalThis, {
  WebSocket: FakeSocket,
  document: Object.assign(new EventTarget(), { hidden: false }),
  addEventListener: page.addEventListener.bind(page),
});
const YOU = { you: { number: 1, name: "", teacher: false } };
const OPEN = { id: 3, round: 1, open: true };
const ANSWER = { op: "answer", question: 3, round: 1, answer: 2 };
const last = () => /** @type {FakeSocket} */ (sockets.at(-1));
const said = (socket, op) => socket.sent.filter((message) => message.op === op);

/** A connection with what its listener heard. */
function begin() {
  const [heard, states] = [[], []];
  const line = new Connection(
    "ws://there/room/ABCDEF/live",
    { op: "hello", voter: "me" },
    {
      hear: (message) => heard.push(message),
      turned: (state) => states.push(state),
    },
  );
  return { line, heard, states };
}

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout", "setInterval"] });
  sockets = [];
});

test("hello is the first word, and the line holds once the server has said one", () => {
  const { line, heard, states } = begin();
  assert.equal(line.state, "connecting");
  assert.equal(line.send({ op: "ping" }), false);
  last().accept();
  assert.equal(line.state, "connecting");
  last().say(YOU);
  assert.deepEqual(last().sent, [{ op: "hello", voter: "me" }]);
  assert.deepEqual([states, heard], [["connected"], [YOU]]);
  line.end();
});

test("it pings every 20 s and takes a line without pong for dead after 10 s", () => {
  const { line, states } = begin();
  last().accept(YOU);
  mock.timers.tick(20_000);
  assert.equal(said(last(), "ping").length, 1);
  mock.timers.tick(9_999);
  last().say({ pong: 1 });
  mock.timers.tick(10_001);
  assert.equal(said(last(), "ping").length, 2);
  assert.deepEqual(states, ["connected"]);
  mock.timers.tick(10_000);
  assert.deepEqual(states, ["connected", "lost"]);
  assert.ok(sockets[0].closed);
  line.end();
});

test("it is dead, too, where the server says nothing at all", () => {
  const { line } = begin();
  last().accept();
  mock.timers.tick(10_000);
  assert.equal(line.state, "lost");
  line.end();
});

test("pauses grow, and lie between 0.5 and 15 s", () => {
  const among = (tries, chance) => {
    mock.method(Math, "random", () => chance);
    return pauseBefore(tries);
  };
  assert.deepEqual(
    [0, 1, 2, 3, 4, 50].map((tries) => among(tries, 0)),
    Array(6).fill(500),
  );
  const longest = [0, 1, 2, 3, 4, 50].map((tries) => Math.round(among(tries, 1 - 1e-9)));
  assert.deepEqual(longest, [1000, 2000, 4000, 8000, 15000, 15000]);
  mock.restoreAll();
});

test("it tries until it is back, and then begins with the shortest pauses again", () => {
  const { line, states } = begin();
  last().accept(YOU);
  mock.method(Math, "random", () => 1);
  for (const pause of [1000, 2000, 4000]) {
    last().onclose?.();
    const before = sockets.length;
    mock.timers.tick(pause - 1);
    assert.equal(sockets.length, before);
    mock.timers.tick(1);
    assert.equal(sockets.length, before + 1);
  }
  assert.deepEqual(states, ["connected", "lost"]);
  last().accept(YOU);
  last().onclose?.();
  mock.timers.tick(1000);
  assert.equal(sockets.length, 5);
  mock.restoreAll();
  line.end();
});

test("it tries at once when the network or the visitor is back", () => {
  const { line } = begin();
  last().accept(YOU);
  last().onclose?.();
  page.dispatchEvent(new Event("online"));
  assert.equal(sockets.length, 2);
  last().onclose?.();
  Object.assign(document, { hidden: true });
  document.dispatchEvent(new Event("visibilitychange"));
  assert.equal(sockets.length, 2);
  Object.assign(document, { hidden: false });
  document.dispatchEvent(new Event("visibilitychange"));
  assert.equal(sockets.length, 3);
  mock.timers.tick(600); // the pause that it did not wait for is forgotten
  assert.equal(sockets.length, 3);
  line.end();
});

test("a line that slept is asked at once, and need not be replaced where it answers", () => {
  const { line } = begin();
  last().accept(YOU);
  document.dispatchEvent(new Event("visibilitychange"));
  assert.equal(said(last(), "ping").length, 1);
  last().say({ pong: 1 });
  mock.timers.tick(3000);
  assert.equal(line.state, "connected");
  page.dispatchEvent(new Event("offline"));
  mock.timers.tick(3000);
  assert.equal(line.state, "lost");
  line.end();
});

test("an answer given while the line is lost is told once it is back", () => {
  const { line } = begin();
  last().accept(YOU, { room: { question: OPEN } });
  last().onclose?.();
  line.entrust({ ...ANSWER, answer: 1 });
  line.entrust(ANSWER);
  mock.timers.tick(1000);
  last().accept(YOU);
  assert.deepEqual(said(last(), "answer"), []);
  last().say({ room: { question: OPEN } });
  last().say({ room: { question: OPEN } });
  assert.deepEqual(said(last(), "answer"), [ANSWER]);
  last().say({ yours: { question: 3, round: 1, answer: 2 } });
  last().onclose?.();
  mock.timers.tick(1000);
  last().accept(YOU, { room: { question: OPEN } });
  assert.deepEqual(said(last(), "answer"), []);
  line.end();
});

test("an answer is told again where the line broke before the server held it", () => {
  const { line } = begin();
  last().accept(YOU, { room: { question: OPEN } }, { yours: { question: 3, round: 1, answer: 0 } });
  line.entrust(ANSWER);
  assert.deepEqual(said(last(), "answer"), [ANSWER]);
  mock.timers.tick(10_000); // and no word comes
  assert.equal(line.state, "lost");
  mock.timers.tick(1000);
  last().accept(YOU, { room: { question: OPEN } }, { yours: { question: 3, round: 1, answer: 0 } });
  assert.deepEqual(said(last(), "answer"), [ANSWER]);
  line.end();
});

for (const question of [null, { ...OPEN, id: 4 }, { ...OPEN, round: 2 }, { ...OPEN, open: false }]) {
  test(`an answer is not told where the question is ${JSON.stringify(question)} by then`, () => {
    const { line } = begin();
    last().accept(YOU, { room: { question: OPEN } });
    last().onclose?.();
    line.entrust(ANSWER);
    mock.timers.tick(1000);
    last().accept(YOU, { room: { question } });
    last().say({ room: { question: OPEN } });
    assert.deepEqual(said(last(), "answer"), []);
    line.end();
  });
}

test("a name given while the line is lost is told once it is back, and not once the server has had it", () => {
  const { line } = begin();
  last().accept(YOU);
  last().onclose?.();
  line.entrust({ op: "name", name: "Ada" });
  mock.timers.tick(1000);
  last().accept(YOU);
  assert.deepEqual(said(last(), "name"), [{ op: "name", name: "Ada" }]);
  last().say({ you: { ...YOU.you, name: "Ada" } });
  last().say(YOU); // the teacher removes it
  last().onclose?.();
  mock.timers.tick(1000);
  last().accept(YOU);
  assert.deepEqual(said(last(), "name"), []);
  line.end();
});

test("a name that was refused is not told again", () => {
  const { line } = begin();
  last().accept(YOU);
  line.entrust({ op: "name", name: "x".repeat(30) });
  last().say({ refused: "A name has at most 20 characters." });
  last().onclose?.();
  mock.timers.tick(1000);
  last().accept(YOU);
  assert.deepEqual(said(last(), "name"), []);
  line.end();
});

test("where the room is gone it stops for good", () => {
  const { line, heard } = begin();
  last().accept({ gone: "There is no room ABCDEF." });
  assert.deepEqual([line.state, line.gone], ["lost", "There is no room ABCDEF."]);
  assert.deepEqual(heard, [{ gone: "There is no room ABCDEF." }]);
  page.dispatchEvent(new Event("online"));
  mock.timers.tick(60_000);
  assert.equal(sockets.length, 1);
});

test("where it was left nothing is heard or tried any more", () => {
  const { line, heard } = begin();
  last().accept(YOU);
  const [socket] = sockets;
  line.end();
  socket.say({ room: {} });
  mock.timers.tick(60_000);
  assert.deepEqual([heard.length, sockets.length, socket.closed], [1, 1, true]);
});

test("its address has the page's own scheme and path", () => {
  assert.equal(liveAddress("ABCDEF", "https://school.org/ml/"), "wss://school.org/ml/room/ABCDEF/live");
  assert.equal(liveAddress("ABCDEF", "http://10.0.0.7:8501/"), "ws://10.0.0.7:8501/room/ABCDEF/live");
});
