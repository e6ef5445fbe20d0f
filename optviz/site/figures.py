"""The page of figures: each made by the command below it, which this module runs."""

import shlex
import subprocess
import sys
import tomllib
from html import escape
from pathlib import Path

from optviz.site.page import Page

FIGURES = Path(__file__).with_name("figures.toml")
PLACE = "FILE"  # in a command, what stands for the file's name
INTRO = "Every figure was made by the command below it when this site was built."


def figures() -> list[dict[str, str]]:
    """Title and command of each figure."""
    listed: list[dict[str, str]] = tomllib.loads(FIGURES.read_text(encoding="utf-8"))["figure"]
    return listed


def figure(number: int, folder: Path) -> str:
    """Make a figure; returns it with its command as HTML.

    Args:
        number: of `figures`, from 0.
        folder: of the site.

    Raises:
        RuntimeError: the command failed; the message is what it said.
    """
    listed = figures()[number]
    name = f"figures/{number + 1:02}"
    command = [f"{each}" for each in shlex.split(listed["command"])]
    (path,) = [each for each in command if each.startswith(f"{PLACE}.")]
    file = f"{name}{Path(path).suffix}"
    given = [str(folder / file) if each == path else each for each in command]
    done = subprocess.run(
        [sys.executable, "-m", "optviz", *given, "--quiet"],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{listed['command']}: {done.stderr.strip()}")
    shown = listed["command"].replace(PLACE, "figure")
    return (
        f'<figure><img src="{file}" alt="{escape(listed["title"])}" loading="lazy">\n'
        f"<figcaption>{escape(listed['title'])}\n"
        f"<pre><code>optviz {escape(shown)}</code></pre></figcaption></figure>"
    )


def figures_page(made: list[str]) -> Page:
    """The page of what `figure` made."""
    return Page(
        path="figures.html",
        title="Figures and the commands that make them",
        about=INTRO,
        body="\n".join(["<h1>Figures</h1>", f'<p class="lead">{INTRO}</p>', *made]),
        section="figures.html",
        group="Figures",
        words="export gif mp4 png svg pdf command line",
    )
