"""What axe-core finds wrong for people who use other senses or tools."""

from pathlib import Path

from playwright.sync_api import Page

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text()
RUN = """async part => {
    const rules = { runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"] };
    const found = await axe.run(document.querySelector(part), rules);
    return found.violations.map(({ id, help, nodes }) =>
        `${id}: ${help}: ${nodes.map(node => node.html).join(" | ")}`);
}"""
MAIN = "[data-testid=stMain]"  # of a page of Streamlit's, what is ours


def violations(page: Page, part: str = MAIN) -> list[str]:
    """Each rule that a part of the page breaks, and where."""
    page.evaluate(AXE)
    found: list[str] = page.evaluate(RUN, part)
    return found
