"""Sweeps, basin maps and tuned settings in the app, without a browser."""

import time
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from optviz.app.script import SCRIPT as APP
from optviz.entrants import TUNED, YOURS
from optviz.optimizers import Momentum
from optviz.scenes import SCENES
from optviz.studies.basins import basins
from optviz.studies.sweep import FINE, axis_for, learning_rate_sweep, pair_sweep
from optviz.studies.tuning import RATES, tune, tuned
from tests.support.messages import payloads, sent
from tests.support.optimizers import built
from tests.support.patience import PATIENCE

BEALE = SCENES["beale"]


@pytest.fixture
def app() -> Iterator[AppTest]:
    app = AppTest.from_file(str(APP), default_timeout=PATIENCE).run()
    yield app
    assert not app.exception


@pytest.fixture
def by_python(monkeypatch: pytest.MonkeyPatch) -> None:
    """As where a rule or a loss has no program."""
    monkeypatch.setattr("optviz.pages.sweep.live_sweep", lambda blank: None)
    monkeypatch.setattr("optviz.pages.basins.live_basins", lambda blank, targets: None)


def go(app: AppTest, room: str, **held: Any) -> Any:
    """Into a room, and wait for all that there is to see."""
    app.session_state["page"] = room.lower()
    for field, value in held.items():
        app.session_state[field.replace("__", "/")] = value
    app.run()
    await_job(app, room.lower())
    return sent(app)


def await_job(app: AppTest, name: str) -> None:
    """Wait for what Python computes, if it does."""
    if f"{name}/job" not in app.session_state:
        return
    work = app.session_state[f"{name}/job"]
    end = time.monotonic() + PATIENCE
    while work.running:
        assert time.monotonic() < end
        time.sleep(0.02)
    app.run()


def warnings(app: AppTest) -> str:
    return " ".join(each.value.replace("\\", "") for each in app.warning)


@pytest.mark.usefixtures("by_python")
def test_everybody_is_swept_over_seven_decades(app: AppTest) -> None:
    shown = go(app, "Sweep")
    surface, entrants, start, steps, seed = BEALE.conditions
    *_, done = learning_rate_sweep(surface, entrants, start, steps, seed)
    assert shown["kind"] == "rates"
    np.testing.assert_array_equal(shown["rates"], FINE)
    np.testing.assert_array_equal(shown["values"], done.final)
    np.testing.assert_array_equal(shown["diverged"], done.diverged)
    assert [run["current"] for run in shown["runs"]] == [
        each.optimizer.settings()["lr"] for each in entrants
    ]


@pytest.mark.usefixtures("by_python")
def test_two_hyper_parameters_are_a_heat_map(app: AppTest) -> None:
    shown = go(app, "Sweep", sweep__kind="Two hyper-parameters", sweep__optimizer="Momentum")
    surface, _, start, steps, seed = BEALE.conditions
    values = {"mu": axis_for(Momentum(), "mu"), "lr": axis_for(Momentum(), "lr")}
    *_, done = pair_sweep(surface, Momentum(), values, start, steps, seed)
    assert shown["kind"] == "pair"
    assert [axis["name"] for axis in shown["axes"]] == ["mu", "lr"]
    np.testing.assert_array_equal(shown["values"], done.final[0])


@pytest.mark.usefixtures("by_python")
def test_steps_until_the_loss_is_low(app: AppTest) -> None:
    shown = go(app, "Sweep", sweep__outcome="reached", beale__threshold=1.0)
    surface, optimizers, start, steps, seed = BEALE.conditions
    *_, done = learning_rate_sweep(surface, optimizers, start, steps, seed, threshold=1.0)
    np.testing.assert_array_equal(shown["values"], done.reached)


def test_nobody_with_two_hyper_parameters_is_a_sentence(app: AppTest) -> None:
    app.session_state["page"] = "sweep"
    app.session_state["sweep/kind"] = "Two hyper-parameters"
    app.session_state["beale/optimizers"] = ["sgd"]
    app.run()
    assert "Momentum or Adam" in warnings(app)


@pytest.mark.usefixtures("by_python")
def test_basin_maps_show_where_everybody_ends(app: AppTest) -> None:
    shown = go(app, "Basins", basins__side=50)
    surface, optimizers, _, steps, seed = BEALE.conditions
    *_, done = basins(surface, optimizers, (50, 50), steps, seed)
    np.testing.assert_array_equal(shown["minimum"], done.minimum)
    np.testing.assert_array_equal(shown["since"], done.since)
    np.testing.assert_array_equal(shown["columns"], done.x)
    assert shown["start"] == list(BEALE.start)


@pytest.mark.parametrize("room", ["Sweep", "Basins"])
def test_the_browser_computes_and_python_only_for_a_file(app: AppTest, room: str) -> None:
    shown, name = go(app, room), room.lower()
    assert f"{name}/job" not in app.session_state
    setup = shown["live"]["setup"]
    assert (setup["steps"], setup["seed"]) == (BEALE.steps, BEALE.seed)
    assert [run["name"] for run in shown["live"]["runs"]] == [each.name for each in BEALE.entrants]
    assert shown["minimum" if name == "basins" else "values"] is None
    app.session_state[f"export/{name}/open"] = True
    app.run()
    await_job(app, name)
    result = app.session_state[f"{name}/job"].latest
    assert result.done == 1
    assert "Make the file" in [each.label for each in app.button]


def test_where_there_is_no_minimum_there_are_no_basins(app: AppTest) -> None:
    app.session_state["page"] = "basins"
    app.session_state["scene"] = "saddle_point"
    app.run()
    assert "no minimum" in warnings(app)
    assert not payloads(app)


@pytest.mark.parametrize("room", ["Sweep", "Basins"])
def test_an_impossible_race_leaves_the_room_as_it_was(app: AppTest, room: str) -> None:
    before = go(app, room)
    app.session_state["beale/steps"] = 0
    app.run()
    assert "steps = 0" in warnings(app)
    np.testing.assert_equal(sent(app), before)


def settings(app: AppTest) -> dict[str, dict[str, float]]:
    return {run["name"]: run["hyper"] for run in sent(app)["race"]["runs"]}


def origins(app: AppTest) -> dict[str, str]:
    return {run["name"]: run["origin"] for run in sent(app)["race"]["runs"]}


def test_tuned_settings_are_the_best_of_all_trials(app: AppTest) -> None:
    app.session_state["beale/preset"] = "tuned"
    app.run()
    found = tune(BEALE)
    expected = {type(each.optimizer).__name__: each.chosen for each in found.trials}
    assert settings(app) == {name: each and each.settings() for name, each in expected.items()}
    assert set(origins(app).values()) == {TUNED}
    said = " ".join(each.value for each in app.caption)
    assert f"best of {len(RATES)} trials" in said
    assert "198 steps" in said


def test_tuned_settings_follow_the_race_but_for_what_was_changed_by_hand(app: AppTest) -> None:
    app.session_state["beale/preset"] = "tuned"
    app.run()
    app.session_state["beale/adam/lr"] = 0.123
    app.session_state["beale/steps"] = 40
    app.run()
    other = tuned(BEALE.changed(built(BEALE, own_settings()), BEALE.start, 40, BEALE.seed))
    expected = {type(each.optimizer).__name__: each.optimizer for each in other.entrants}
    shown = settings(app)
    before = {
        type(each.optimizer).__name__: each.optimizer.settings() for each in tuned(BEALE).entrants
    }
    others = {name: each.settings() for name, each in expected.items() if name != "Adam"}
    assert {name: shown[name] for name in others} == others
    assert any(before[name] != others[name] for name in others)
    assert shown["Adam"]["lr"] == 0.123
    assert origins(app)["Adam"] == YOURS
    assert origins(app)["SGD"] == TUNED


def own_settings() -> dict[str, dict[str, Any]]:
    return {
        type(each.optimizer).__name__.lower(): each.optimizer.settings() for each in BEALE.entrants
    }


def test_who_joins_a_tuned_race_is_tuned(app: AppTest) -> None:
    app.session_state["beale/preset"] = "tuned"
    app.session_state["beale/optimizers"] = ["sgd"]
    app.run()
    app.session_state["beale/optimizers"] = ["sgd", "nag"]
    app.run()
    assert origins(app) == {"SGD": TUNED, "NAG": TUNED}


def test_a_second_hyper_parameter_is_tuned_on_wish(app: AppTest) -> None:
    app.session_state["beale/preset"] = "tuned"
    app.session_state["beale/second"] = True
    app.run()
    assert (
        settings(app)["Momentum"]["mu"]
        == tuned(BEALE, second=(0.0, 0.5, 0.8, 0.9, 0.95, 0.99))
        .entrants[1]
        .optimizer.settings()["mu"]
    )
    assert "best of 150 trials" in " ".join(each.value for each in app.caption)


def test_a_scene_without_minima_leads_to_some_that_have_several(app: AppTest) -> None:
    app.session_state["scene"] = "saddle_point"
    app.session_state["page"] = "basins"
    app.run()
    assert "no minimum" in warnings(app)
    app.button(key="basins/himmelblau").click().run()
    assert not app.warning
    assert app.session_state["scene"] == "himmelblau"
