/** Clock, numbers, scales, cutting and payload. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { clip } from "../../optviz/web/core/clip.js";
import { Clock } from "../../optviz/web/core/clock.js";
import { percents, short } from "../../optviz/web/core/numbers.js";
import { nameWithRule, unpack } from "../../optviz/web/core/payload.js";
import { decades, linear, logarithmic, ticks } from "../../optviz/web/core/scale.js";
import { ramp } from "../../optviz/web/core/theme.js";
import { table } from "./tables.mjs";

/** @param {ArrayLike<number>} found @param {number[]} expected */
function near(found, expected, most = 1e-9) {
  assert.equal(found.length, expected.length);
  expected.forEach((value, k) => assert.ok(Math.abs(found[k] - value) <= most, `${found[k]} is not ${value}`));
}

for (const { counts, words } of table("percents")) {
  test(`${counts} in percent`, () => assert.deepEqual(percents(counts), words));
}

for (const { value, digits, words } of table("numbers")) {
  test(`${value} in ${digits} digits is ${words}`, () => assert.equal(short(value ?? NaN, digits), words));
}

for (const { low, high, count, ticks: expected } of table("ticks")) {
  test(`about ${count} round numbers from ${low} to ${high}`, () => {
    near(ticks([low, high], count), expected, 1e-9 * (high - low));
  });
}

for (const { low, high, begin, end, share } of table("clip")) {
  test(`the part of ${begin} to ${end} in ${low} to ${high}`, () => {
    const found = clip(
      low,
      high,
      begin,
      end.map((value, axis) => value - begin[axis]),
    );
    if (share) near(found ?? [], share);
    else assert.equal(found, null);
  });
}

test("powers of ten are thinned out and lie inside", () => {
  near(decades([1, 1e4], 10), [1, 10, 100, 1000, 1e4], 1e-6);
  const few = decades([2e-8, 3e8], 4);
  assert.ok(few.length <= 4 && few[0] >= 2e-8 && few.at(-1) <= 3e8);
  assert.deepEqual(decades([2, 9], 5), []);
});

test("scales lead to pixels and back", () => {
  for (const scale of [linear([1, 100], [300, 20]), logarithmic([1, 100], [300, 20])]) {
    near([scale(1), scale(100)], [300, 20]);
    near([scale.invert(scale(7))], [7]);
  }
  near([logarithmic([1, 100], [0, 10])(10)], [5]);
});

test("a ramp goes from the first colour to the last", () => {
  const colours = ramp(["#000000", "#804020", "#ffffff"]);
  assert.equal(colours.length, 256);
  assert.deepEqual(colours[0], [0, 0, 0]);
  assert.deepEqual(colours[255], [255, 255, 255]);
  near(colours[127], [128, 64, 32], 1);
});

test("the clock plays, holds, loops and stops", () => {
  const clock = new Clock();
  clock.fit(50);
  clock.advance(1);
  assert.equal(clock.time, 25);
  clock.advance(9);
  assert.equal(clock.step, 50);
  clock.advance(1);
  assert.equal(clock.step, 50);
  clock.advance(0.5);
  assert.equal(clock.step, 0);
  clock.loop = false;
  clock.seek(50);
  clock.advance(0.1);
  assert.equal(clock.playing, false);
  clock.toggle();
  assert.deepEqual([clock.time, clock.playing], [0, true]);
});

test("the clock stops at marks, once each time it comes there", () => {
  const clock = new Clock();
  clock.fit(50);
  for (const step of [30, 10, 20, 20]) {
    clock.seek(step);
    clock.mark();
  }
  assert.deepEqual(clock.stops, [10, 30]); // twice is not at all
  clock.seek(0);
  clock.playing = true;
  clock.advance(1.5);
  assert.deepEqual([clock.time, clock.playing], [10, false]);
  clock.toggle();
  clock.advance(9);
  assert.deepEqual([clock.time, clock.playing], [30, false]);
  clock.toggle();
  clock.advance(9);
  assert.deepEqual([clock.time, clock.playing], [50, true]);
});

test("there are no more marks than a link may have", () => {
  const clock = new Clock();
  clock.fit(50);
  for (let step = 1; step <= 22; step++) {
    clock.seek(step);
    clock.mark();
  }
  assert.equal(clock.stops.length, 20);
  clock.seek(20);
  clock.mark();
  assert.equal(clock.stops.length, 19);
});

test("a step by hand goes to whole steps", () => {
  const clock = new Clock();
  clock.fit(10);
  clock.seek(3.4);
  clock.move(-1);
  assert.equal(clock.time, 3 - 0);
  clock.seek(3.4);
  clock.move(1);
  assert.equal(clock.time, 4);
  clock.move(100);
  assert.equal(clock.time, 10);
  clock.shift(1);
  assert.equal(clock.speed, 2);
  clock.shift(-100);
  assert.equal(clock.speed, 0.25);
});

test("another length keeps the end and any other step", () => {
  const clock = new Clock();
  clock.fit(10);
  clock.seek(10);
  clock.fit(20);
  assert.equal(clock.time, 20);
  clock.seek(7);
  clock.fit(15);
  assert.equal(clock.time, 7);
});

/** @param {object} header @param {ArrayBufferView[]} arrays */
function packed(header, arrays) {
  const text = new TextEncoder().encode(JSON.stringify(header));
  const room = Math.ceil((4 + text.length) / 8) * 8;
  const blocks = arrays.map((array) => new Uint8Array(array.buffer));
  const bytes = new Uint8Array(room + blocks.reduce((sum, { length }) => sum + Math.ceil(length / 8) * 8, 0)).fill(32);
  new DataView(bytes.buffer).setUint32(0, room - 4, true);
  bytes.set(text, 4);
  let at = room;
  for (const block of blocks) {
    bytes.set(block, at);
    at += Math.ceil(block.length / 8) * 8;
  }
  return bytes;
}

test("a payload's arrays lie where its header says, wherever the bytes begin", () => {
  const header = {
    surface: { levels: { at: 8, type: "f8", shape: [2] }, heights: { at: 0, type: "u2", shape: [2, 2] } },
    race: { x: { at: 24, type: "f8", shape: [1, 2] }, none: null, words: ["shape", "at"] },
  };
  // Differences, along both axes and modulo 65536, of 0, 65534 and 65535, 32767.
  const arrays = [Uint16Array.of(0, 65534, 65535, 32770), Float64Array.of(1, 10), Float64Array.of(NaN, 0.1)];
  const bytes = packed(header, arrays);
  const shifted = new Uint8Array(bytes.length + 3);
  shifted.set(bytes, 3);
  for (const each of [bytes, shifted.subarray(3)]) {
    const { surface, race } = /** @type {any} */ (unpack(each));
    near(surface.levels, [1, 10], 0);
    near(surface.heights.subarray(0, 2), [0, 3], 1e-6);
    assert.ok(Number.isNaN(surface.heights[2]));
    near(surface.heights.subarray(3), [1.5], 1e-6);
    assert.ok(Number.isNaN(race.x[0]) && race.x[1] === 0.1);
    assert.deepEqual([race.none, race.words], [null, ["shape", "at"]]);
  }
});

test("a run's rule is named where its name does not begin with it", () => {
  assert.equal(nameWithRule({ name: "Adam 2", rule: "Adam" }), "Adam 2");
  assert.equal(nameWithRule({ name: "fast", rule: "SGD" }), "fast (SGD)");
});

/** A browser's address bar and its history, as far as addresses need them. */
function browserAt(/** @type {string} */ search) {
  return { entries: [search], at: new URL(`http://localhost/class${search}`) };
}

test("another scene or page is a new entry, anything else replaces the entry", async () => {
  const browser = browserAt("?scene=beale&view=space&t=8&embed=true");
  const set = (/** @type {any} */ _, /** @type {any} */ __, /** @type {string} */ address) => {
    browser.at.href = new URL(address, browser.at).href;
    browser.entries[browser.entries.length - 1] = browser.at.search;
  };
  /** @type {(() => void)[]} */
  const popped = [];
  Object.assign(globalThis, {
    location: browser.at,
    addEventListener: (/** @type {string} */ _, /** @type {() => void} */ listener) => popped.push(listener),
    history: {
      state: null,
      replaceState: set,
      pushState: (/** @type {any} */ ...given) => {
        browser.entries.push("");
        set(given[0], given[1], given[2]);
      },
    },
  });
  const { follow, stand } = await import("../../optviz/web/core/address.js");
  const bar = () => browser.at.search;

  follow("scene=beale&steps=77"); // the first: whatever the page was opened with
  assert.equal(bar(), "?scene=beale&steps=77&embed=true&view=space&t=8");
  stand("scene=beale&steps=77", "above,space", false, { t: "", seeds: "5-7,9" });
  assert.equal(bar(), "?scene=beale&steps=77&embed=true&view=above,space&seeds=5-7,9");
  follow("scene=beale&steps=78");
  assert.equal(bar(), "?scene=beale&steps=78&embed=true&view=above,space&seeds=5-7,9");
  stand("scene=beale&steps=77", "above,space", false, { t: "", seeds: "" });
  assert.equal(bar(), "?scene=beale&steps=77&embed=true&view=above,space");
  stand("scene=long_valley", "above", true, { t: "3" }); // on its way to that address
  assert.equal(bar(), "?scene=beale&steps=77&embed=true&view=above,space");
  assert.equal(browser.entries.length, 1);

  follow("scene=long_valley");
  follow("scene=long_valley&start=1,2");
  follow("scene=long_valley&room=sweep");
  assert.deepEqual(browser.entries.slice(1), [
    "?scene=long_valley&start=1,2&embed=true",
    "?scene=long_valley&room=sweep&embed=true",
  ]);

  browser.at.search = "?scene=long_valley&start=1,2&t=5"; // Back
  for (const listener of popped) listener();
  follow("scene=long_valley&room=sweep"); // was still under way
  assert.equal(bar(), "?scene=long_valley&start=1,2&t=5");
  follow("scene=long_valley&start=1,2");
  follow("scene=beale");
  assert.equal(bar(), "?scene=beale");
});
