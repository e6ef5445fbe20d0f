/**
 * <optviz-race src="race.html">: an exported page in a frame that is as high as it wants to be, light or dark as the
 * page around it. One file, without dependencies; it runs under a policy that allows it and the frame.
 */

import { isHeight, tellTheme, whenThemed } from "./around.js";

const NAMES = ["hide", "theme", "step", "speed", "chart"];
const USUAL = "480px";

class OptvizRace extends HTMLElement {
  static observedAttributes = ["src", "height", "title", ...NAMES];

  #loaded = "";
  #frame = document.createElement("iframe");
  #hear = (/** @type {MessageEvent} */ event) => this.#heard(event);
  #unwatch = () => {};

  connectedCallback() {
    this.style.display ||= "block";
    Object.assign(this.#frame.style, { display: "block", width: "100%", border: "0", colorScheme: "auto" });
    this.#frame.setAttribute("sandbox", "allow-scripts");
    this.#frame.allow = "fullscreen";
    this.#frame.loading = "lazy";
    this.#load();
    addEventListener("message", this.#hear);
    this.#unwatch = whenThemed(() => this.#tellTheme());
  }

  disconnectedCallback() {
    removeEventListener("message", this.#hear);
    this.#unwatch();
  }

  attributeChangedCallback() {
    if (this.isConnected) this.#load();
  }

  #load() {
    const height = Number(this.getAttribute("height"));
    const address = this.#address();
    this.#frame.title = this.title || "Race of optimizers";
    if (height > 0) this.#frame.style.height = `${height}px`;
    if (address === this.#loaded) return;
    this.#loaded = address;
    if (!(height > 0)) this.#frame.style.height = USUAL; // until the page in it says what it wants
    this.#frame.remove(); // what has come with another fragment would not load again
    if (!address) return;
    this.#frame.src = address;
    this.replaceChildren(this.#frame);
  }

  /** Of the page, and how it is to open; nothing where there is none. */
  #address() {
    const [page, own] = (this.getAttribute("src") ?? "").split("#");
    const asked = NAMES.filter((name) => this.hasAttribute(name)).map(
      (name) => `${name}=${encodeURIComponent(this.getAttribute(name) ?? "")}`,
    );
    const url = page && URL.canParse(page, document.baseURI) && new URL(page, document.baseURI);
    if (!url || !["http:", "https:", "file:"].includes(url.protocol)) return "";
    return `${url.href}#${["embed", ...(own ? [own] : []), ...asked].join("&")}`;
  }

  /** @param {MessageEvent} event */
  #heard({ source, data }) {
    if (source !== this.#frame.contentWindow || typeof data !== "object" || data === null) return;
    if (data.type === "optviz:left") this.#leave();
    if (data.type !== "optviz:height") return;
    const height = Number(data.height);
    this.#tellTheme(); // it is there now
    if (Number(this.getAttribute("height")) > 0 || !isHeight(height)) return;
    this.#frame.style.height = `${height}px`;
  }

  /** Escape was pressed in the frame: keys are the page's again. */
  #leave() {
    this.#frame.blur();
    focus();
  }

  #tellTheme() {
    tellTheme(this.#frame, this);
  }
}

if (!customElements.get("optviz-race")) customElements.define("optviz-race", OptvizRace);
