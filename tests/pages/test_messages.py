"""Messages from a browser: what is possible is kept, the rest is named, and nothing raises."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from optviz.app.script import SCRIPT as APP
from optviz.pages import digits
from optviz.pages.messages import CHOICES, MESSAGES, form_of, read, readable
from optviz.pages.table import PAGES
from tests.support.messages import sent
from tests.support.patience import PATIENCE

DEEP: Any = []
for _ in range(10_000):
    DEEP = [DEEP]

# message -> what is kept of it, and how many things are named
ADAM: dict[str, Any] = {"rule": "adam", "name": "Adam", "settings": {"lr": 0.5}}
LATER: dict[str, Any] = {"first": 0.1, "changes": [[40, 0.05]]}
CURVE: dict[str, Any] = {"curve": "cosine", "first": 0.3, "steps": 40, "last": 0.0}
CURVED: dict[str, Any] = {"first": CURVE, "changes": [[40, 0.05]]}
SENT = CURVED | {"first": CURVE | {"words": "", "program": DEEP}}  # with what runs it in a player
A: dict[str, Any] = {"settings": {"A": {}}}  # nothing of it was possible
TABLE: list[tuple[str, Any, dict[str, Any], int]] = [
    ("chosen", {"start": [1, 2.5], "serial": 3}, {"start": (1, 2.5), "serial": 3}, 0),
    ("chosen", {"surface": "a"}, {"surface": "a"}, 0),
    ("chosen", {"start": [1, float("nan")], "serial": 3}, {"serial": 3}, 1),
    ("chosen", {"start": [10**400, 1]}, {}, 1),
    ("chosen", {"start": [-1.7e308, 1]}, {"start": (-1.7e308, 1)}, 0),
    ("chosen", {"start": [True, 1]}, {}, 1),
    ("chosen", {"start": ["1", None]}, {}, 2),
    ("chosen", {"start": [1, 2, 3], "serial": -1, "surface": [1]}, {}, 3),
    ("chosen", {"start": DEEP}, {}, 1),
    ("chosen", {"start": {"0": 1, "1": 2}, "other": 1}, {}, 2),
    ("chosen", 1, {}, 1),
    ("chosen", [1, 2, 3], {}, 1),
    ("chosen", DEEP, {}, 1),
    ("lesson", {"turn": 1}, {"turn": 1}, 0),
    ("lesson", {"turn": "abc"}, {}, 1),
    ("lesson", {"turn": 1.0}, {}, 1),
    ("lesson", {"turn": 10**5000}, {}, 1),
    ("lesson", {"turn": -1, "answer": ["Adam"]}, {"turn": -1}, 1),
    ("picked", {"settings": {"A": {"lr": 1, "mu": None}}}, {"settings": {"A": {"lr": 1.0}}}, 1),
    ("picked", {"settings": {"Adam": 1}, "start": [0, 0]}, {"settings": {}, "start": (0, 0)}, 1),
    ("picked", {"settings": {str(k): {} for k in range(101)}}, {}, 1),
    ("picked", "x" * 5000, {}, 1),
    ("chosen", {"steps": 9, "batch": 2.5, "parameter": 4}, {"steps": 9, "parameter": 4.0}, 1),
    ("chosen", {"settings": {"A": {"lr": LATER}}}, {"settings": {"A": {"lr": LATER}}}, 0),
    ("chosen", {"settings": {"A": {"lr": {"first": 1}}}}, {"settings": {"A": {}}}, 1),
    ("picked", {"settings": {"A": {"lr": LATER | {"changes": [[0, 1]]}}}}, A, 2),
    ("picked", {"settings": {"A": {"lr": LATER | {"changes": [3]}}}}, A, 2),
    ("chosen", {"settings": {"A": {"lr": SENT}}}, {"settings": {"A": {"lr": CURVED}}}, 0),
    ("picked", {"settings": {"A": {"lr": SENT | {"first": {"curve": ["x"]}}}}}, A, 2),
    ("picked", {"settings": {"A": {"lr": SENT | {"first": CURVE | {"steps": 1e9}}}}}, A, 2),
    ("picked", {"settings": {"A": {"lr": SENT | {"first": CURVE | {"more": 1}}}}}, A, 2),
    ("chosen", {"entrants": [ADAM]}, {"entrants": [ADAM]}, 0),
    ("chosen", {"entrants": [ADAM, {"rule": "adam"}]}, {}, 1),
    ("chosen", {"entrants": [ADAM | {"more": 1}, 3]}, {}, 2),
    ("chosen", {"entrants": [ADAM] * 101, "seed": 1}, {"seed": 1}, 1),
]  # fmt: skip


@pytest.mark.parametrize(("name", "value", "kept", "named"), TABLE)
def test_what_is_possible_is_kept_and_the_rest_is_named(
    name: str, value: Any, kept: dict[str, Any], named: int
) -> None:
    found, problems = read(name, value)
    assert found == kept
    assert len(problems) == named
    assert all(len(each) < 200 for each in problems)


def names(strategy: Callable[..., Any]) -> Any:
    return strategy(
        [
            "start",
            "serial",
            "surface",
            "turn",
            "answer",
            "settings",
            "lr",
            "Adam",
            "first",
            "changes",
        ]
    )


leaves = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary()
nested = st.recursive(
    leaves,
    lambda inner: st.lists(inner) | st.dictionaries(names(st.sampled_from) | leaves, inner),
    max_leaves=12,
)


@given(st.sampled_from(sorted(MESSAGES)), nested)
@settings(max_examples=300)
def test_whatever_is_sent_is_read_to_what_pages_can_use(name: str, value: Any) -> None:
    found, problems = read(name, value)
    json.dumps(found, allow_nan=False)
    assert found == read(name, found)[0]  # what is kept is possible as a whole
    assert not read(name, found)[1]
    assert all(isinstance(each, str) and each.isprintable() for each in problems)


@given(
    st.text() | st.sampled_from(["{}", "[" * 10_000, '{"a":' * 10_000, "9" * 5000, '{"a": 1e999}'])
)
def test_json_is_read_or_it_is_none(text: str) -> None:
    if readable(text):
        assert isinstance(json.loads(text), dict)


def opened(**state: Any) -> AppTest:
    app = AppTest.from_file(str(APP), default_timeout=PATIENCE)
    for key, value in state.items():
        app.session_state[key.replace("__", "/")] = value
    return app.run()


@pytest.mark.parametrize(
    "state",
    [
        {"scene": "nope"},
        {"page": "nope"},
        {"lesson__key": "nope", "page": "lessons"},
        {"definitions__rule": "nope", "page": "definitions"},
        {"digits__epochs": "nope", "page": "digits"},
        {"beale__preset": "nope"},
        {"beale__preset": "tuned", "beale__objective": "nope", "beale__steps": 5},
    ],
    ids=str,
)
def test_a_choice_that_is_not_offered_is_named_and_the_first_is_taken(state: Any) -> None:
    app = opened(**state)
    assert not app.exception
    assert [each.value for each in app.warning if "nope" in each.value]
    for key in state:
        assert app.session_state[key.replace("__", "/")] != "nope"


@pytest.mark.parametrize("chosen", [1, [1, 2, 3], {"start": "x"}, {"serial": -1}])
def test_a_page_stands_with_a_player_that_says_anything(chosen: Any) -> None:
    app = opened(player={"chosen": chosen})
    assert not app.exception
    assert sent(app)["serial"] == 0


def test_choices_that_stand_twice_are_the_same() -> None:
    assert tuple(CHOICES["digits/epochs"]) == digits.EPOCHS


FORMS = {
    "selectbox": "string_value",
    "text_input": "string_value",
    "button_group": "string_array_value",
    "select_slider": "string_array_value",
    "slider": "double_array_value",
    "checkbox": "bool_value",
    "button": "trigger_value",
    "bidi_component": "json_value",
}


@pytest.mark.parametrize("page", PAGES)
def test_every_widget_comes_in_the_form_that_is_expected(page: str) -> None:
    """Another form is not let through, so a new widget needs its line in WIDGETS."""
    app = opened(page=page, beale__adam__open=True, beale__preset="rate", scene="beale")
    seen = widgets_seen(app)
    assert seen > 2


def test_a_letters_slider_comes_as_one_number() -> None:
    app = opened(scene="formula", formula__text="a*x^2 + b*y^2")
    assert [each.label for each in app.slider] == ["a", "b"]
    assert widgets_seen(app) > 2


def widgets_seen(app: AppTest) -> int:
    """How many widgets there are, each in its form."""
    seen = 0
    for kind, form in FORMS.items():
        for each in app.get(kind):
            key = each.proto.id.split("-", 2)[2]
            assert form_of(key) == form, key
            seen += 1
    return seen
