"""The same rule several times in the app: duplicated, renamed, removed, taken back from a click."""

from collections.abc import Iterator

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from optviz.app.script import SCRIPT as APP
from optviz.entrants import LONGEST_NAME, TUNED, YOURS
from optviz.optimizers import SGD
from optviz.pages.form import MOST_ENTRANTS
from optviz.race import race
from optviz.scenes import SCENES
from tests.support.fields import choose_optimizers, losses, number_in, origins, set_number
from tests.support.messages import sent
from tests.support.patience import PATIENCE

BEALE = SCENES["beale"]
SEVEN = [each.name for each in BEALE.entrants]


@pytest.fixture
def app() -> Iterator[AppTest]:
    app = AppTest.from_file(str(APP), default_timeout=PATIENCE).run()
    yield app
    assert not app.exception


def press(app: AppTest, entrant: str, button: str) -> None:
    """A button in an entrant's box, which is opened for that."""
    app.session_state[f"beale/{entrant}/open"] = True
    app.run()
    app.button(key=f"beale/{entrant}/{button}").click().run()


def rename(app: AppTest, entrant: str, name: str) -> None:
    app.session_state[f"beale/{entrant}/open"] = True
    app.run()
    app.text_input(key=f"beale/{entrant}/name").set_value(name).run()


def boxes(app: AppTest) -> list[str]:
    """The titles of the entrants' boxes."""
    labels = [each.label.replace("\\", "") for each in app.sidebar.expander]
    return [each for each in labels if not each.startswith(("Variants", "Start, steps"))]


def test_a_duplicate_races_with_settings_of_its_own(app: AppTest) -> None:
    before = losses(app)
    press(app, "sgd", "duplicate")
    assert list(losses(app)) == ["SGD", "SGD 2", *SEVEN[1:]]
    assert boxes(app) == list(losses(app))
    np.testing.assert_array_equal(losses(app)["SGD 2"], before["SGD"])
    set_number(app, "beale/sgd~2/lr", 0.02)
    expected = race(BEALE.surface, [SGD(lr=0.02)], BEALE.start, BEALE.steps)[0]
    np.testing.assert_array_equal(losses(app)["SGD 2"], expected.loss)
    np.testing.assert_array_equal(losses(app)["SGD"], before["SGD"])
    runs = sent(app)["race"]["runs"]
    assert runs[1]["origin"] == YOURS
    assert [run["rule"] for run in runs[:2]] == ["SGD", "SGD"]
    looks = {(run["style"]["light"], run["style"]["marker"]) for run in runs}
    assert len(looks) == len(runs)


def test_a_duplicate_begins_with_the_settings_of_the_one_duplicated(app: AppTest) -> None:
    set_number(app, "beale/momentum/mu", 0.5)
    press(app, "momentum", "duplicate")
    press(app, "momentum~2", "duplicate")
    hyper = {run["name"]: run["hyper"] for run in sent(app)["race"]["runs"]}
    assert hyper["Momentum"] == hyper["Momentum 2"] == hyper["Momentum 3"]
    assert hyper["Momentum"]["mu"] == 0.5


def test_another_name_is_told_everywhere(app: AppTest) -> None:
    rename(app, "sgd", "slow")
    assert list(losses(app)) == ["slow", *SEVEN[1:]]
    assert boxes(app) == ["slow (SGD)", *SEVEN[1:]]
    set_number(app, "beale/sgd/lr", 0.001)
    assert sent(app)["race"]["runs"][0]["hyper"]["lr"] == 0.001


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("", "not empty"), (" ", "not empty"), ("Adam", "called 'Adam'"), ("a\u0007b", "printable")],
)
def test_an_impossible_name_is_a_sentence_and_the_race_stays(
    app: AppTest, name: str, sentence: str
) -> None:
    before = losses(app)
    rename(app, "sgd", name)
    (warning,) = app.warning
    assert sentence in warning.value.replace("\\", "")
    assert list(losses(app)) == list(before)
    rename(app, "sgd", "x" * LONGEST_NAME)
    assert not app.warning


def test_what_is_removed_is_gone_and_the_others_stay(app: AppTest) -> None:
    press(app, "adam", "duplicate")
    rename(app, "adam~2", "fast")
    press(app, "adam", "remove")
    assert list(losses(app)) == [*SEVEN[:-1], "fast"]
    press(app, "adam~2", "remove")
    assert list(losses(app)) == SEVEN[:-1]
    choose_optimizers(app, ["adam"])
    assert list(losses(app)) == ["Adam"]


def test_pills_switch_the_first_entrant_of_a_rule(app: AppTest) -> None:
    press(app, "nag", "duplicate")
    choose_optimizers(app, ["sgd"])
    assert list(losses(app)) == ["SGD", "NAG 2"]
    choose_optimizers(app, ["sgd", "nag"])
    assert list(losses(app)) == ["SGD", "NAG", "NAG 2"]


def test_reset_leaves_the_scene_with_its_own_entrants(app: AppTest) -> None:
    press(app, "sgd", "duplicate")
    rename(app, "adam", "fast")
    next(button for button in app.button if button.label == "Reset").click().run()
    assert list(losses(app)) == SEVEN


def test_presets_hold_for_duplicates_too(app: AppTest) -> None:
    press(app, "sgd", "duplicate")
    set_number(app, "beale/sgd~2/lr", 0.02)
    app.selectbox(key="beale/preset").set_value("defaults").run()
    assert number_in(app, "beale/sgd~2/lr") == SGD().lr
    app.selectbox(key="beale/preset").set_value("tuned").run()
    assert origins(app) == {TUNED}
    set_number(app, "beale/sgd~2/lr", 0.02)
    app.session_state["beale/steps"] = 30
    app.run()
    runs = {run["name"]: run for run in sent(app)["race"]["runs"]}
    assert runs["SGD 2"]["hyper"]["lr"] == 0.02
    assert (runs["SGD"]["origin"], runs["SGD 2"]["origin"]) == (TUNED, YOURS)


def test_a_duplicate_of_what_was_changed_by_hand_does_not_follow_the_tuning(app: AppTest) -> None:
    app.selectbox(key="beale/preset").set_value("tuned").run()
    set_number(app, "beale/sgd/lr", 0.02)
    press(app, "sgd", "duplicate")
    press(app, "adam", "duplicate")
    runs = {run["name"]: run for run in sent(app)["race"]["runs"]}
    assert runs["SGD 2"]["hyper"]["lr"] == 0.02
    assert (runs["SGD 2"]["origin"], runs["Adam 2"]["origin"]) == (YOURS, TUNED)


def test_entrants_are_limited(app: AppTest) -> None:
    further = [f"sgd~{number}" for number in range(2, MOST_ENTRANTS - len(SEVEN) + 2)]
    for each in further:
        app.session_state[f"beale/{each}/lr"] = 0.01
        app.session_state[f"beale/{each}/name"] = each
    app.session_state["beale/further"] = further
    app.session_state["beale/adam/open"] = True
    app.run()
    assert len(losses(app)) == MOST_ENTRANTS
    assert app.button(key="beale/adam/duplicate").disabled


def clicked() -> None:
    """A run of the page's form in which a cell of a sweep was clicked."""
    from optviz.pages import form  # noqa: PLC0415, a script of its own
    from optviz.pages.scene_page import take  # noqa: PLC0415

    scene = form.own_scene()
    form.duplicate(scene, form.entrants(scene)[0])
    take(scene, {"settings": {"SGD 2": {"lr": 0.03}}, "start": [0, 1]})


def test_a_click_among_many_races_changes_the_entrant_of_that_name() -> None:
    app = AppTest.from_function(clicked).run()
    assert not app.exception
    held = app.session_state
    assert held["beale/sgd~2/lr"] == 0.03
    assert held["beale/sgd/lr"] == BEALE.entrants[0].optimizer.settings()["lr"]
    assert (held["beale/x"], held["beale/y"], held["page"]) == (0, 1, "race")
