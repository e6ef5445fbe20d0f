/** Starts the page's script where it lies compressed in it. Its policy names both scripts by their hashes. */

const held = /** @type {Element} */ (document.querySelector("script[data-optviz-script]"));
const bytes = Uint8Array.from(atob(held.textContent ?? ""), (letter) => letter.charCodeAt(0));
const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
const script = document.createElement("script");
script.type = "module";
script.textContent = await new Response(stream).text();
document.body.append(script);
export {}; // a module, which may await
