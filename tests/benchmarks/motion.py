"""How large exported pages are and how soon they move: `python -m tests.benchmarks.motion`.

Every scene's page is opened from a file, in a browser that has never seen it; the time is from
the beginning of its loading to the first frame in which its clock stands above 0.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

from optviz.scenes.catalog import CATALOG
from tests.browser.chromium import launch
from tests.browser.offline import write

MOVED = """async () => {
    const moves = () => /^\\D*[1-9]/.test(document.querySelector(".count")?.textContent ?? "");
    while (!moves()) await new Promise(requestAnimationFrame);
    return performance.now();
}"""


def main() -> None:
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = launch(playwright)
        for key, scene in CATALOG.items():
            path = write(scene, Path(folder))
            size = path.stat().st_size
            print(f"{key}: {size / 1000:.0f} KB, moves after {moved(browser, path):.0f} ms")
        browser.close()


def moved(browser: Browser, path: Path) -> float:
    """Milliseconds until a page moves."""
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(path.as_uri(), wait_until="commit")
        return float(page.evaluate(MOVED))


if __name__ == "__main__":
    main()
