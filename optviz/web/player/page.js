/** The door of a page of its own, page.html: the race lies in it, and runs again there from another start. */

import { unpack } from "../core/payload.js";
import { interpretOnly } from "../engine/program.js";
import { View3D } from "../space/view3d.js";
import { complete } from "./completion.js";
import * as extras from "./extras.js";
import { Player } from "./player.js";
import { followPrinting } from "./printing.js";

/**
 * Until the race is unpacked, and where it cannot be, a sentence stands in its place.
 * @param {Element} held
 */
async function open(held) {
  interpretOnly();
  const content = unpack(await unzip(held.textContent ?? ""));
  complete(content);
  const place = /** @type {HTMLElement} */ (document.querySelector("[data-optviz-place]"));
  place.replaceChildren();
  const player = new Player(place, null, { space: async () => ({ View3D }), extras: async () => extras });
  player.receive(content);
  // So that its keys work at once; inside another page, as in a notebook, keys stay with that page until a click.
  if (window === window.top) player.root.focus({ preventScroll: true });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => player.retheme());
  followPrinting(player);
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

open(/** @type {Element} */ (document.querySelector("script[data-optviz-race]")));
