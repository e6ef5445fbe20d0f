"""Caches have bounds that a visitor who tries everything cannot pass; places have theirs."""

import importlib
import pkgutil
from functools import _lru_cache_wrapper
from inspect import signature
from itertools import pairwise
from pathlib import Path
from typing import Any, get_type_hints

import pytest
from streamlit.runtime import Runtime

import optviz
import surfaces
from optviz.heightmap import heightmap
from optviz.jobs import job
from optviz.memo import MEMOS
from optviz.pictures.fonts import characters
from optviz.player.payload import surface_content
from optviz.player.studies import hue
from optviz.scenes import Scene
from optviz.scenes.catalog import CATALOG
from optviz.server import capacity as seats
from optviz.spec.data import Data
from optviz.spec.race_spec import (
    Formula,
    RaceSpec,
    best_scene,
    formula_scene,
    scene_with_preset,
    searched_scene,
)
from optviz.stories.findings import Conditions
from optviz.timing import long_race
from surfaces.formula.well_known import known_shape
from surfaces.ill_conditioned import ill_conditioned
from surfaces.jumping_minimum import swarm
from surfaces.keeping import Kept
from surfaces.surface import Surface

ROOT = Path(__file__).parents[2]
# Keep everything: as many values as there are colours, stages, known functions, and fonts.
FEW = {hue, swarm, known_shape, characters}


def caches() -> "set[_lru_cache_wrapper[Any] | Kept[..., Any]]":
    """All of the project's, wherever they are; memos have a bound by nature."""
    names = [
        each.name
        for package in (optviz, surfaces)
        for each in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
        if not each.name.endswith("__main__")
    ]
    things = [thing for name in names for thing in vars(importlib.import_module(name)).values()]
    found = {each for each in things if isinstance(each, _lru_cache_wrapper | Kept)}
    return {each for each in found if each.__module__.split(".")[0] in {"optviz", "surfaces"}}


def test_every_cache_has_a_bound() -> None:
    found = caches()
    assert {surface_content, scene_with_preset} <= found
    assert {heightmap, searched_scene, best_scene, long_race} <= {*MEMOS}
    unbounded = {each for each in found if each.cache_parameters()["maxsize"] is None}
    assert {each for each in unbounded if signature(each).parameters} == FEW


def test_what_a_visitor_brings_is_kept_by_no_cache_of_the_process() -> None:
    """Data are private: what is computed of them is kept with them, see `surfaces.keeping`."""
    private = (Surface, Scene, RaceSpec, Conditions)
    assert all(hasattr(each, "keeper") for each in private)
    open_to_all = [each for each in caches() if not isinstance(each, Kept)]
    taken = {hint for each in open_to_all for hint in get_type_hints(each.__wrapped__).values()}
    assert taken
    assert not taken & {*private, Data}


def test_the_page_keeps_only_so_many_results() -> None:
    """Streamlit's caches keep everything; without a bound only what has no arguments may be."""
    seen = 0
    for path in [ROOT / "app.py", *(ROOT / "optviz").rglob("*.py")]:
        lines = path.read_text(encoding="utf-8").splitlines()
        for line, below in pairwise(lines):
            if line.startswith(("@st.cache_resource", "@st.cache_data")):
                seen += 1
                assert "max_entries" in line or "()" in below, f"{path}: {below}"
    assert seen


def test_many_settings_leave_few_surfaces_and_results() -> None:
    for condition in range(2, 52):
        surface_content(ill_conditioned(condition))
        formula_scene(Formula(f"x**2 + {condition} * y**2", (-1.0, 1.0), (-1.0, 1.0)))
    assert 0 < surface_content.cache_info().currsize <= 32
    for each, bound in ((heightmap, 32), (searched_scene, 64)):
        assert 0 < len(each.kept()) <= each.most == bound
    assert job.finished.maxlen == job.KEPT


def test_nothing_of_a_typed_formula_is_measured_for_good() -> None:
    """What is slow to measure is remembered without a bound, so only scenes of ours have it."""
    scene = formula_scene(Formula("x**2 + y**2", (-1.0, 1.0), (-1.0, 1.0)))
    assert not any(finding.slow for finding in scene.story)
    assert any(finding.slow for each in CATALOG.values() for finding in each.story)


class Sessions(Runtime):
    """A runtime of which only the sessions matter."""

    def __init__(self, active: set[str]) -> None:
        self.active = active

    def is_active_session(self, session_id: str) -> bool:
        return session_id in self.active


def test_places_are_taken_and_given_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seats, "taken", set())
    runtime = Sessions({"a", "b", "c"})
    assert seats.take("a", runtime, 2)
    assert seats.take("b", runtime, 2)
    assert seats.take("a", runtime, 2)  # once more is no second place
    assert not seats.take("c", runtime, 2)
    runtime.active.remove("a")
    assert seats.take("c", runtime, 2)
    assert not seats.take("d", runtime, 2)


def test_the_number_of_places_is_the_environments(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(seats.VARIABLE, raising=False)
    assert seats.limit() == seats.VISITORS
    monkeypatch.setenv(seats.VARIABLE, "30")
    assert seats.limit() == 30
    for wrong in ("0", "-3", "many", ""):
        monkeypatch.setenv(seats.VARIABLE, wrong)
        with pytest.raises(ValueError, match="whole number from 1"):
            seats.limit()
