"""What of a page can be seen by everyone: the contrast of its words, and states in few colours."""

from typing import Any

from playwright.sync_api import Page

# Every piece of text that is shown, also in shadow trees, on the colours that lie below it, with the
# contrast of WCAG 2.2; what is disabled is exempt there, and words on pictures are measured by tests/test_style.py.
FAINT = """least => {
    const context = Object.assign(document.createElement("canvas"), { width: 1, height: 1 })
        .getContext("2d", { willReadFrequently: true });
    const over = (base, colour, opacity) => {
        context.globalAlpha = 1;
        context.fillStyle = `rgb(${base.join()})`;
        context.fillRect(0, 0, 1, 1);
        context.globalAlpha = opacity;
        context.fillStyle = colour;
        context.fillRect(0, 0, 1, 1);
        return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
    };
    const luminance = (colour) => {
        const [red, green, blue] = colour.map((part) => {
            const share = part / 255;
            return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const around = (each) => each.assignedSlot ?? each.parentElement ?? each.getRootNode().host;
    const found = [];
    const look = (root) => root.querySelectorAll("*").forEach((each) => {
        if (each.shadowRoot) look(each.shadowRoot);
        const said = each.matches("input:not([type=range], [type=checkbox], [type=radio])")
            ? each.value
            : [...each.childNodes].map((node) => (node.nodeType === 3 ? node.data : "")).join("");
        const { width } = each.getBoundingClientRect();
        const seen = width > 2 && each.checkVisibility({ visibilityProperty: true });
        if (!said.trim() || !seen || each.matches("style, script, option, :disabled *")) return;
        let [base, opacity] = [[255, 255, 255], 1];
        const below = [];
        for (let at = each; at; at = around(at)) below.unshift(getComputedStyle(at));
        for (const style of below) {
            base = over(base, style.backgroundColor, 1);
            opacity *= style.opacity;
        }
        const both = [base, over(base, below[below.length - 1].color, opacity)].map(luminance);
        const contrast = (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05);
        if (contrast < least) found.push(`${contrast.toFixed(2)}: ${said.trim().slice(0, 60)}`);
    });
    look(document);
    return found;
}"""

# Buttons that are on and look as those that are off, and sliders without a colour.
ALIKE = """() => {
    const colours = { true: new Set(), false: new Set() };
    const found = [];
    const look = (root) => root.querySelectorAll("*").forEach((each) => {
        if (each.shadowRoot) look(each.shadowRoot);
        if (!each.checkVisibility({ visibilityProperty: true })) return;
        const on = each.getAttribute("aria-pressed") ?? each.getAttribute("aria-checked");
        const style = getComputedStyle(each);
        if (on !== null && each.matches("button:not(.row)")) colours[on].add(style.backgroundColor);
        if (each.matches("input[type=range]:not([data-rac] *)")) {
            const track = getComputedStyle(each, "::-webkit-slider-runnable-track");
            if (track.backgroundImage === "none") found.push("a slider without a track");
        }
    });
    look(document);
    for (const colour of colours.true) if (colours.false.has(colour)) found.push(`on and off: ${colour}`);
    return found;
}"""

OUT_OF_ORDER = """() => {
    const levels = [];
    const look = (root) => root.querySelectorAll("*").forEach((each) => {
        if (/^H[1-6]$/.test(each.tagName) && each.checkVisibility())
            levels.push(Number(each.ariaLevel ?? each.tagName[1]));
        if (each.shadowRoot) look(each.shadowRoot);
    });
    const jumps = levels.filter((level, k) => level > (k ? levels[k - 1] : 0) + 1);
    return jumps.length || levels.filter((level) => level === 1).length !== 1 ? levels : [];
}"""


def faint(page: Page, least: float = 4.5) -> list[str]:
    """Words with less contrast than this, and how much they have."""
    found: list[str] = page.evaluate(FAINT, least)
    return found


def alike(page: Page) -> list[str]:
    """What cannot be told by its colours."""
    found: list[str] = page.evaluate(ALIKE)
    return found


def headings(page: Page) -> list[int]:
    """The headings' levels, if one is left out or not one is the page's."""
    found: list[Any] = page.evaluate(OUT_OF_ORDER)
    return found
