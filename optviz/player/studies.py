"""Sweeps and basin maps as bytes for the browser, packed as races are."""

from collections.abc import Sequence
from dataclasses import asdict
from functools import cache
from typing import Any

import numpy as np

from optviz.basin_colors import HUES, letter, shades
from optviz.endings import early_word
from optviz.entrants import Entrant
from optviz.optimizers import Optimizer
from optviz.player.live_studies import Live
from optviz.player.payload import pack, surface_content
from optviz.schedules import Piecewise
from optviz.studies.basins import Basins
from optviz.studies.sweep import Sweep
from optviz.style import HEAT, SYMBOLS, styles_for
from surfaces import Surface

# What a sweep's colour or height is -> the words for it.
OUTCOMES = {"final": "loss after the last step", "reached": "steps until the loss is low enough"}

STOPS = 9  # colours of a hue, between which the browser mixes


def rates_message(sweep: Sweep, outcome: str, loss: float, live: Live = None) -> bytes:
    """Each optimizer's outcome against the learning rate.

    Args:
        sweep: from `learning_rate_sweep`, its entrants with the settings that they race with.
        outcome: of `OUTCOMES`.
        loss: at the start.
        live: what a browser computes it with, in place of what is known.
    """
    return pack(
        {
            "kind": "rates",
            "live": live,
            "outcome": outcome,
            "runs": [
                who | {"current": current_value(optimizer, "lr")}
                for who, optimizer in zip(runs(sweep.entrants), sweep.optimizers, strict=True)
            ],
            "rates": sweep.swept["lr"],
            "values": None if live else getattr(sweep, outcome),
            "diverged": None if live else sweep.diverged,
            "early": early_word(sweep.surface),
            "steps": sweep.steps,
            "start_loss": loss,
        }
    )


def pair_message(
    sweep: Sweep, current: Optimizer, outcome: str, loss: float, live: Live = None
) -> bytes:
    """One optimizer's outcome against two hyper-parameters.

    Args:
        sweep: from `pair_sweep`.
        current: the optimizer with the settings that it races with.
        outcome: of `OUTCOMES`.
        loss: at the start.
        live: what a browser computes it with, in place of what is known.
    """
    return pack(
        {
            "kind": "pair",
            "live": live,
            "outcome": outcome,
            "runs": runs(sweep.entrants),
            "axes": [
                {
                    "name": name,
                    "label": SYMBOLS.get(name, name),
                    "values": values,
                    "current": current_value(current, name),
                }
                for name, values in sweep.swept.items()
            ],
            "values": None if live else getattr(sweep, outcome)[0],
            "diverged": None if live else sweep.diverged[0],
            "early": early_word(sweep.surface),
            "steps": sweep.steps,
            "start_loss": loss,
            "colours": HEAT,
        }
    )


def current_value(optimizer: Optimizer, name: str) -> float | None:
    """A hyper-parameter in the race; None where it changes on the way or there is none."""
    value = optimizer.settings().get(name)
    return None if isinstance(value, Piecewise) else value


def basins_message(
    basins: Basins, surface: Surface, start: Sequence[float], live: Live = None
) -> bytes:
    """Who ends where from everywhere.

    Args:
        basins: perhaps not complete.
        surface: what was descended.
        start: (x, y) of the race that would be seen now.
        live: what a browser computes it with, in place of what is known.
    """
    minimum, since = basins.filled(basins.minimum), basins.filled(basins.since)
    return pack(
        {
            "kind": "basins",
            "live": live,
            "runs": runs(basins.entrants),
            "surface": surface_content(surface),
            "start": list(map(float, start)),
            "columns": basins.x,
            "rows": basins.y,
            "minima": basins.minima,
            "valleys": basins.valleys,
            "lowest": basins.lowest,
            "radius": basins.radius,
            "steps": basins.steps,
            "minimum": None if live else minimum,
            "since": None if live else since,
            "early": early_word(surface),
            "letters": [letter(kind) for kind in range(len(basins.minima))],
            "colours": [hue(kind) for kind in range(len(HUES))],
        }
    )


@cache
def hue(kind: int) -> list[str]:
    """A minimum's colours, as #rrggbb: from where a run is there at once to where it is late."""
    bytes_ = np.round(255 * shades(kind, np.linspace(0, 1, STOPS))).astype(int)
    return [f"#{red:02x}{green:02x}{blue:02x}" for red, green, blue in bytes_.tolist()]


def runs(entrants: Sequence[Entrant]) -> list[dict[str, Any]]:
    """Names and looks."""
    styles = styles_for(entrants)
    return [
        {"name": entrant.name, "style": asdict(style)}
        for entrant, style in zip(entrants, styles, strict=True)
    ]


def loss_at(surface: Surface, start: Sequence[float]) -> float:
    """The loss at a point."""
    return float(surface.loss(np.array(start[0]), np.array(start[1])))
