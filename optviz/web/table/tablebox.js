/** Where a visitor gives a table: pasted or typed, or a file that is opened or dropped. It is read by Python. */

import { element } from "../core/dom.js";
import coloursCss from "../core/colours.css";
import css from "./tablebox.css";

/** @typedef {{most: number, example: string}} Offer how many bytes a table may have, and how one looks */

const LINES = 7; // of the field
const LONG = 20_000; // characters: browsers take minutes to type thousands of lines, as pasting does

let kept = ""; // what was typed: the field is gone whenever its window is closed

export class TableBox {
  /** Called with what was given, once. @type {(table: {text: string} | {file: string}) => void} */
  give = () => {};
  #most = Infinity;

  /** @param {ParentNode & Node} parent */
  constructor(parent) {
    this.field = element("textarea", { rows: `${LINES}`, spellcheck: "false", "aria-label": "Table as CSV text" });
    this.field.value = kept;
    this.told = element("p", { role: "alert", hidden: "" });
    this.file = element("input", { type: "file", accept: ".csv,.tsv,.txt,text/*", hidden: "" });
    const use = element("button", { type: "button", class: "use" }, "Use this table");
    const open = element("button", { type: "button" }, "Open a file");
    this.root = element(
      "div",
      { class: "tablebox" },
      this.field,
      element("div", { class: "buttons" }, use, open, this.file),
      this.told,
    );
    parent.append(element("style", {}, coloursCss, css), this.root);
    this.field.addEventListener("input", () => (kept = this.field.value));
    this.field.addEventListener("paste", (event) => this.#paste(event));
    use.addEventListener("click", () => this.#give(new TextEncoder().encode(this.field.value).length, this.#typed));
    open.addEventListener("click", () => this.file.click());
    this.file.addEventListener("change", () => this.#open(this.file.files?.[0]));
    this.#takeDrops();
  }

  /** @param {Offer} offer */
  show({ most, example }) {
    this.#most = most;
    this.field.placeholder = example;
  }

  #typed = async () => ({ text: this.field.value });

  /** What is long is put in at once. @param {ClipboardEvent} event */
  #paste(event) {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (text.length < LONG) return;
    event.preventDefault();
    const { selectionStart, selectionEnd } = this.field;
    this.field.setRangeText(text, selectionStart, selectionEnd, "end");
    kept = this.field.value;
  }

  #takeDrops() {
    for (const name of ["dragover", "dragleave", "drop"]) {
      this.root.addEventListener(name, (event) => {
        event.preventDefault();
        this.root.classList.toggle("over", name === "dragover");
      });
    }
    this.root.addEventListener("drop", ({ dataTransfer }) => this.#open(dataTransfer?.files[0]));
  }

  /** @param {File | undefined} file */
  async #open(file) {
    if (!file) return;
    await this.#give(file.size, async () => ({ file: await inBase64(file) }));
    this.file.value = ""; // so that the same file can be opened again, after it was changed
  }

  /**
   * @param {number} size bytes
   * @param {() => Promise<{text: string} | {file: string}>} table
   */
  async #give(size, table) {
    const most = (this.#most / 1e6).toLocaleString("en");
    if (size > this.#most) return this.#tell(`The table has more than ${most} MB: give fewer rows or columns.`);
    this.#tell("");
    try {
      this.give(await table());
    } catch {
      this.#tell("The file could not be read: open it again.");
    }
  }

  /** @param {string} words */
  #tell(words) {
    this.told.textContent = words;
    this.told.hidden = !words;
  }
}

/**
 * The bytes of a file as they are: what they mean, Python decides.
 * @param {File} file
 * @returns {Promise<string>}
 */
function inBase64(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ""));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
