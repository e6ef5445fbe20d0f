/**
 * Builds the scripts in built/: `npm ci && npm run build`. Their first lines name
 * the sources' hash, by which a test finds out whether a built file is stale.
 */

import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { build, transform } from "esbuild";

const FOLDERS = [
  "core",
  "engine",
  "plot",
  "space",
  "player",
  "explorer",
  "room",
  "gallery",
  "table",
  "embed",
  "site",
  "widget",
];

const hash = createHash("sha256").update(readFileSync("look.json"));
for (const folder of FOLDERS) {
  for (const file of readdirSync(folder).sort()) hash.update(`${file}\n`).update(readFileSync(`${folder}/${file}`));
}
const sources = hash.digest("hex");

const ENTRIES = {
  player: "player/main.js",
  space: "space/view3d.js", // what the player asks for when its view in space is opened
  extras: "player/extras.js", // what few visitors open
  cloud: "player/cloudpart.js",
  room: "room/screen.js", // what a teacher's page asks for who has a room
  phone: "room/phone.js", // the page of a class's phones
  page: "player/page.js", // all of it, for pages of their own
  unpack: "player/unpack.js", // finds that script compressed in such a page
  explorer: "explorer/main.js",
  gallery: "gallery/main.js",
  table: "table/main.js", // where a visitor gives data
  address: "core/address.js",
  search: "site/search.js",
  widget: "widget/widget.js", // for notebooks, by anywidget
  embed: "embed/element.js", // for pages of other people, which may load it from a file
  beside: "embed/beside.js", // for the frame of a notebook's output, as the text of its onload
};
for (const [name, entry] of Object.entries(ENTRIES)) {
  await build({
    entryPoints: [entry],
    outfile: `built/${name}.js`,
    bundle: true,
    format: ["embed", "beside"].includes(name) ? "iife" : "esm",
    ...(name === "beside" && { globalName: "optviz", footer: { js: "optviz.beside(this)" } }),
    minify: true,
    target: "es2022",
    charset: "utf8",
    plugins: [{ name: "styles", setup: (each) => void each.onLoad({ filter: /\.css$/ }, styles) }],
    banner: { js: `// optviz ${name}; sources ${sources}` },
  });
}

/** A style sheet as a text, without what browsers do not read. @param {{path: string}} file */
async function styles({ path }) {
  const { code } = await transform(readFileSync(path, "utf8"), { loader: "css", minify: true, charset: "utf8" });
  return { contents: code, loader: /** @type {"text"} */ ("text") };
}
