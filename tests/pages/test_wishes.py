"""What was set in a picture is in the fields: the race that they say is the one that was set."""

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from optviz.optimizers import Adam
from optviz.pages.messages import PROBLEMS
from optviz.scenes.catalog import CATALOG
from optviz.schedules import Piecewise
from optviz.spec.race_spec import EntrantSpec, Preset, RaceSpec
from tests.support.patience import PATIENCE


def wished() -> None:
    """A run of the form alone: filled, changed by a message, read."""
    import streamlit as st  # noqa: PLC0415, a script of its own

    from optviz.pages import form  # noqa: PLC0415

    form.fill_form(st.session_state["given"])
    own = form.own_scene()
    form.put_wish(own, st.session_state["wish"])
    st.session_state["read"] = form.read_form(own)


def after(given: RaceSpec, wish: dict[str, Any]) -> tuple[RaceSpec, list[str]]:
    app = AppTest.from_function(wished, default_timeout=PATIENCE)
    app.session_state["given"], app.session_state["wish"] = given, wish
    app.run()
    assert not app.exception
    told = list(app.session_state[PROBLEMS]) if PROBLEMS in app.session_state else []
    return app.session_state["read"].differences(), told


def said(scene: str, *names: str) -> list[dict[str, Any]]:
    """Entrants of a scene as a player tells them: with all their settings."""
    keys = {kind: key for key, kind in CATALOG[scene].rules.items()}
    return [
        {"rule": keys[type(each.optimizer)], "name": each.name} | {"settings": of(each.optimizer)}
        for each in CATALOG[scene].entrants
        if each.name in names
    ]


def of(optimizer: Any) -> dict[str, float]:
    return dict(optimizer.settings())


@pytest.mark.parametrize(
    ("given", "wish", "read"),
    [
        (RaceSpec("beale"), {}, RaceSpec("beale")),
        (RaceSpec("beale"), {"start": (0.5, 1.0)}, RaceSpec("beale", start=(0.5, 1.0))),
        (RaceSpec("beale", steps=9), {"steps": 40}, RaceSpec("beale", steps=40)),
        (
            RaceSpec("noisy_moons"),
            {"seed": 3, "batch": 8, "parameter": 2.0},
            RaceSpec("noisy_moons", seed=3, batch=8),
        ),
        (
            RaceSpec("ill_conditioned"),
            {"parameter": 30.0},
            RaceSpec("ill_conditioned", parameter=30.0),
        ),
    ],
)
def test_what_is_wished_is_in_the_fields_and_nothing_else(
    given: RaceSpec, wish: dict[str, Any], read: RaceSpec
) -> None:
    assert after(given, wish) == (read, [])


def test_entrants_are_added_renamed_and_removed_and_keep_what_is_theirs() -> None:
    given = RaceSpec("beale", entrants=(EntrantSpec("sgd", "SGD", (("lr", 0.01),)),))
    sgd, adam = said("beale", "SGD", "Adam")
    sgd["settings"]["lr"] = 0.01
    own, kept = EntrantSpec("adam", "Adam"), EntrantSpec("sgd", "SGD", (("lr", 0.01),))
    assert after(given, {"entrants": [sgd, adam]})[0].entrants == (kept, own)
    renamed = sgd | {"name": "slow"}
    slow = EntrantSpec("sgd", "slow", (("lr", 0.01),))
    assert after(given, {"entrants": [renamed]})[0].entrants == (slow,)
    copy = adam | {"name": "Adam 2", "settings": adam["settings"] | {"beta1": 0.5}}
    further = EntrantSpec("adam", "Adam 2", (("beta1", 0.5),))
    assert after(given, {"entrants": [adam, copy]})[0].entrants == (own, further)


def test_what_changes_on_the_way_is_wished_and_taken_back() -> None:
    adam = EntrantSpec("adam", "Adam", (("lr", Piecewise(0.3, {40: 0.05})),))
    given = RaceSpec("beale", entrants=(adam,))
    later = {"first": 0.3, "changes": [[40, 0.05]]}
    alone = RaceSpec("beale", entrants=(EntrantSpec("adam", "Adam"),))
    assert after(alone, {"settings": {"Adam": {"lr": later}}})[0] == given
    assert after(given, {"settings": {"Adam": {"lr": 0.3}}})[0] == alone
    (said_again,) = said("beale", "Adam")
    said_again["settings"]["lr"] = later
    assert after(alone, {"entrants": [said_again]})[0] == given
    unsorted = {"first": 0.3, "changes": [[40, 0.05], [3, 1.0]]}
    read, (problem,) = after(alone, {"settings": {"Adam": {"lr": unsorted}}})
    assert (read, "changes at steps" in problem) == (alone, True)


def test_another_name_does_not_make_tuned_settings_ones_of_the_visitor() -> None:
    given = RaceSpec("beale", preset=Preset("tuned"), entrants=(EntrantSpec("adam", "Adam"),))
    (adam,) = said("beale", "Adam")
    wish = {"entrants": [adam | {"name": "mine"}]}
    assert after(given, wish)[0].entrants == (EntrantSpec("adam", "mine"),)


@pytest.mark.parametrize(
    ("entrants", "word"),
    [
        ([], "0 optimizers"),
        ([{"rule": "nope", "name": "Adam", "settings": {}}], "no optimizer 'nope'"),
        ([{"rule": "adam", "name": str(k), "settings": {}} for k in range(41)], "41 optimizers"),
    ],
)
def test_impossible_entrants_are_told_and_the_race_stays(entrants: Any, word: str) -> None:
    read, (problem,) = after(RaceSpec("beale"), {"entrants": entrants})
    assert read == RaceSpec("beale")
    assert word in problem


def test_a_setting_that_the_rule_does_not_have_changes_nothing() -> None:
    entrants = [{"rule": "adam", "name": "Adam", "settings": of(Adam()) | {"nope": 1.0}}]
    read, problems = after(RaceSpec("beale", preset=Preset("defaults")), {"entrants": entrants})
    assert read.entrants == (EntrantSpec("adam", "Adam"),)
    assert not problems
