"""What of a page can be seen by everyone: the contrast of its words, and states in few colours."""

from io import BytesIO
from typing import Any

from PIL import Image
from playwright.sync_api import Page

# Every piece of text that is shown, also in shadow trees, on the colours that lie below it, with
# the contrast of WCAG 2.2. What is disabled is exempt there; words on pictures are measured by
# tests/test_style.py.
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

# Colours of buttons that are on as well as of some that are off.
ALIKE = """() => {
    const colours = { true: new Set(), false: new Set() };
    const look = (root) => root.querySelectorAll("*").forEach((each) => {
        if (each.shadowRoot) look(each.shadowRoot);
        if (!each.checkVisibility({ visibilityProperty: true })) return;
        const on = each.getAttribute("aria-pressed") ?? each.getAttribute("aria-checked");
        const style = getComputedStyle(each);
        if (on !== null && each.matches("button:not(.row)")) colours[on].add(style.backgroundColor);
    });
    look(document);
    return [...colours.true].filter((colour) => colours.false.has(colour));
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
    """What cannot be told by its colours: whether a button is on, where a slider is."""
    found: list[str] = page.evaluate(ALIKE)
    for slider in page.locator(".controls input[type=range]").all():
        slider.fill(str(int(slider.get_attribute("max") or 0) // 2))  # so that it has both ways
        with Image.open(BytesIO(slider.screenshot())) as picture:
            common = [count for count, _ in picture.convert("RGB").getcolors(1 << 16) or []]
        if sum(count > 100 for count in common) < 3:  # the ground, the way done and the way to go
            found.append("a slider of one colour")
    return found


def headings(page: Page) -> list[int]:
    """The headings' levels, if one is left out or not one is the page's."""
    found: list[Any] = page.evaluate(OUT_OF_ORDER)
    return found
