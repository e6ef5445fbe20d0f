/**
 * The door of the phone's page: it joins the room that its address names, or asks for the room's code; with the
 * teacher's token behind the address's # it steers the room.
 */

import { element } from "../core/dom.js";
import { keep, kept } from "../core/kept.js";
import colours from "../core/colours.css";
import css from "./phone.css";
import { Phone } from "./phonepage.js";
import { Remote } from "./phoneremote.js";

const ROOT = new URL("..", import.meta.url).href; // scripts/ stands beside room/
const VOTER = "voter"; // the name under which a browser keeps it

/** By which the server knows this phone again; where nothing is kept, for this visit. */
function voter() {
  const known = kept(VOTER);
  if (known) return known;
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const made = btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
  keep(VOTER, made);
  return made;
}

/** @type {Promise<import("./phonepicture.js").Built> | null} */
let player = null;

/** The player's script, of the version of this one; a try that failed is made again. */
function built() {
  const { href, search } = new URL(import.meta.url);
  player ??= import(new URL(`player.js${search}`, href).href).then(
    (script) => {
      script.interpretOnly(); // the page's policy forbids more
      return script;
    },
    (problem) => {
      player = null;
      throw problem;
    },
  );
  return player;
}

const place = /** @type {HTMLElement} */ (document.querySelector("main"));
document.head.append(element("style", {}, colours, css));
document.body.classList.add("phone");
const code = location.pathname.match(/room\/([^/]+)\/?$/)?.[1] ?? "";
const teacher = new URLSearchParams(location.hash.slice(1)).get("teacher");
const invite = new URLSearchParams(location.search).get("k");
const hello = { op: "hello", voter: voter(), ...(invite && { invite }) };
addEventListener("hashchange", () => location.reload());
if (teacher) new Remote(place, ROOT, code, teacher);
else {
  new Phone(place, ROOT, hello, built).begin(code);
  built().catch(() => {}); // while the server is asked; a race that needs it asks again
}
