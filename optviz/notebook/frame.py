"""A race or a scene in a notebook: the whole player in a frame, without a kernel or a network.

The frame's document is that of `player.page`, some 200 KB, and lies in the notebook itself, with
its script: outputs are run again, removed and copied one by one, and none may depend on another. It
is sandboxed: it may run its own script and reach nothing of the notebook's page. A script beside it
(`web/embed/beside.js`), which runs where the notebook is trusted, tells it the notebook's theme.
"""

from collections.abc import Sequence
from html import escape

from optviz.look import CAMERA
from optviz.player.page import page
from optviz.player.payload import message
from optviz.race import Race
from optviz.web.scripts import SCRIPTS

# Runs times steps. So many make ten megabytes, which a notebook keeps whenever it is saved.
MOST_STEPS = 50_000
MADE = "Made with optviz. It is complete: it needs neither a kernel nor a network."

# In pixels, as measured: where there is less room than this, charts and legend go below the views.
WIDE = 868


def framed(
    race: Race,
    title: str,
    camera: tuple[float, float] = CAMERA,
    views: Sequence[str] = ("above",),
    before: str = "",
) -> str:
    """The player with a race in a frame.

    Args:
        race: what is played.
        title: heads it; text, never markup.
        camera: of the view in space: elevation and azimuth, degrees.
        views: open to begin with.
        before: HTML of a picture, which the frame covers.
    """
    problem = why_not(race)
    if problem:
        return f"<p>{escape(problem)}</p>{before}"
    try:
        data = message(race, camera=camera, views=views, whole=False)
    except ValueError as error:  # a surface that cannot be drawn
        return f"<p>{escape(str(error))}.</p>{before}"
    document = escape(page(data, title=title, made=MADE, packed=True))
    beside = escape(SCRIPTS["beside"].read_text(encoding="utf-8").partition("\n")[2].strip())
    frame = (
        f'<iframe class="runs-{len(race)}" title="{escape(f"Race: {title}")}" '
        f'sandbox="allow-scripts" allow="fullscreen" onload="{beside}" '
        f'srcdoc="{document}"></iframe>'
    )
    return f"<style>{style(len(race))}</style><div class='optviz-race'>{before}{frame}</div>"


def style(runs: int) -> str:
    """As much height as the player needs: its legend has a line for each run and one more."""
    beside, below = max(911, 581 + 47 * runs), 1215 + 43 * runs
    own = f".optviz-race>.runs-{runs}"
    return (
        ".optviz-race{display:grid;container-type:inline-size}"
        ".optviz-race>*{grid-area:1/1;max-width:100%}"
        f"{own}{{width:100%;height:{beside}px;border:0}}"
        f"@container (max-width:{WIDE}px){{{own}{{height:{below}px}}}}"
    )


def why_not(race: Race) -> str:
    """A sentence on why a race cannot be played in a notebook, or ""."""
    if race.start.shape != (2,):
        return (
            f"This race has a batch of starts, of shape {race.start.shape}: the player shows races "
            "of one start."
        )
    if race.steps * len(race) > MOST_STEPS:
        return (
            f"This race has {race.steps:,} steps of {len(race)} optimizers, too many to be kept in "
            'a notebook: export(race, "race.html") makes a page of it.'
        )
    return ""
