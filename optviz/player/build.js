/**
 * Builds static/player.js from js/: `npm ci && npm run build`. Its first line names the sources'
 * hash, by which a test finds out whether the built file is stale.
 */

import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { build } from "esbuild";

const hash = createHash("sha256");
for (const name of readdirSync("js").sort()) hash.update(`${name}\n`).update(readFileSync(`js/${name}`));

await build({
  entryPoints: ["js/main.js"],
  outfile: "../../static/player.js",
  bundle: true,
  format: "esm",
  minify: true,
  target: "es2022",
  charset: "utf8",
  loader: { ".css": "text" },
  banner: { js: `// optviz player; sources ${hash.digest("hex")}` },
});
