"""Addresses: what is written reads back, and whatever else comes in is used as far as it can be."""

import re
import string
from typing import Any
from urllib.parse import parse_qs

import pytest
from hypothesis import given, seed, settings
from hypothesis import strategies as st

from optviz.optimizers import AdaDelta
from optviz.scenes import SCENES
from optviz.scenes.catalog import CATALOG
from optviz.spec.address import APART, MOST_STEPS, PAGES, PARTS, VIEWS, Place, read, write
from optviz.spec.race_spec import EntrantSpec, Formula, Preset, RaceSpec
from tests.support.specs import finite, specs


def opened(text: str) -> tuple[RaceSpec | None, Place, list[str]]:
    return read(parse_qs(text, keep_blank_values=True))


places = st.builds(
    Place,
    page=st.sampled_from(["", *PAGES]),
    view=st.lists(st.sampled_from(VIEWS), unique=True).map(tuple),
    t=st.none() | st.just(0) | st.just(1),
    lesson=st.sampled_from(["", "beale", "bias_correction"]),
    slide=st.none() | st.integers(1, 40),
)


@given(specs(), places)
@settings(max_examples=800, deadline=None, derandomize=True)
def test_what_is_written_reads_back(spec: RaceSpec, place: Place) -> None:
    text = write(spec, place)
    assert re.fullmatch(r"[A-Za-z0-9._~,:;*()/!'@+=&%-]*", text)
    assert opened(text) == (spec, place, [])


@given(places)
def test_a_place_alone_says_nothing_of_a_race(place: Place) -> None:
    assert opened(write(None, place)) == (None, place, [])


def test_an_address_is_short_and_can_be_read_by_people() -> None:
    adam = EntrantSpec("adam", "Adam", (("lr", 0.05),))
    spec = RaceSpec("beale", entrants=(adam, EntrantSpec("nag", "NAG")), start=(1.0, 1.5))
    text = "scene=beale&opt=adam:lr%3D0.05,nag&start=1,1.5&t=80"
    assert write(spec, Place(t=80)) == text
    assert opened(text.replace("%3D", "=")) == (spec, Place(t=80), [])
    assert write(None, Place()) == ""


def test_rules_that_were_another_rule_with_other_defaults_are_still_read() -> None:
    spec, _, problems = opened("scene=epsilon&opt=momentum,adam,adamepstenth,adamepsone:lr=1")
    assert not problems
    assert spec is not None
    scene = spec.race_scene()
    assert [each.name for each in scene.entrants] == ["Momentum", "Adam", "Adam ε 0.1", "Adam ε 1"]
    assert [each.optimizer.settings().get("eps") for each in scene.entrants[1:]] == [1e-8, 0.1, 1]
    assert scene.entrants[2] == CATALOG["epsilon"].entrants[2]
    assert scene.entrants[3].optimizer.settings()["lr"] == 1
    assert opened(write(spec, Place()))[0] == spec
    keras, _, problems = opened("opt=adadeltakeras")
    assert not problems
    assert keras is not None
    (entrant,) = keras.race_scene().entrants
    assert entrant.optimizer == AdaDelta(lr=1e-3, rho=0.95, eps=1e-7)


def test_a_rule_that_comes_again_is_named_and_may_have_a_name_of_its_own() -> None:
    spec, _, problems = opened("opt=sgd:lr=0.1,sgd,sgd~fast:lr=1")
    assert problems == []
    assert spec is not None
    assert spec.entrants is not None
    assert [each.name for each in spec.entrants] == ["SGD", "SGD 2", "fast"]
    assert write(spec, Place()) == "scene=beale&opt=sgd:lr%3D0.1,sgd,sgd~fast:lr%3D1"
    told = opened("opt=sgd,sgd~SGD")[2]
    assert told == ["opt: two entrants are called 'SGD': give each a name of its own"]
    assert "no name for an entrant" in opened("opt=sgd~")[2][0]


def test_only_what_differs_from_the_scene_is_written() -> None:
    own = SCENES["beale"]
    spec = RaceSpec("beale", start=own.start, steps=own.steps, seed=own.seed)
    assert write(spec, Place()) == "scene=beale"


@pytest.mark.parametrize("limits", [{}, {"x": (-2.0, 2.0)}, {"y": (-1.0, 3.0)}])
def test_a_formula_travels_with_its_limits(limits: dict[str, Any]) -> None:
    spec = RaceSpec(formula=Formula("(1 - x)**2 + 100*(y + x^2)**2", **limits)).differences()
    assert opened(write(spec, Place())) == (spec, Place(), [])
    surface = spec.own_scene().surface
    assert {axis: getattr(surface, f"{axis}lim") for axis in limits} == limits


@pytest.mark.parametrize(
    "text",
    [
        r"$\frac{1}{2}\theta_1^2 + \sin \theta_2,$",
        "\u00bd(w \u2212 1)\u00b2 + 3 w b",
        "f(b, w) = |b| + where(w > 0, w, -2w)",
        "x[0]**2 + x[1]",
    ],
)
def test_what_was_typed_travels_as_it_was_typed(text: str) -> None:
    spec = RaceSpec(formula=Formula(text, (-2.0, 2.0), (-1.0, 3.0))).differences()
    assert opened(write(spec, Place())) == (spec, Place(), [])


@pytest.mark.parametrize("text", ["x**2 + 3*y**2", "2 x", "sin(x) (y)", "|x| |y|", "max(x, y)"])
def test_a_blank_that_is_meant_is_told_from_a_lost_plus(text: str) -> None:
    written = APART.sub("\t", text)
    assert not APART.search(written)
    assert written.replace("\t", " ") == text


def test_one_limit_of_a_formula_is_enough() -> None:
    spec, _, problems = opened("formula=x**2%2B3*y**2%2Bsin(3*x)&x=-2,2")
    assert problems == []
    assert spec is not None
    assert spec.own_scene().surface.xlim == (-2, 2)


@pytest.mark.parametrize(
    ("text", "kept", "says"),
    [
        ("scene=bale", {}, "scene: there is no scene 'bale'; did you mean beale?"),
        ("scene=beale&steps=9e9", {"scene": "beale"}, "steps = 9000000000 is not possible"),
        ("scene=beale&steps=9.5", {"scene": "beale"}, "steps: '9.5' is no whole number"),
        ("opt=adam:lr=0,05,nag:lr=1,000", {}, "'1,000' can be read in two ways"),
        ("steps=0&seed=3", {"seed": 3}, "steps = 0 is not possible"),
        ("steps=1001", {}, "give a whole number from 1 to 1,000"),
        ("opt=adam:lr=inf", {}, "'inf' is no finite number"),
        ("opt=adam:lr=-1", {}, "Adam: lr = -1.0 is not possible"),
        ("opt=adam:lr=1:lr=2", {}, "a setting of 'Adam' is there twice: give it once"),
        ("opt=adam:lr=-1&seed=-1&steps=9", {"steps": 9}, "seed: seed = -1 is not possible"),
        ("opt=adam:beta=1", {}, "there is no setting of adam 'beta'; did you mean beta"),
        ("opt=adm", {}, "there is no optimizer 'adm'; did you mean adam?"),
        ("start=1", {}, "start: '1' is not a pair: give two numbers"),
        ("start=1e200,1e200", {}, "start nearer"),
        ("start=nan,1", {}, "'nan' is no finite number"),
        ("scene=beale&batch=5", {"scene": "beale"}, "Beale's function has no minibatches"),
        ("scene=beale&parameter=5", {"scene": "beale"}, "has no parameter to change"),
        ("scene=ill_conditioned&parameter=0", {"scene": "ill_conditioned"}, "condition = 0"),
        ("t=500", {}, "t = 500 is after the last step"),
        ("t=500&steps=500", {"t": 500, "steps": 500}, ""),
        ("preset=rate", {}, "preset=rate needs a learning rate"),
        ("formula=x**y*z", {}, "`z` at column 6 is a third name"),
        ("formula=__import__('os')", {}, "at column 1"),
        ("x=1,2", {}, "x is without meaning where there is no formula"),
        ("formula=x*x%2By*y&x=2,1", {}, "give two finite numbers, the lower one first"),
        ("colour=red", {}, "'colour' is nothing that a link says"),
        ("sceen=beale", {}, "'sceen' is nothing that a link says; did you mean scene?"),
        ("seed=1&seed=2", {"seed": 2}, "seed is there 2 times; the last one counts"),
        ("preset=tuned&second=yes", {"preset": Preset("tuned")}, "'yes' is neither 0 nor 1"),
        ("rate=0.1", {}, "rate is without meaning without preset=rate"),
        ("second=1&best=mean", {}, "best is without meaning without preset=tuned"),
        ("scene=beale&fbclid=I&utm_source=a&gclid=b&ref=c", {"scene": "beale"}, ""),
        ("formula=x**2+y**2", {}, "one may be lost in 'x**2 y**2': write %2B for +, or * for a"),
        ("formula=sin(x)+(y)", {}, "write %2B for +"),
        ("formula=x**2+-y**2", {"formula": Formula("x**2 -y**2")}, ""),
        ("start=0,5;-1/2", {"start": (0.5, -0.5)}, ""),
        ("opt=Adam", {"entrants": (EntrantSpec("adam", "Adam"),)}, ""),
        ("view=above,side", {}, "there is no view 'side'"),
        ("seed=١٢", {}, "'١٢' is no whole number"),
        ("room=", {}, ""),
    ],
)
def test_what_can_be_read_is_used_and_the_rest_is_named(
    text: str, kept: dict[str, Any], says: str
) -> None:
    spec, place, problems = opened(text)
    at = kept.pop("t", None)
    assert (spec, place) == (RaceSpec(**kept) if kept else None, Place(t=at))
    assert (says in " ".join(problems)) if says else not problems


def test_parts_that_are_not_possible_together_are_told() -> None:
    spec, _, problems = opened("preset=rate&rate=0.5&opt=adam&steps=30")
    assert (spec is not None, problems) == (True, [])
    spec, _, problems = opened("scene=noisy_quadratic&batch=400&start=0,0&preset=tuned&best=steps")
    assert (spec is not None, problems) == (True, [])
    assert spec is not None
    assert spec.preset.threshold is not None


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
names = st.sampled_from([*PARTS, "other", ""])
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


@pytest.mark.parametrize("chunk", range(4))
def test_ten_thousand_addresses_are_read_or_named(chunk: int) -> None:
    """Nothing raises; what is found can be raced; what is not is said shortly and printably."""

    @seed(chunk)
    @given(st.dictionaries(names, st.lists(texts, max_size=3), max_size=8))
    @settings(max_examples=2_500, deadline=None, database=None)
    def check(query: dict[str, list[str]]) -> None:
        spec, place, problems = read(query)
        if spec is not None:
            assert spec.formula is not None or spec.scene in CATALOG
            assert spec.steps is None or 1 <= spec.steps <= MOST_STEPS
            spec.own_scene()
        write(spec, place)
        for sentence in problems:
            assert len(sentence) < 400
            assert "\n" not in sentence
            assert sentence.replace("\u202e", "").isprintable()

    check()
