/** The search of the front page: cards whose words do not hold what is looked for are hidden. */

const form = /** @type {HTMLFormElement} */ (document.querySelector(".find"));
const field = /** @type {HTMLInputElement} */ (form.querySelector("input"));
const status = /** @type {HTMLElement} */ (form.querySelector("[role=status]"));
const cards = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-words]")]);
const sections = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("section:has([data-words])")]);

form.hidden = false; // without JavaScript there is none
form.addEventListener("submit", (event) => event.preventDefault());
field.addEventListener("input", find);
find();

function find() {
  const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
  for (const card of cards) {
    const told = card.dataset.words ?? "";
    card.hidden = !words.every((word) => told.includes(word));
  }
  for (const section of sections) {
    const empty = !section.querySelector("[data-words]:not([hidden])");
    section.hidden = empty || ("found" in section.dataset && !words.length);
  }
  const found = cards.filter((card) => !card.closest("[hidden]")).length;
  status.textContent = words.length ? `${found} found` : "";
}
