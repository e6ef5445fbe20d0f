"""Numbers as they are typed into the page's fields."""

from collections.abc import Iterator

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from optviz.app.script import SCRIPT as APP
from optviz.scenes import SCENES
from tests.support.fields import choose, field, losses, number_in, set_number
from tests.support.messages import sent
from tests.support.patience import PATIENCE

BEALE = SCENES["beale"]


@pytest.fixture
def app() -> Iterator[AppTest]:
    app = AppTest.from_file(str(APP), default_timeout=PATIENCE).run()
    yield app
    assert not app.exception


def adams_rate(app: AppTest) -> float:
    runs = {run["name"]: run for run in sent(app)["race"]["runs"]}
    rate: float = runs["Adam"]["hyper"]["lr"]
    return rate


def test_a_number_is_raced_as_it_was_typed_and_shown_as_it_was_read(app: AppTest) -> None:
    set_number(app, "beale/adam/lr", "0,05")
    assert (adams_rate(app), field(app, "beale/adam/lr").value) == (0.05, "0.05")
    set_number(app, "beale/adam/lr", "1/200")
    assert adams_rate(app) == 0.005
    set_number(app, "beale/x", "\u22122,5")
    assert sent(app)["race"]["start"][0] == -2.5
    set_number(app, "beale/steps", "2^5")
    assert sent(app)["race"]["steps"] == 32
    assert not app.warning


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("beale/adam/lr", "1,000"),
        ("beale/y", ":red[x] [a](http://b.c)"),
        ("beale/rate", ""),
        ("beale/threshold", "1 000"),
        ("noisy_moons/seed", "1/3"),
        ("ill_conditioned/parameter", "5%"),
    ],
)
def test_what_is_no_number_is_named_at_its_field_and_the_race_stays(
    app: AppTest, key: str, text: str
) -> None:
    choose(app, key.partition("/")[0])
    if key.endswith(("rate", "threshold")):
        app.selectbox(key="beale/preset").set_value("rate" if "rate" in key else "tuned").run()
    if key.endswith("threshold"):
        app.selectbox(key="beale/objective").set_value("steps").run()
    right, before = field(app, key).value, losses(app)
    set_number(app, key, text)
    (warning,) = app.sidebar.warning
    assert "Until then it stays" in warning.value
    assert field(app, key).value == text
    np.testing.assert_equal(losses(app), before)
    set_number(app, key, str(right))
    assert not app.warning
    np.testing.assert_equal(losses(app), before)


def test_a_number_that_comes_from_elsewhere_replaces_what_was_typed(app: AppTest) -> None:
    own = number_in(app, "beale/adam/lr")
    set_number(app, "beale/adam/lr", "x")
    app.select_slider(key="beale/adam/lr/slider").set_value(0.05).run()
    assert number_in(app, "beale/adam/lr") == adams_rate(app) == 0.05
    set_number(app, "beale/adam/lr", "x")
    next(button for button in app.button if button.label == "Reset").click().run()
    assert number_in(app, "beale/adam/lr") == adams_rate(app) == own
    assert not app.warning


def test_the_limits_of_a_formula_and_the_digits_seed_are_read_the_same_way(app: AppTest) -> None:
    choose(app, "formula")
    set_number(app, "formula/x-high", "2pi")
    assert sent(app)["surface"]["xlim"][1] == pytest.approx(6.283185307)
    app.session_state["page"] = "digits"
    app.run()
    for text, seed in [("1e3", 1000), ("-1", 1000), ("0,5", 1000)]:
        set_number(app, "digits/seed", text)
        assert app.session_state["digits/seed"] == seed
        assert len(app.warning) == (text != "1e3")
