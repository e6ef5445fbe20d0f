/** What a page's address may say of how it opens. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { openingOf, PARTS } from "../../optviz/web/player/opening.js";

const at = (/** @type {string} */ search, hash = "", given = {}) => openingOf(given, { search, hash });

test("a page opens as its file says", () => {
  const { opening, problems } = at("", "", { theme: "dark", speed: 10 });
  assert.deepEqual(opening, {
    embed: false,
    hide: [],
    theme: "dark",
    step: null,
    speed: 10,
    chart: "",
    cloud: "",
    seeds: [],
  });
  assert.deepEqual(problems, []);
});

test("the address says it in place of the file, after ? and after #", () => {
  const { opening, problems } = at("?embed&theme=dark&step=7", "#theme=light&hide=legend,%20charts&speed=12.5", {
    theme: "dark",
    hide: ["title"],
  });
  assert.deepEqual(problems, []);
  const hide = ["title", "legend", "charts"];
  assert.deepEqual(opening, {
    embed: true,
    hide,
    theme: "light",
    step: 7,
    speed: 12.5,
    chart: "",
    cloud: "",
    seeds: [],
  });
  assert.equal(at("?embed=0").opening.embed, false);
});

test("every part can be hidden, and what is none is told in one sentence", () => {
  assert.deepEqual(at(`?hide=${PARTS.join()}`), { opening: { ...at("").opening, hide: PARTS }, problems: [] });
  const { opening, problems } = at("?hide=legend,clouds,<b>,,");
  assert.deepEqual(opening.hide, ["legend"]);
  assert.equal(problems.length, 1);
  assert.match(problems[0], /^hide=clouds, <b> in the address names no part of the page: there are title, legend, /);
});

test("what is not possible is told by name and leaves the file's own", () => {
  const given = { theme: "dark", step: 3, speed: 10, chart: "loss" };
  for (const [name, values] of Object.entries({
    theme: ["purple", "", "DARK"],
    step: ["-1", "1.5", "x", "", "1e3", "9".repeat(400)],
    speed: ["0", "-1", "NaN", "Infinity", "", " ", "1e9"],
    chart: ["loss,accuracy", "", "toString"],
    embed: ["maybe"],
  })) {
    for (const value of values) {
      const { opening, problems } = at(`?${name}=${encodeURIComponent(value)}`, "", given);
      assert.deepEqual(opening, at("", "", given).opening);
      assert.equal(problems.length, 1);
      assert.ok(problems[0].startsWith(`${name}=`) && problems[0].length < 140);
    }
  }
});

test("what the address says besides is of no concern", () => {
  assert.deepEqual(at("?v=3&utm=x&__proto__=1", "#section-2"), at(""));
});

test("a cloud is opened by the address", () => {
  assert.equal(openingOf({}, { search: "?cloud=line:50", hash: "" }).opening.cloud, "line:50");
  const { opening, problems } = openingOf({}, { search: "", hash: "#cloud=ring:7" });
  assert.equal(opening.cloud, "");
  assert.deepEqual(problems, ["cloud=ring:7 in the address is not possible: give disc:50 or the like."]);
});

test("seeds are opened by the address", () => {
  assert.deepEqual(at("?seeds=3").opening.seeds, [0, 1, 2]);
  assert.deepEqual(at("", "#seeds=5-7,9").opening.seeds, [5, 6, 7, 9]);
  const { opening, problems } = at("", "#seeds=0");
  assert.deepEqual(opening.seeds, []);
  assert.deepEqual(problems, ["seeds=0 in the address is not possible: give 20, 5-11 or the like, at most 200."]);
});
