/** The door in a notebook's widget: anywidget calls `render` for every view of a model. */

import { unpack } from "../core/payload.js";
import { themeAround, whenThemed } from "../embed/around.js";
import * as cloudpart from "../player/cloudpart.js";
import * as extras from "../player/extras.js";
import { Player } from "../player/player.js";
import { View3D } from "../space/view3d.js";

const REST = 250; // ms between looks at whether the playback rests

/** As in pages of their own. @type {Record<string, Record<string, string>>} */
const COLOURS = {
  light: { text: "#101317", background: "#ffffff", "secondary-background": "#f2f5f8", primary: "#006579" },
  dark: { text: "#f2f4f6", background: "#0e1117", "secondary-background": "#1a202b", primary: "#2fd1ee" },
};

/**
 * @typedef {object} Model a traitlets model in the browser
 * @property {(name: string) => any} get
 * @property {(name: string, value: unknown) => void} set
 * @property {() => void} save_changes
 * @property {(event: string, act: () => void) => void} on
 * @property {(event: string, act: () => void) => void} off
 */

/** @param {{model: Model, el: HTMLElement}} view @returns {() => void} ends it */
function render({ model, el }) {
  const host = document.createElement("div");
  el.append(host);
  const set = (/** @type {string} */ name, /** @type {unknown} */ value) => {
    model.set(name, value);
    model.save_changes();
  };
  const player = new Player(host.attachShadow({ mode: "open" }), (request) => set("_asked", request), {
    space: async () => ({ View3D }),
    extras: async () => extras,
    cloud: async () => cloudpart,
  });
  let shown = "";
  const theme = () => {
    const around = themeAround(el);
    if (around === shown) return;
    shown = around;
    for (const [name, colour] of Object.entries(COLOURS[around])) host.style.setProperty(`--st-${name}-color`, colour);
    host.style.colorScheme = around;
    player.retheme();
  };
  const receive = () => {
    const { buffer, byteOffset, byteLength } = model.get("_data");
    if (byteLength) player.receive(unpack(new Uint8Array(buffer, byteOffset, byteLength)));
    tell();
  };
  const tell = () => {
    if (model.get("problem")) player.words.warn(model.get("problem"));
  };
  const stand = () => {
    const step = model.get("step");
    if (step === player.clock.step) return;
    player.clock.playing = false;
    player.clock.seek(step);
    player.redraw();
  };
  const look = () => {
    const { clock } = player;
    if (!clock.playing && clock.step !== model.get("step")) set("step", clock.step);
  };
  theme();
  const unthemed = whenThemed(theme);
  const placed = new ResizeObserver(theme); // notebooks put it into the page after this, and take it elsewhere
  placed.observe(host);
  /** @type {[string, () => void][]} */
  const heard = [
    ["change:_data", receive],
    ["change:problem", tell],
    ["change:step", stand],
  ];
  for (const [event, act] of heard) model.on(event, act);
  receive();
  if (model.get("step")) stand();
  const timer = setInterval(look, REST);
  return () => {
    clearInterval(timer);
    unthemed();
    placed.disconnect();
    for (const [event, act] of heard) model.off(event, act);
  };
}

export default { render };
