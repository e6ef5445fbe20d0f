"""Links: what is written reads back, and whatever else comes in is used as far as it can be."""

import math
import re
import string
from dataclasses import fields
from typing import Any
from urllib.parse import parse_qs

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from optviz.app.script import SCRIPT as APP
from optviz.scenes import PRESETS, SCENES, Scene
from optviz.scenes.catalog import CATALOG
from optviz.spec.address import BEST, MOST_STEPS, ROOMS, VIEWS, Link, read, write
from optviz.studies.tuning import OBJECTIVES
from tests.pages.test_app import sent

finite = st.floats(allow_nan=False, allow_infinity=False, width=64)
near = st.floats(-1, 1)


def opened(text: str) -> tuple[Link, list[str]]:
    return read(parse_qs(text, keep_blank_values=True))


@st.composite
def links(draw: st.DrawFn) -> Link:
    """A link that the page could write."""
    key = draw(st.sampled_from(list(CATALOG)))
    scene = CATALOG[key]
    said: dict[str, Any] = {"scene": key}
    low, high = np.transpose([scene.surface.xlim, scene.surface.ylim])
    if draw(st.booleans()):
        said["start"] = tuple(
            float(a + (b - a) * draw(st.floats(0.1, 0.9))) for a, b in zip(low, high, strict=True)
        )
    if draw(st.booleans()):
        said["opt"] = draw(some_optimizers(scene))
    optional: dict[str, st.SearchStrategy[Any]] = {
        "steps": st.integers(1, MOST_STEPS),
        "seed": st.integers(0, 2**32 - 1),
        "view": st.lists(st.sampled_from(VIEWS), min_size=1, unique=True).map(tuple),
        "room": st.sampled_from(ROOMS),
        "best": st.sampled_from(list(OBJECTIVES)),
        "below": finite,
        "second": st.booleans(),
        "lesson": st.sampled_from(["beale", "bias_correction"]),
        "page": st.integers(1, 40),
    }
    if scene.surface.minibatches:
        optional["batch"] = st.integers(1, scene.surface.minibatches.count)
    if scene.surface.parameter:
        optional["parameter"] = st.floats(1, 10_000)
    for name, values in optional.items():
        if draw(st.booleans()):
            said[name] = draw(values)
    said["preset"] = draw(st.sampled_from(["", *PRESETS, BEST]))
    if said["preset"] == "rate":
        said["rate"] = draw(st.floats(0, 10))
    if draw(st.booleans()):
        said["t"] = draw(st.integers(0, said.get("steps", scene.steps)))
    return Link(**said)


@st.composite
def some_optimizers(draw: st.DrawFn, scene: Scene) -> dict[str, dict[str, float]]:
    names = draw(st.lists(st.sampled_from(list(scene.rules)), min_size=1, unique=True))
    found = {}
    for name in names:
        known = list(scene.rules[name]().settings())
        chosen = draw(st.lists(st.sampled_from(known), unique=True))
        found[name] = {each: draw(st.floats(0, 0.9)) for each in chosen}
    return found


@given(links())
@settings(max_examples=1500, deadline=None, derandomize=True)
def test_what_is_written_reads_back(link: Link) -> None:
    text = write(link)
    assert re.fullmatch(r"[A-Za-z0-9._~,:;*()/!'+=&%-]*", text)
    again, problems = opened(text)
    assert problems == []
    assert again == link


def test_a_link_is_short_and_can_be_read_by_people() -> None:
    link = Link(scene="beale", opt={"adam": {"lr": 0.05}, "nag": {}}, start=(1.0, 1.6), t=80)
    assert write(link) == "scene=beale&opt=adam:lr%3D0.05,nag&start=1,1.6&t=80"
    assert opened("scene=beale&opt=adam:lr=0.05,nag&start=1,1.6&t=80") == (link, [])
    assert write(Link()) == ""


def test_a_formula_travels_with_its_limits() -> None:
    link = Link(formula="(1 - x)**2 + 100*(y + x^2)**2", x=(-2.0, 2.0), y=(-1.0, 3.0))
    assert opened(write(link)) == (link, [])
    assert link.own_scene().surface.xlim == (-2, 2)


@pytest.mark.parametrize(
    ("text", "kept", "says"),
    [
        ("scene=bale", {}, "scene: there is no scene 'bale'; did you mean beale?"),
        ("scene=beale&steps=9e9", {"scene": "beale"}, "steps: '9e9' is no whole number"),
        ("steps=0&seed=3", {"seed": 3}, "steps = 0 is not possible"),
        ("steps=1001", {}, "give a whole number from 1 to 1,000"),
        ("opt=adam:lr=inf", {}, "'inf' is no finite number"),
        ("opt=adam:lr=-1", {}, "Adam: lr = -1.0 is not possible"),
        ("opt=adam:beta=1", {}, "there is no setting of adam 'beta'; did you mean beta"),
        ("opt=adm", {}, "there is no optimizer 'adm'; did you mean adam?"),
        ("start=1", {}, "start: '1' is no pair of numbers"),
        ("start=1e200,1e200", {}, "start nearer"),
        ("start=nan,1", {}, "'nan' is no finite number"),
        ("scene=beale&batch=5", {"scene": "beale"}, "Beale's function has no minibatches"),
        ("scene=beale&parameter=5", {"scene": "beale"}, "has no number to change"),
        ("scene=ill_conditioned&parameter=0", {"scene": "ill_conditioned"}, "condition = 0"),
        ("t=500", {}, "t = 500 is after the last step"),
        ("t=500&steps=500", {"t": 500, "steps": 500}, ""),
        ("preset=rate", {}, "preset=rate needs a learning rate"),
        ("formula=x**z", {}, "unknown name `z` at column 4"),
        ("formula=__import__('os')", {}, "at column 1"),
        ("x=1,2", {}, "x is without meaning where there is no formula"),
        ("formula=x*x%2By*y&x=2,1", {}, "give two finite numbers, the lower one first"),
        ("colour=red", {}, "'colour' is nothing that a link says"),
        ("sceen=beale", {}, "'sceen' is nothing that a link says; did you mean scene?"),
        ("seed=1&seed=2", {"seed": 2}, "seed is there 2 times; the last one counts"),
        ("second=yes", {}, "'yes' is neither 0 nor 1"),
        ("view=above,side", {}, "there is no view 'side'"),
        ("seed=١٢", {}, "'١٢' is no whole number"),
        ("room=", {}, ""),
    ],
)
def test_what_can_be_read_is_used_and_the_rest_is_named(
    text: str, kept: dict[str, Any], says: str
) -> None:
    link, problems = opened(text)
    assert link == Link(**kept) or (text.startswith("formula=x*x") and link.formula == "")
    assert (says in " ".join(problems)) if says else not problems


HOSTILE = [
    "<script>alert(1)</script>",
    "';DROP TABLE scenes;--",
    "{{7*7}}",
    "${7*7}",
    "__import__('os').system('id')",
    "().__class__.__bases__[0].__subclasses__()",
    "\x00",
    "%00",
    "../../etc/passwd",
    "1e999",
    "-1e999",
    "nan",
    "inf",
    "0x10",
    "1_000",
    "٣",
    "9" * 5000,
    "x" * 100_000,
    ",".join(["adam"] * 5000),
    "adam" + ":lr=1" * 2000,
    "adam:lr=0.1:lr=0.2:lr",
    ":::,,,===",
    "(" * 300,
    "x**" * 100 + "x",
    "9**9**9**9",
    "\u202e\u2066",
    "[click](javascript:alert(1))",
    ":red[x] $x$ `x` **x** <b>",
    "\ud800",
]
names = st.sampled_from([*(each.name for each in fields(Link)), "other", ""])
pieces = st.sampled_from(
    [*HOSTILE, "beale", "adam", "nag", "adam:lr=0.1", "1", "1,1.6", "-3", "tuned", "rate", "steps"]
)
texts = (
    pieces
    | st.text(max_size=30)
    | st.text(string.digits + "+-.,:=eE", max_size=20)
    | st.lists(pieces, max_size=3).map("".join)
    | finite.map(str)
)


@given(st.dictionaries(names, st.lists(texts, max_size=3), max_size=8))
@settings(max_examples=10_000, deadline=None, derandomize=True, database=None)
def test_ten_thousand_links_are_read_or_named(query: dict[str, list[str]]) -> None:
    """Nothing raises; what is found can be raced; what is not is said shortly and printably."""
    link, problems = read(query)
    scene = link.own_scene()
    assert link.scene == "" or link.scene in CATALOG
    for name, chosen in (link.opt or {}).items():
        assert all(math.isfinite(each) for each in chosen.values())
        scene.rules[name](**chosen)
    assert link.steps is None or 1 <= link.steps <= MOST_STEPS
    for sentence in problems:
        assert len(sentence) < 400
        assert "\n" not in sentence
        assert sentence.replace("\u202e", "").isprintable()


def page(query: str) -> AppTest:
    app = AppTest.from_file(str(APP), default_timeout=60)
    for name, values in parse_qs(query, keep_blank_values=True).items():
        app.query_params[name] = values
    app.run()
    assert not app.exception
    return app


def test_opening_a_link_gives_the_same_race() -> None:
    app = page("scene=long_valley&opt=adam:lr=0.07,nadam&start=0.1,0.2&steps=40&t=12&view=space")
    race = sent(app)["race"]
    own = SCENES["long_valley"]
    nadam = own.rules["nadam"]().settings()
    adam = next(each for each in own.conditions.optimizers if type(each).__name__ == "Adam")
    wanted = {"adam": adam.settings() | {"lr": 0.07}, "nadam": nadam}
    expected = own.changed(own.built(wanted), (0.1, 0.2), 40, own.seed).race()
    for run, true in zip(race["runs"], expected, strict=True):
        np.testing.assert_array_equal(run["x"], true.x)
    assert race["at"] == 12
    assert race["views"] == ["space"]
    again, problems = opened(race["link"].partition("?")[2])
    assert not problems
    assert again.opt == {"adam": {"lr": 0.07}, "nadam": {}}
    assert (again.scene, again.start, again.steps) == ("long_valley", (0.1, 0.2), 40)


def test_a_formula_and_tuned_settings_are_opened() -> None:
    app = page("formula=x**2%2B3*y**2&preset=tuned&best=mean&steps=30&opt=sgd,adam:lr=0.5")
    runs = {run["name"]: run for run in sent(app)["race"]["runs"]}
    assert set(runs) == {"SGD", "Adam"}
    assert runs["SGD"]["origin"] == "tuned"
    assert runs["Adam"]["hyper"]["lr"] == 0.5
    assert runs["Adam"]["origin"] == "yours"


@pytest.mark.parametrize("room", ["sweep", "basins", "definitions", "digits"])
def test_rooms_are_opened(room: str) -> None:
    app = page(f"room={room}&scene=beale")
    assert app.session_state["room"] == room.capitalize()


def test_a_broken_link_is_told_in_one_line_and_the_rest_is_used() -> None:
    app = page("scene=beale&steps=77&start=<b>&colour=:red[x]")
    (warning,) = app.warning
    said = warning.value.replace("\\", "")
    assert "start: '<b>' is no pair of numbers" in said
    assert "'colour' is nothing that a link says" in said
    assert r"\<b\>" in warning.value
    assert sent(app)["race"]["steps"] == 77


def test_what_was_changed_since_is_in_the_link() -> None:
    app = page("")
    app.session_state["beale/adam/lr"] = 0.25
    app.session_state["beale/steps"] = 50
    app.run()
    link, _ = opened(sent(app)["race"]["link"].partition("?")[2])
    assert link.steps == 50
    assert link.opt is not None
    assert link.opt["adam"] == {"lr": 0.25}
    assert link.opt["sgd"] == {}
