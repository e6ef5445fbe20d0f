/** What a phone says of its answer and of itself, and how it follows the teacher's player. */

import assert from "node:assert/strict";
import { mock, test } from "node:test";

let calm = false;
Object.assign(globalThis, { matchMedia: () => ({ matches: calm }) });

const { Clock } = await import("../../optviz/web/core/clock.js");
const { position, valueAt } = await import("../../optviz/web/core/scrub.js");
const { codeOf } = await import("../../optviz/web/room/phonedoor.js");
const { reachOf } = await import("../../optviz/web/room/phoneentry.js");
const { Follow, stepOf } = await import("../../optviz/web/room/phonefollow.js");
const { answerWords, answers, ordinal, sameAnswer, whoWords } = await import("../../optviz/web/room/phonewords.js");

const QUESTION = /** @type {any} */ ({ id: 3, kind: "choose", round: 1, open: true, revealed: false });
const GIVEN = { question: 3, round: 1, answer: 2 };

test("an answer counts once the server holds it, and not before", () => {
  const said = (question, held, given, connected) => answerWords({ ...QUESTION, ...question }, held, given, connected);
  assert.equal(said({}, null, null, true), "Choose one.");
  assert.equal(said({}, null, GIVEN, false), "Your answer waits for the connection.");
  assert.equal(said({}, GIVEN, { ...GIVEN, answer: 1 }, true), "Sending your answer…");
  assert.match(said({}, GIVEN, null, true), /^Your answer counts\. You can change it until the vote is closed\.$/);
  assert.equal(said({ kind: "race" }, GIVEN, null, true).includes("until entries are closed"), true);
});

test("a closed vote says whether the last answer came in time", () => {
  const said = (held, given) => answerWords({ ...QUESTION, open: false }, held, given, true);
  assert.equal(said(GIVEN, null), "The vote is closed. Your answer counts.");
  assert.equal(said(null, null), "The vote is closed. You gave no answer.");
  assert.equal(said(null, GIVEN), "The vote is closed. Your last answer came too late.");
  assert.match(said(GIVEN, { ...GIVEN, answer: 1 }), /too late; the one before it counts\.$/);
  assert.equal(answerWords({ ...QUESTION, open: false, revealed: true }, GIVEN, null, true), "");
});

test("an answer belongs to one round of one question", () => {
  assert.ok(answers(GIVEN, QUESTION));
  assert.ok(!answers(GIVEN, { ...QUESTION, round: 2 }));
  assert.ok(!answers(GIVEN, { ...QUESTION, id: 4 }));
  assert.ok(!answers(null, QUESTION) && !answers(GIVEN, null));
  assert.ok(sameAnswer(GIVEN, { answer: 2, round: 1, question: 3 }));
  assert.ok(!sameAnswer(GIVEN, { ...GIVEN, answer: 1 }));
  assert.ok(!sameAnswer(GIVEN, null));
});

test("a phone is its number, and its name where it has one", () => {
  assert.equal(whoWords(null), "");
  assert.equal(whoWords({ number: 17, name: "" }), "You are number 17");
  assert.equal(whoWords({ number: 17, name: "Ada" }), "Ada, number 17");
});

test("places have their endings", () => {
  const places = [1, 2, 3, 4, 10, 11, 12, 13, 21, 22, 101, 111, 113].map(ordinal);
  const said = "1st 2nd 3rd 4th 10th 11th 12th 13th 21st 22nd 101st 111th 113th";
  assert.deepEqual(places, said.split(" "));
});

test("a code is the same in small letters, with blanks and with hyphens", () => {
  assert.equal(codeOf(" abc-dEf "), "ABCDEF");
});

test("sliders reach whole powers of ten round what a number begins as", () => {
  assert.deepEqual(reachOf(0.02, "size"), [-5, 2]);
  assert.deepEqual(reachOf(0.001, "size"), [-6, 0]);
  assert.deepEqual(reachOf(0.9, "share"), [0, 4]);
  assert.deepEqual(reachOf(0.999999, "share")[1], 6);
  assert.deepEqual(reachOf(1, "count"), [0, 1]);
  for (const [value, spread] of /** @type {[number, any][]} */ ([
    [0.3, "size"],
    [0.95, "share"],
    [5, "count"],
    [-2, "number"],
  ])) {
    const [low, high] = reachOf(value, spread);
    assert.ok(low < position(value, spread) && position(value, spread) < high);
    assert.ok(Number.isFinite(valueAt(low, spread)) && Number.isFinite(valueAt(high, spread)));
  }
});

test("a player that plays is where the time since it was told has brought it", () => {
  const at = { step: 10, playing: true, speed: 20, since: 1000 };
  assert.equal(stepOf(at, 1000), 10);
  assert.equal(stepOf(at, 1500), 20);
  assert.equal(stepOf({ ...at, playing: false }, 1500), 10);
});

/** A clock that follows, after it was told to play from step 10 at 50 steps a second. */
function following() {
  mock.timers.enable({ apis: ["setInterval"] });
  let now = 0;
  mock.method(performance, "now", () => now);
  const clock = new Clock();
  clock.fit(1000);
  const follow = new Follow(clock, () => {});
  follow.tell({ step: 10, playing: true, speed: 50, since: 0 });
  const pass = (/** @type {number} */ ms) => {
    now += ms;
    mock.timers.tick(ms);
  };
  const end = () => {
    follow.end();
    mock.timers.reset();
    mock.restoreAll();
  };
  return { clock, follow, pass, end };
}

test("a phone that slept is where the teacher is a second after it woke", () => {
  const { clock, follow, pass, end } = following();
  assert.deepEqual([clock.time, clock.playing, clock.speed, clock.loop], [10, true, 2, false]);
  clock.advance(1);
  pass(1000);
  assert.equal(clock.time, 60); // as it came by itself
  pass(5000); // without a frame
  assert.equal(clock.time, 310);
  follow.tell({ step: 7, playing: false, speed: 50, since: 0 });
  pass(2000);
  assert.deepEqual([clock.time, clock.playing], [7, false]);
  end();
});

test("where motion is not wanted it stands, and is elsewhere once a second", () => {
  calm = true;
  const { clock, pass, end } = following();
  assert.equal(clock.playing, false);
  pass(999);
  assert.equal(clock.time, 10);
  pass(1);
  assert.equal(clock.time, 60);
  end();
  calm = false;
});
