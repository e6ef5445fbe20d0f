"""Every kind of picture there is. A new one is a folder beside these, and a line here."""

from typing import Any

from optviz.pictures.basins.kind import BASINS
from optviz.pictures.bundle.kind import SEEDS, STARTS
from optviz.pictures.digits.kind import DIGITS
from optviz.pictures.heatmap.kind import HEATMAP
from optviz.pictures.kind import Kind
from optviz.pictures.over.kind import OVER
from optviz.pictures.race.kind import RACE
from optviz.pictures.sweep.kind import SWEEP

KINDS = (SEEDS, STARTS, RACE, OVER, SWEEP, HEATMAP, BASINS, DIGITS)


def kind_of(subject: Any) -> Kind:
    """The kind of picture that shows something.

    Raises:
        ValueError: none does.
    """
    for kind in KINDS:
        if kind.shows(subject):
            return kind
    if isinstance(subject, str):
        raise ValueError(f"{subject!r} is a name: give a scene or a race, as SCENES['beale']")
    if hasattr(subject, "__next__"):
        raise ValueError(
            "an iterator cannot be exported: take its last, as in *_, whole = sweep(...)"
        )
    known = ", ".join(kind.called for kind in KINDS)
    raise ValueError(
        f"{type(subject).__name__}: this cannot be exported: give one of these: {known}"
    )
