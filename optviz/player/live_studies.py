"""What a browser needs to compute a sweep or a basin map itself, as web/engine/study.js does."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from optviz.entrants import Entrant
from optviz.player.numbers import minibatches_seen
from optviz.player.payload import ground_content
from optviz.player.rules import is_recorded, rule_words, rules_of, settings_content
from optviz.studies.basins import Basins
from optviz.studies.sweep import Sweep
from optviz.studies.targets import Targets
from surfaces.surface import Surface

Live = dict[str, Any] | None  # None where Python alone can compute it


def live_basins(blank: Basins, targets: Targets) -> Live:
    """The starts of a basin map and where runs may end, besides the programs.

    Args:
        blank: a map, known or not.
        targets: its own.
    """
    own = {
        "columns": blank.x,
        "rows": blank.y,
        "places": targets.places,
        "kinds": targets.kinds.astype(np.int32),
        "radius": targets.radius,
    }
    return live(blank.surface, blank.entrants, blank.steps, blank.seed, basins=own)


def live_sweep(blank: Sweep) -> Live:
    """The start and the axes of a sweep, besides the programs.

    Args:
        blank: a sweep, known or not.
    """
    own = {
        "start": blank.start.tolist(),
        "threshold": blank.threshold if blank.threshold > -np.inf else None,
        "axes": [{"name": name, "values": values} for name, values in blank.swept.items()],
    }
    return live(blank.surface, blank.entrants, blank.steps, blank.seed, sweep=own)


def live(
    surface: Surface,
    entrants: Sequence[Entrant],
    steps: int,
    seed: int,
    basins: dict[str, Any] | None = None,
    sweep: dict[str, Any] | None = None,
) -> Live:
    """The programs, the entrants' settings, and what either kind of study has."""
    kinds = {type(each.optimizer) for each in entrants}
    rules = {key: kind for key, kind in rules_of(entrants).items() if kind in kinds}
    ground = ground_content(surface, tuple(rules.items()))
    engine = ground["engine"]
    if "why" in engine or any("why" in rule for rule in engine["rules"].values()):
        return None
    runs = [settings_content(each.optimizer, steps) for each in entrants]
    if any(is_recorded(each) for each in runs):
        return None
    keys = {kind: key for key, kind in rules.items()}
    seen = minibatches_seen(surface)
    return {
        "ground": ground["key"],
        "runs": [
            {"name": each.name, "key": keys[type(each.optimizer)]}
            | {"symbols": rule_words(type(each.optimizer))["symbols"]}
            | settings
            for each, settings in zip(entrants, runs, strict=True)
        ],
        "setup": {
            "engine": engine,
            "steps": steps,
            "seed": seed,
            "batch": seen.size if seen else None,
            "basins": basins,
            "sweep": sweep,
        },
    }
