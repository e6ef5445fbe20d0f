/** The door of a page of its own, page.html: the race lies in it, and runs again there from another start. */

import { offerSpeed, paceOf } from "../core/clock.js";
import { interpretOnly } from "../engine/program.js";
import { quantitiesOf } from "../plot/quantities.js";
import { View3D } from "../space/view3d.js";
import { embed, wantedHeight } from "./embedding.js";
import * as cloudpart from "./cloudpart.js";
import * as extras from "./extras.js";
import { framed, hearTheme, leaveByEscape, tellHeight } from "./framed.js";
import { wishIn } from "./fromlink.js";
import { leadOnward, slideOf } from "./onward.js";
import { openingOf } from "./opening.js";
import { PageTheme } from "./pagetheme.js";
import { Player } from "./player.js";
import { followPrinting } from "./printing.js";
import { seedsText } from "./seedstext.js";
import { Slides } from "./slides.js";

/** The quantity that a picture's chart shows, by the chart's name. @type {Record<string, string>} */
const QUANTITY = { loss: "log", accuracy: "accuracy", cost: "cost" };

const SLIDE = "slide"; // which slide of a lesson is shown, behind the address's #

/**
 * Until the race is unpacked, and where it cannot be, a sentence stands in its place.
 * @param {Element[]} held a race each: one, or those of a lesson's slides
 */
async function open(held) {
  interpretOnly();
  const page = document.documentElement;
  const place = /** @type {HTMLElement} */ (document.querySelector("[data-optviz-place]"));
  const { opening, problems } = openingOf(JSON.parse(place.dataset.optvizPlace || "{}"), location);
  let player = /** @type {Player | null} */ (null);
  const theme = new PageTheme(opening.theme, () => player?.retheme());
  if (framed()) hearTheme((each) => theme.around(each));
  if (framed() || opening.embed) page.classList.add("framed");
  if (opening.chart === "none") opening.hide.push("charts");
  page.dataset.hide = opening.hide.join(" ");
  if (opening.speed) offerSpeed(opening.speed);

  const slides = new Slides(await Promise.all(held.map((each) => unzip(each.textContent ?? ""))));
  slides.goTo(Number(new URLSearchParams(location.hash.slice(1)).get(SLIDE)) || 1);
  const content = slides.content();
  place.replaceChildren();
  const made = new Player(place, null, {
    space: async () => ({ View3D }),
    extras: async () => extras,
    cloud: async () => cloudpart,
  });
  player = made;
  if (opening.embed) embed(made.root);
  made.tell = (wish) => {
    slides.take(wish);
    history.replaceState(null, "", `#${SLIDE}=${slides.number}`);
    if (onward) onward.href = slideOf(onward.href, slides.number);
    made.receive(slides.content());
  };
  made.receive(content);
  const onward = /** @type {HTMLAnchorElement | null} */ (document.querySelector("a[data-optviz-app]"));
  if (!content.race.lesson) {
    if (onward) leadOnward(onward, made);
    problems.push(...race(made, content.race));
  }
  problems.push(...begin(made, content.race, opening));
  if (problems.length) tellProblems(place, problems);
  if (framed()) {
    leaveByEscape(made);
    tellHeight(() => wantedHeight(made.root));
  }
  // So that its keys work at once; in a frame or made for one, keys are the page's around it until a click.
  if (!page.classList.contains("framed")) made.root.focus({ preventScroll: true });
  addEventListener("hashchange", () => location.reload()); // it is asked to open otherwise
  followPrinting(made);
}

/**
 * Have the race be the one that the address asks for.
 * @param {Player} player
 * @param {import("../core/payload.js").Race} race as it came
 * @returns {string[]} what was asked for and cannot be raced
 */
function race({ changes, live }, race) {
  const { wish, problems } = wishIn(location.hash, race, live?.engine.content.rules ?? {});
  const left = Object.keys(wish).length ? Object.keys(changes.open(wish)) : [];
  for (const name of left) problems.push(`${name} in the address: this cannot be raced here.`);
  return problems;
}

/**
 * Have it begin as it was asked to.
 * @param {Player} player
 * @param {import("../core/payload.js").Race} race
 * @param {import("./opening.js").Opening} opening
 * @returns {string[]} what was asked for and cannot be
 */
function begin({ clock, onDemand, tools }, race, { step, speed, chart, cloud, seeds }) {
  const problems = [];
  if (cloud) onDemand.use("cloud", (part) => part.begin(cloud));
  if (seeds.length && race.batch && !race.lesson) onDemand.use("seeds", (part) => part.begin(seeds));
  else if (seeds.length) problems.push(`seeds=${seedsText(seeds)} is not possible: ${noSeeds(race)}.`);
  if (speed) clock.speed = paceOf(speed);
  if (step !== null) {
    clock.playing = false;
    clock.seek(step);
    if (step > race.steps) problems.push(`step=${step} is beyond the race, which has ${race.steps} steps.`);
  }
  const quantity = QUANTITY[chart];
  if (quantity && !quantitiesOf(race).some(({ id }) => id === quantity)) {
    problems.push(`chart=${chart} is not possible: this race has no such chart.`);
  } else if (quantity) tools.showOnly([quantity, ...race.views]);
  return problems;
}

/** Why a page shows no seeds of a race. @param {import("../core/payload.js").Race} race */
function noSeeds({ lesson }) {
  return lesson ? "a lesson has no room for them" : "the steps of this race see no minibatches";
}

/** @param {Element} place @param {string[]} problems */
function tellProblems(place, problems) {
  const told = document.createElement("p");
  told.className = "problems";
  told.setAttribute("role", "status");
  told.textContent = problems.join(" ");
  place.before(told);
}

/**
 * @param {string} text bytes that were compressed by gzip, in base64
 * @returns {Promise<Uint8Array>}
 */
async function unzip(text) {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

open([...document.querySelectorAll("script[data-optviz-race]")]);
