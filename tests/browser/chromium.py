"""The browser that the tests drive, and where it comes from on a machine that has none."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress

from playwright.sync_api import Browser, Error, Playwright

# The shell is Chromium without the windows of a desktop's browser, which tests have no use for.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")

FLAGS = (
    "--no-sandbox",  # containers run as root, where Chromium's sandbox refuses to start
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class NoBrowserError(Exception):
    """No browser starts on this machine; says what was tried and what to do."""

    def __init__(self) -> None:
        super().__init__(
            f"No browser to test in: CHROMIUM_PATH, {', '.join(NAMES)} on the PATH, and "
            "Playwright's own were tried. Install Chromium or set CHROMIUM_PATH to one; "
            "`python -m tests` installs it by Playwright, or as root by apt-get, where it can."
        )


def launch(playwright: Playwright) -> Browser:
    """The first browser that really starts: a name on the PATH may be a stub without libraries."""
    for path in candidates(playwright):
        try:
            return playwright.chromium.launch(executable_path=path, args=FLAGS)
        except Error:
            continue
    raise NoBrowserError


def candidates(playwright: Playwright) -> Iterator[str]:
    """Paths of browsers, the preferred one first."""
    paths = [os.environ.get("CHROMIUM_PATH"), *map(shutil.which, NAMES)]
    yield from filter(None, [*paths, playwright.chromium.executable_path])


def provide(playwright: Playwright) -> Browser:
    """A browser that starts; where there is none, one is installed."""
    for install in (from_playwright, from_debian):
        with suppress(NoBrowserError):
            return launch(playwright)
        install()
    return launch(playwright)


def from_playwright() -> None:
    """Download Playwright's Chromium; does nothing where its server is out of reach."""
    patience = {"PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT": "5000"}  # ms
    run(sys.executable, "-m", "playwright", "install", "chromium", **patience)


def from_debian() -> None:
    """Install one of Debian's packages; does nothing on other systems, or for want of rights."""
    if shutil.which("apt-get") and os.geteuid() == 0:
        run("apt-get", "update")
        for name in ("chromium-headless-shell", "chromium"):  # older systems have only the latter
            run("apt-get", "install", "-y", name, DEBIAN_FRONTEND="noninteractive")
            if shutil.which(name):
                return


def run(*command: str, **environment: str) -> None:
    """Run quietly, whatever comes of it: what counts is whether a browser starts afterwards."""
    print("+", *command, flush=True)
    quiet = subprocess.DEVNULL
    subprocess.run(command, env=os.environ | environment, stdout=quiet, stderr=quiet, check=False)
