"""`python -m tests`: everything that must hold, in one command.

The JavaScript's own checks, which need Node.js; ruff, mypy, then pytest over all of tests/, in a
browser too. A browser and a redis-server are installed if there are none.
Further arguments go to pytest. All parts run, and the exit status tells whether all passed.
"""

import os
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from optviz.jobs.priority import give_way
from tests.browser.chromium import NoBrowserError, provide
from tests.support.redis import NoRedisError
from tests.support.redis import provide as provide_redis
from tests.web import npm

ROOT = Path(__file__).parents[1]

# A process more than there are processors, as those that drive a browser wait part of the time; up
# to three, as each has a browser and a server, whose workers give way to all else. They begin with
# as many tests in a row and take from each other what is left, so that most of what a module or a
# folder makes once is made once.
PROCESSES = min(3, 1 + (os.cpu_count() or 1))
SHARED = ["-n", str(PROCESSES), "--dist", "worksteal"]

# Of pytest's plug-ins only those that tests/requirements.txt names are loaded, whatever else this
# Python has: one that warns, as pytest-benchmark does beside xdist, would end the run.
PLUGINS = ["-p", "xdist", "-p", "hypothesispytest", "-p", "pytest_rerunfailures"]
ENVIRONMENT = os.environ | {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}


def main() -> None:
    """Run all parts; leave with the names of those that failed, if any did.

    All of it has the priority of the app's workers: these would stand still for minutes beside
    browsers that draw without a graphics card.
    """
    give_way()
    find_browser()
    find_redis()
    parts = [
        ["ruff", "check", "."],
        ["ruff", "format", "--check", "."],
        ["mypy"],
        ["pytest", *PLUGINS, *SHARED, *sys.argv[1:]],  # last, so that its closing line is
    ]
    failed = [] if npm.passes() else ["npm test"]
    failed += [" ".join(part) for part in parts if not passes(part)]
    if failed:
        sys.exit(f"failed: {', '.join(failed)}")


def find_browser() -> None:
    """See that a browser starts before anything else does, or leave with what to do about it."""
    try:
        with sync_playwright() as playwright:
            browser = provide(playwright)
            print("browser: Chromium", browser.version)
            browser.close()
    except NoBrowserError as problem:
        sys.exit(str(problem))


def find_redis() -> None:
    """See that there is a redis-server, or leave with what to do about it."""
    try:
        print("redis-server:", provide_redis())
    except NoRedisError as problem:
        sys.exit(str(problem))


def passes(part: list[str]) -> bool:
    """Run a part as a module of this very Python, from the project's root."""
    print("+", *part, flush=True)
    command = [sys.executable, "-m", *part]
    return subprocess.run(command, cwd=ROOT, env=ENVIRONMENT, check=False).returncode == 0


if __name__ == "__main__":
    main()
