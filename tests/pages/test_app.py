"""The app without a browser: widgets in, payload out, and a sentence where that cannot be."""

from collections.abc import Hashable, Iterator
from typing import Any

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import ButtonGroup

from optviz.app.script import SCRIPT as APP
from optviz.entrants import DEFAULT, SAME, YOURS
from optviz.export import preview_job as previews
from optviz.export.formats import Request
from optviz.jobs.job import Job
from optviz.optimizers import SGD, Adam
from optviz.pages import picture_view
from optviz.player.numbers import MAX_STEPS
from optviz.race import race
from optviz.scenes import SCENES, Scene
from optviz.scenes.catalog import CATALOG
from optviz.variants import RULES
from surfaces.ill_conditioned import ill_conditioned
from tests.support.fields import (
    choose,
    choose_optimizers,
    field,
    losses,
    number_in,
    origins,
    set_number,
)
from tests.support.messages import header_of, payload, sent
from tests.support.patience import PATIENCE

BEALE = SCENES["beale"]

every_scene = pytest.mark.parametrize("key", SCENES)


@pytest.fixture
def app() -> Iterator[AppTest]:
    """The app as it opens."""
    app = AppTest.from_file(str(APP), default_timeout=PATIENCE).run()
    assert not app.exception
    yield app
    assert not app.exception


def assert_same_losses(app: AppTest, expected: dict[str, Any]) -> None:
    assert losses(app).keys() == expected.keys()
    for name, loss in losses(app).items():
        np.testing.assert_array_equal(loss, expected[name])


@every_scene
def test_every_scene_sends_its_race(app: AppTest, key: str) -> None:
    choose(app, key)
    assert not app.warning
    told, scene = sent(app)["race"], SCENES[key]
    assert told["steps"] == scene.steps
    np.testing.assert_array_equal(told["start"], scene.start)
    assert [run["origin"] for run in told["runs"]] == [entry.origin for entry in scene.entrants]
    expected = {run.name: run.loss for run in scene.race()}
    assert_same_losses(app, expected)


@every_scene
def test_every_scene_tells_its_story(app: AppTest, key: str) -> None:
    choose(app, key)
    text = " ".join(each.value for each in [*app.markdown, *app.caption]).replace("\\", "")
    for sentence in (SCENES[key].name, SCENES[key].surface.source):
        assert sentence in text
    told = sent(app)["race"]["story"]
    assert [each["holds"] for each in told] == [True] * len(SCENES[key].story)


def test_a_changed_setting_is_raced_and_is_yours(app: AppTest) -> None:
    before = losses(app)
    set_number(app, "beale/adam/lr", 0.05)
    expected = race(BEALE.surface, [Adam(lr=0.05)], BEALE.start, BEALE.steps)[0].loss
    assert_same_losses(app, before | {"Adam": expected})
    origins = {run["name"]: run["origin"] for run in sent(app)["race"]["runs"]}
    assert [name for name, origin in origins.items() if origin == YOURS] == ["Adam"]


def test_who_is_chosen_races_in_the_usual_order(app: AppTest) -> None:
    choose_optimizers(app, ["adam", "nag", "sgd"])
    assert list(losses(app)) == ["SGD", "NAG", "Adam"]


def test_a_rate_that_is_too_high_sends_a_race_that_says_where_it_diverged(app: AppTest) -> None:
    set_number(app, "beale/sgd/lr", 1.0)
    assert not app.warning
    expected = race(BEALE.surface, [SGD(lr=1)], BEALE.start, BEALE.steps)[0]
    assert sent(app)["race"]["runs"][0]["ended"] == expected.ended
    assert "NaN" not in header_of(payload(app))[0]


def test_a_start_clicked_in_the_player_arrives_in_the_fields(app: AppTest) -> None:
    surface = sent(app)["surface"]["key"]
    chosen = {"start": [-2, 0.5], "serial": 3, "surface": surface}  # JavaScript's -2 is an int
    app.session_state["beale/x"], app.session_state["beale/y"] = map(float, chosen["start"])
    app.session_state["player"] = {"chosen": chosen}
    app.run()
    told = sent(app)
    assert (told["surface"], told["serial"]) == (None, 3)
    np.testing.assert_array_equal(told["race"]["start"], chosen["start"])


# Mistakes.

MISTAKES: dict[str, tuple[float | str, str]] = {
    "beale/x": ("", "missing"),
    "beale/y": (1e300, "start"),
    "beale/steps": (10**9, "steps"),
    "beale/sgd/lr": (-1.0, "lr"),
    "beale/momentum/mu": (1.0, "mu"),
    "beale/adadelta/eps": ("tiny", "tiny"),
    "noisy_moons/batch": (0, "minibatch size"),
    "noisy_moons/seed": (-1, "seed"),
    "ill_conditioned/parameter": (20_000.0, "condition"),
}


@pytest.mark.parametrize("key", MISTAKES)
def test_a_mistake_is_told_in_one_sentence_and_the_race_stays(app: AppTest, key: str) -> None:
    value, topic = MISTAKES[key]
    choose(app, key.partition("/")[0])
    before, right = losses(app), str(field(app, key).value)
    set_number(app, key, value)
    assert len(app.warning) == 1
    assert topic in app.warning[0].value
    assert_same_losses(app, before)
    set_number(app, key, right)
    assert not app.warning
    assert_same_losses(app, before)


@pytest.mark.parametrize("steps", [0, -5, MAX_STEPS + 1, 10**11])
def test_impossible_steps_are_refused(app: AppTest, steps: int) -> None:
    set_number(app, "beale/steps", steps)
    assert "whole number from 1 to" in app.warning[0].value
    assert sent(app)["race"]["steps"] == BEALE.steps


def test_a_race_of_nobody_is_refused(app: AppTest) -> None:
    choose_optimizers(app, [])
    assert "at least one optimizer" in app.warning[0].value
    assert len(losses(app)) == len(BEALE.entrants)


def test_after_a_mistake_the_last_race_that_could_run_stays(app: AppTest) -> None:
    set_number(app, "beale/steps", 25)
    set_number(app, "beale/x", 1e300)
    assert len(app.warning) == 1
    assert sent(app)["race"]["steps"] == 25


def test_a_mistake_in_one_scene_does_not_reach_another(app: AppTest) -> None:
    set_number(app, "beale/steps", 0)
    choose(app, "saddle_point")
    assert not app.warning
    assert sent(app)["race"]["steps"] == SCENES["saddle_point"].steps


def test_settings_stay_while_another_scene_is_shown_until_they_are_reset(app: AppTest) -> None:
    set_number(app, "beale/steps", 77)
    choose_optimizers(app, ["sgd", "nag"])
    choose(app, "long_valley")
    assert len(losses(app)) == len(BEALE.entrants)
    choose(app, "beale")
    assert sent(app)["race"]["steps"] == 77
    assert list(losses(app)) == ["SGD", "NAG"]
    next(button for button in app.button if button.label == "Reset").click().run()
    assert number_in(app, "beale/steps") == BEALE.steps
    assert sent(app)["race"]["steps"] == BEALE.steps
    assert len(losses(app)) == len(BEALE.entrants)


def test_library_defaults_are_raced_and_said(app: AppTest) -> None:
    app.selectbox(key="beale/preset").set_value("defaults").run()
    assert origins(app) == {DEFAULT}
    assert_same_losses(app, losses_of(BEALE.preset("defaults")))
    assert number_in(app, "beale/adam/lr") == Adam().lr


def test_one_learning_rate_for_all_can_be_set(app: AppTest) -> None:
    app.selectbox(key="beale/preset").set_value("rate").run()
    set_number(app, "beale/rate", 0.02)
    assert origins(app) == {SAME}
    assert_same_losses(app, losses_of(BEALE.preset("rate", 0.02)))
    set_number(app, "beale/rate", -1.0)
    (warning,) = app.warning
    assert "lr" in warning.value
    assert_same_losses(app, losses_of(BEALE.preset("rate", 0.02)))
    app.selectbox(key="beale/preset").set_value("own").run()
    assert not app.warning
    assert_same_losses(app, losses_of(BEALE))


def test_a_variant_is_one_click_away(app: AppTest) -> None:
    variants = app.get("button_group")[2]
    assert isinstance(variants, ButtonGroup)
    variants.set_value(["lion"]).run()
    assert "Lion" in losses(app)
    assert len(losses(app)) == 8


def losses_of(scene: Scene) -> dict[str, Any]:
    return {run.name: run.loss for run in scene.race()}


# The export panel.


def test_previews_are_drawn_only_in_an_open_panel_once_and_by_workers(
    app: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Request] = []

    def begin(key: Hashable, request: Request, *rest: Any) -> Job:
        asked.append(request)
        return previews.preview_job(key, request, *rest)

    monkeypatch.setattr(picture_view, "preview_job", begin)
    monkeypatch.setattr(previews, "preview", None)  # in this process
    set_number(app, "beale/steps", 20)
    assert not asked
    app.session_state["export/scene/open"] = True
    app.run()
    set_number(app, "beale/adam/lr", 0.05)
    assert [each.composition.steps for each in asked] == [20, 20]
    app.run()
    assert len(asked) == 2


# The other rooms, and scenes that are not Radford's.


@pytest.mark.parametrize("key", [key for key in CATALOG if key not in SCENES])
def test_claims_and_definitions_race_like_other_scenes(app: AppTest, key: str) -> None:
    choose(app, key)
    assert not app.warning
    assert_same_losses(app, losses_of(CATALOG[key]))
    told = sent(app)["race"]["story"]
    assert [each["holds"] for each in told] == [True] * len(CATALOG[key].story)


def test_a_condition_is_a_field_and_a_logarithmic_slider(app: AppTest) -> None:
    key = "ill_conditioned"
    choose(app, key)
    stops = [float(each) for each in app.select_slider(key=f"{key}/parameter/slider").options]
    assert (stops[0], stops[-1]) == (1, 10_000)
    np.testing.assert_array_less(np.diff(np.log10(stops)), 0.25)
    app.select_slider(key=f"{key}/parameter/slider").set_value(10.0).run()
    assert number_in(app, f"{key}/parameter") == 10
    scene = CATALOG[key]
    rules = [each.optimizer for each in scene.entrants]
    expected = race(ill_conditioned(10), rules, scene.start, scene.steps)
    assert_same_losses(app, {run.name: run.loss for run in expected})
    set_number(app, f"{key}/parameter", 3.3)
    assert sent(app)["surface"]["name"] == "Quadratic of condition 3.3"
    choose(app, "beale")
    choose(app, key)
    assert number_in(app, f"{key}/parameter") == 3.3
    next(button for button in app.button if button.label == "Reset").click().run()
    assert_same_losses(app, losses_of(scene))


def test_only_samples_that_are_classified_are_shown(app: AppTest) -> None:
    choose(app, "noisy_quadratic")
    assert sent(app)["surface"]["samples"] is None
    choose(app, "noisy_moons")
    assert len(sent(app)["surface"]["samples"]["points"]) == 400


def test_definitions_have_a_room_of_their_own(app: AppTest) -> None:
    app.session_state["page"] = "definitions"
    app.run()
    for name in RULES:
        app.selectbox(key="definitions/rule").set_value(name).run()
        assert r"\leftarrow" in app.latex[0].value
    app.button(key="definitions/adam-eps").click().run()
    assert set(losses(app)) == {"Adam", "AdamEpsHat"}


def test_digits_have_a_room_of_their_own(app: AppTest) -> None:
    app.session_state["page"] = "digits"
    app.run()
    assert "# Learning rate against optimizer" in [each.value for each in app.markdown]
    assert app.session_state["digits/job"]
    for each in app.button:  # it trains, unless another test has had it trained
        assert each.label == "Stop"
        each.click().run()
