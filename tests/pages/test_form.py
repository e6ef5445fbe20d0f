"""The page's fields as a RaceSpec and back, and how often a click does each of its parts."""

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from optviz.app.script import SCRIPT as APP
from optviz.pages import form, link
from optviz.pages.number_field import typed
from optviz.pages.table import PAGES
from optviz.schedules import Piecewise
from optviz.spec.address import PAGES as IN_ADDRESSES
from optviz.spec.race_spec import EntrantSpec, Formula, Preset, RaceSpec, scene_with_preset
from tests.support.patience import PATIENCE

SPECS = {
    "a scene": RaceSpec("long_valley"),
    "conditions": RaceSpec("noisy_moons", start=(0.5, 0.25), steps=40, seed=3, batch=8),
    "a parameter": RaceSpec("ill_conditioned", parameter=30.0),
    "a formula": RaceSpec(formula=Formula("x**2 + 3*y**2", (-2.0, 2.0), (-1.0, 1.0))),
    "library defaults": RaceSpec("beale", preset=Preset("defaults")),
    "one rate": RaceSpec("beale", preset=Preset("rate", rate=0.02)),
    "tuned": RaceSpec("beale", preset=Preset("tuned", objective="steps", threshold=0.5)),
    "entrants": RaceSpec(
        "beale",
        entrants=(
            EntrantSpec("sgd", "SGD"),
            EntrantSpec("sgd", "fast", (("lr", 0.03),)),
            EntrantSpec("adam", "Adam", (("lr", 0.05), ("beta1", 0.8))),
            EntrantSpec("lion", "Lion"),
        ),
    ),
    "a setting that changes on the way": RaceSpec(
        "beale", entrants=(EntrantSpec("adam", "Adam", (("lr", Piecewise(0.1, {40: 0.05})),)),)
    ),
    "a tuned entrant with a setting of its own": RaceSpec(
        "beale",
        preset=Preset("tuned"),
        entrants=(EntrantSpec("sgd", "SGD"), EntrantSpec("adam", "slow", (("lr", 0.001),))),
    ),
}


def filled_and_read() -> None:
    """A run of the form alone: filled with a spec, then read."""
    import streamlit as st  # noqa: PLC0415, a script of its own

    from optviz.pages import form  # noqa: PLC0415

    form.fill_form(st.session_state["given"])
    own = form.own_scene()
    st.session_state["read"] = spec = form.read_form(own)
    form.refresh_tuned(own, spec, spec.race_scene())
    st.session_state["read again"] = form.read_form(own)


@pytest.mark.parametrize("case", SPECS)
def test_a_race_goes_into_the_fields_and_comes_back(case: str) -> None:
    app = AppTest.from_function(filled_and_read, default_timeout=PATIENCE)
    app.session_state["given"] = SPECS[case]
    app.run()
    assert not app.exception
    assert app.session_state["read"].race_scene() == SPECS[case].race_scene()
    assert app.session_state["read again"] == app.session_state["read"]


def counted(monkeypatch: pytest.MonkeyPatch, counts: Counter[str], where: Any, name: str) -> None:
    """Count the calls of a function."""
    original: Callable[..., Any] = getattr(where, name)

    def counting(*arguments: Any, **named: Any) -> Any:
        counts[name] += 1
        return original(*arguments, **named)

    monkeypatch.setattr(where, name, counting)


def test_a_change_of_a_learning_rate_does_each_part_once(monkeypatch: pytest.MonkeyPatch) -> None:
    app = AppTest.from_file(str(APP), default_timeout=PATIENCE).run()
    app.session_state["beale/adam/open"] = True
    app.session_state["link/open"] = True  # which shows the address that the player has too
    app.run()
    app.text_input(key=typed("beale/adam/lr")).set_value("0.0567")
    counts = Counter[str]()
    counted(monkeypatch, counts, form, "read_form")
    counted(monkeypatch, counts, RaceSpec, "__post_init__")
    counted(monkeypatch, counts, link, "write")
    built = scene_with_preset.cache_info().misses
    app.run()
    assert counts == dict.fromkeys(("read_form", "__post_init__", "write"), 1)
    assert scene_with_preset.cache_info().misses == built + 1


def test_addresses_know_every_page() -> None:
    assert set(PAGES) == set(IN_ADDRESSES)
