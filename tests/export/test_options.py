"""Every option with every format of every kind of picture: followed, or refused by its name."""

from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from optviz.__main__ import main
from optviz.export import FORMATS, FilmOptions, StillOptions, Style, export, formats_of
from optviz.export.formats import Subject
from optviz.optimizers import Adam, Momentum
from optviz.pictures.kind import Kind
from optviz.pictures.kinds import KINDS, kind_of
from optviz.race import race
from optviz.studies.basins import basins
from optviz.studies.over import race_over
from optviz.studies.sweep import learning_rate_sweep, pair_sweep
from surfaces import SURFACES

SIZE = (300, 240)


class Looks(dict[str, Any]):
    """What is given by names, as a key of what was written."""

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(tuple(self.items()))


# What is not as it is by default, and what only the command line can tell from it.
OTHER: dict[str, Any] = {
    "title": "",
    "size": (400, 240),
    "theme": "dark",
    "views": ("space",),
    "chart": "loss",
    "camera": (10.0, 20.0),
    "measure": "steps",
    "current": False,
    "fps": 5,
    "speed": 7,
    "frames": 2,
    "duration": 3,
    "easing": "linear",
    "hold": 1,
    "max_bytes": 40_000,
    "poster": 0,
    "loop": 3,
    "turn": 45,
    "step": 1,
    "dpi": 90,
    "text": "paths",
    "cloud": "disc:50",
    "language": "de",
    "legend": "below",
    "notes": "none",
    "label": Looks({"Momentum": "Mine"}),
    "colour": Looks({"Momentum": "crimson"}),
    "dash": Looks({"Momentum": (3, 3)}),
    "marker": Looks({"Momentum": "star"}),
    "levels": 3,
    "colours": "Greens",
    "minima": False,
    "trails": "dots",
    "xlim": (-1, 4),
    "ylim": (-1, 4),
    "equal": True,
}
OWN_OTHER = {  # as they have the loss anyway
    ("a race over a hyper-parameter", "hold"): 2,
    ("a race over a hyper-parameter", "poster"): 1,
    ("a race of many starts", "chart"): "none",
    ("a race of many seeds", "chart"): "none",
}
# Of each pair, what must be there for the option to have a meaning.
WITH: dict[str, dict[str, Any]] = {
    "camera": {"views": ("space",)},
    "turn": {"views": ("space",)},
    "chart": {"size": (800, 600)},
    "notes": {"size": (800, 600)},
    "cloud": {"size": (640, 480)},
    "easing": {"speed": 7},
    "max_bytes": {"size": (640, 480)},
}
# What is the default, written out: also refused where it has no effect.
DEFAULTS = {
    "--title": "",
    "--size": "800x600",
    "--theme": "light",
    "--views": "above",
    "--chart": "none",
    "--camera": "45,225",
    "--fps": "25",
    "--speed": "25",
    "--frames": "199",
    "--duration": "7.92",
    "--hold": "2",
    "--easing": "linear",
    "--max-bytes": "2MB",
    "--poster": "1",
    "--loop": "0",
    "--turn": "0",
    "--step": "198",
    "--dpi": "100",
    "--text": "text",
    "--cloud": "disc:200",
    "--language": "en",
}


@cache
def subjects() -> dict[str, Subject]:
    beale = SURFACES["beale"]
    both = [Momentum(lr=0.01, mu=0.9), Adam(lr=0.3)]
    rates = np.array([1e-3, 1e-2, 1e-1, 1.0])
    values = {"mu": np.array([0.5, 0.9]), "lr": rates}
    *_, sweep = learning_rate_sweep(beale, both, steps=4, rates=rates, threshold=20.0)
    *_, pair = pair_sweep(beale, both[0], values, steps=4, threshold=20.0)
    *_, found = basins(beale, both, (6, 6), 3)
    return {
        "a race": race(beale, both, (1, 1.6), 2),
        "a race over a hyper-parameter": race_over(race(beale, both, (1, 1.6), 2), "lr", count=3),
        "a race of many starts": race(beale, both, [(1, 1.6), (0.5, 1)], 2),
        "a race of many seeds": race("noisy_moons", both, steps=2, seeds=(4, 1)),
        "a sweep": sweep,
        "a heat map": pair,
        "a basin map": found,
    }


def own_fields(kind: Kind) -> set[str]:
    """What can be chosen of a kind of picture, but for what a style is made of."""
    return {each.name for each in fields(kind.options)} - {"style"}


def followed(kind: Kind, suffix: str) -> frozenset[str]:
    """The options that must change a file."""
    drawn = own_fields(kind) | kind.style if FORMATS[suffix].drawn else set()
    own = {"html": {"title", "theme", "views", "chart", "camera", "cloud"}}.get(suffix, set())
    own = own & own_fields(kind)
    moving = FORMATS[suffix].options & (kind.motion | {"text"})
    return frozenset(drawn | own | moving)


def options_of(kind: Kind, values: dict[str, Any]) -> list[Any]:
    """The values as options of their groups."""
    groups: tuple[Any, ...] = (kind.options, Style, FilmOptions, StillOptions)
    names = [{each.name for each in fields(group)} for group in groups]
    given = [{name: values[name] for name in own & values.keys()} for own in names]
    return [group(**mine) for group, mine in zip(groups, given, strict=True) if mine]


@cache
def written(called: str, suffix: str, values: tuple[tuple[str, Any], ...], folder: Path) -> bytes:
    what = subjects()[called]
    path = folder / f"{called}.{suffix}"
    return export(what, path, *options_of(kind_of(what), dict(values))).read_bytes()


@pytest.mark.parametrize("suffix", ["png", "gif", "html"])
@pytest.mark.parametrize(
    "called",
    [
        *(
            "a race",
            "a race over a hyper-parameter",
            "a race of many starts",
            "a race of many seeds",
        ),
        *("a sweep", "a heat map", "a basin map"),
    ],
)
def test_what_a_format_follows_changes_the_file(
    called: str, suffix: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    what = subjects()[called]
    if suffix not in formats_of(what):
        return
    folder = tmp_path_factory.getbasetemp()
    base = {"size": SIZE} if FORMATS[suffix].drawn else {}
    checked = followed(kind_of(what), suffix)
    if FORMATS[suffix].moving:  # the rest of the picture is as in a still
        checked = checked & FORMATS[suffix].options
    for name in checked:
        before = base | WITH.get(name, {})
        if suffix == "html":
            before.pop("size", None)
        after = before | {name: OWN_OTHER.get((called, name), OTHER[name])}
        plain, changed = (
            written(called, suffix, tuple(values.items()), folder) for values in (before, after)
        )
        assert plain != changed, f"{name} is ignored"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.called)
def test_what_a_format_does_not_follow_is_refused_by_name(kind: Kind, tmp_path: Path) -> None:
    if kind.called not in subjects():
        return
    what = subjects()[kind.called]
    for suffix in formats_of(what):
        groups = Style, FilmOptions, StillOptions
        names = own_fields(kind) | {each.name for group in groups for each in fields(group)}
        data = suffix in kind.data
        for name in names - followed(kind, suffix) - ({"measure"} if data else set()):
            with pytest.raises(ValueError, match=rf"^{name} has no effect on {kind.called} as"):
                export(what, tmp_path / f"a.{suffix}", *options_of(kind, {name: OTHER[name]}))
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_command_line_tells_a_default_that_was_written_out(
    suffix: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kind = kind_of(subjects()["a race"])
    for option, value in DEFAULTS.items():
        name = option[2:].replace("-", "_")
        if name not in followed(kind, suffix):
            given = ["export", "beale", str(tmp_path / f"a.{suffix}"), f"{option}={value}"]
            assert main(given) == 2
            assert f"{name} has no effect on a race as" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (["a.png", "--camera", "45,225"], "camera has no effect from above"),
        (["a.gif", "--turn", "0"], "add the view space"),
        (["a.png", "--chart", "loss", "--size", "240x240"], "finds no room on 240 x 240 pixels"),
        (["a.svg", "--size", "50in"], "50 x 37.5 inches is not possible"),
    ],
)
def test_what_this_picture_cannot_follow_is_refused(
    given: list[str], says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "beale", str(tmp_path / given[0]), *given[1:]]) == 2
    assert says in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_tuning_refuses_learning_rates(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["tune", "beale", "--lr", "adam=0.1"]) == 2
    assert "leave --lr out" in capsys.readouterr().err


def test_words_in_an_svg_are_text_or_paths(tmp_path: Path) -> None:
    what = subjects()["a race"]
    text = export(what, tmp_path / "a.svg").read_text()
    paths = export(what, tmp_path / "b.svg", StillOptions(text="paths")).read_text()
    assert ">Momentum</text>" in text
    assert "<text" not in paths
    with pytest.raises(ValueError, match="give text or paths"):
        StillOptions(text="outlines")
