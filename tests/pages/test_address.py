"""The page and its address: what is opened, and what is written."""

from urllib.parse import parse_qs, unquote

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from optviz.app.script import SCRIPT as APP
from optviz.scenes import SCENES
from optviz.scenes.beginnings import newcomer
from optviz.spec.address import Place, read, write
from optviz.spec.race_spec import EntrantSpec, RaceSpec
from tests.support.messages import sent
from tests.support.optimizers import built
from tests.support.patience import PATIENCE


def opened(text: str) -> tuple[RaceSpec | None, Place, list[str]]:
    return read(parse_qs(text, keep_blank_values=True))


def page(query: str) -> AppTest:
    app = AppTest.from_file(str(APP), default_timeout=PATIENCE)
    for name, values in parse_qs(query, keep_blank_values=True).items():
        app.query_params[name] = values
    app.run()
    assert not app.exception
    return app


def test_opening_a_link_gives_the_same_race() -> None:
    app = page("scene=long_valley&opt=adam:lr=0.07,nadam&start=0.1,0.2&steps=40&t=12&view=space")
    race = sent(app)["race"]
    own = SCENES["long_valley"]
    nadam = newcomer(own.entrants, own.rules["nadam"]).optimizer.settings()
    adam = next(each for each in own.conditions.optimizers if type(each).__name__ == "Adam")
    wanted = {"adam": adam.settings() | {"lr": 0.07}, "nadam": nadam}
    expected = own.changed(built(own, wanted), (0.1, 0.2), 40, own.seed).race()
    for run, true in zip(race["runs"], expected, strict=True):
        np.testing.assert_array_equal(run["x"], true.x)
    assert race["at"] == 12
    assert race["views"] == ["space"]
    again, place, problems = opened(race["link"].partition("?")[2])
    assert not problems
    assert place == Place()
    assert again
    assert again.entrants == (
        EntrantSpec("adam", "Adam", (("lr", 0.07),)),
        EntrantSpec("nadam", "Nadam"),
    )
    assert (again.scene, again.start, again.steps) == ("long_valley", (0.1, 0.2), 40)


def site_link(query: str) -> tuple[list[str], list[str]]:
    """Where the Link panel leads to, and what it says below."""
    app = AppTest.from_file(str(APP), default_timeout=PATIENCE)
    for name, values in parse_qs(query, keep_blank_values=True).items():
        app.query_params[name] = values
    app.session_state["link/open"] = True
    app.run()
    assert not app.exception
    links = [each.proto.url for each in app.get("link_button")]
    return links, [each.value for each in app.caption if each.value.startswith("Not on the site")]


def test_the_link_panel_leads_to_the_site(monkeypatch: pytest.MonkeyPatch) -> None:
    assert site_link("scene=beale&steps=33") == ([], [])
    monkeypatch.setenv("OPTVIZ_SITE", "https://example.org/optimizers")
    base = "https://example.org/optimizers/"
    for query, path in {
        "scene=beale&steps=33": "races/beale.html#steps=33",
        "room=sweep&scene=beale": "races/beale.html",
        "room=definitions": "definitions.html",
        "room=lessons&lesson=beale&page=2": "lessons/beale.html#slide=2",
        "room=digits": None,
    }.items():
        assert site_link(query) == ([base + path] if path else [], [])
    formula = "a formula is computed by the app, so it has no page without one"
    assert site_link("formula=x*x%2By*y") == ([], [f"Not on the site: {formula}."])


def test_an_address_of_a_site_that_is_none_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPTVIZ_SITE", "javascript:alert(1)")
    links, said = site_link("scene=beale")
    assert not links
    wrong = "OPTVIZ_SITE javascript:alert(1): give an address with http:// or https://"
    assert [each.replace("`", "") for each in said] == [f"Not on the site: {wrong}."]


def test_a_link_has_the_steps_at_which_playback_stops() -> None:
    app = page("scene=beale&steps=50&stops=40,12,40,77")
    assert sent(app)["race"]["stops"] == [12, 40]
    assert "77 is after the last step" in app.warning[0].value
    _, place, problems = opened("stops=7,3")
    assert (place.stops, problems) == ((3, 7), [])
    assert write(None, place) == "stops=3,7"
    for wrong in ("stops=x", "stops=3,,4", "stops=-1", "stops=" + ",".join(map(str, range(21)))):
        _, place, problems = opened(wrong)
        assert not place.stops
        assert len(problems) == 1


def test_a_link_opens_a_cloud() -> None:
    assert sent(page("scene=beale&cloud=disc:200"))["race"]["cloud"] == "disc:200"
    _, place, problems = opened("cloud=picture:1000")
    assert (place.cloud, problems) == ("picture:1000", [])
    assert write(None, place) == "cloud=picture:1000"
    for wrong in ("cloud=ring:50", "cloud=disc", "cloud=disc:51", "cloud=disc:x", "cloud=:50:2"):
        _, place, problems = opened(wrong)
        assert not place.cloud
        assert len(problems) == 1


def test_a_link_opens_seeds() -> None:
    app = page("scene=noisy_moons&seeds=5-7,9")
    assert sent(app)["race"]["seeds"] == [5, 6, 7, 9]
    assert not app.warning
    for text, seeds in {"seeds=20": range(20), "seeds=7-7": [7], "seeds=9,3-4": [9, 3, 4]}.items():
        _, place, problems = opened(f"scene=noisy_moons&{text}")
        assert (place.seeds, problems) == (tuple(seeds), [])
        assert write(None, place) == text


@pytest.mark.parametrize(
    ("query", "words"),
    {
        "scene=noisy_moons&seeds=x": "seeds: 'x' is no whole number",
        "scene=noisy_moons&seeds=3-": "seeds: '3-' is no seed: give how many, as in 20, or which",
        "scene=noisy_moons&seeds=201": "seeds: how many seeds = 201 is not possible: give a whole",
        "scene=noisy_moons&seeds=0-200": "seeds: 201 seeds are more than 200: give fewer",
        "scene=noisy_moons&seeds=1,1": "seeds: seed 1 is given twice: leave one of them out",
        "scene=beale&seeds=20": "Beale's function has no minibatches, so seeds change nothing",
        "lesson=noise&seeds=20": "seeds: a lesson has no room for the races of many seeds",
    }.items(),
)
def test_seeds_that_a_link_cannot_have_are_named(query: str, words: str) -> None:
    _, place, (problem,) = opened(query)
    assert not place.seeds
    assert words in problem


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
    assert app.session_state["page"] == room


def test_entrants_of_one_rule_are_opened_and_written() -> None:
    app = page("opt=sgd,sgd~fast:lr=0.02,adam&steps=20")
    runs = sent(app)["race"]["runs"]
    assert [run["name"] for run in runs] == ["SGD", "fast", "Adam"]
    assert runs[1]["hyper"]["lr"] == 0.02
    written = unquote(sent(app)["race"]["link"])
    assert written.endswith("opt=sgd,sgd~fast:lr=0.02,adam&steps=20")


def test_one_limit_of_a_formula_is_enough() -> None:
    app = page("formula=x**2%2B3*y**2%2Bsin(3*x)&x=-2,2")
    assert sent(app)["surface"]["xlim"] == [-2, 2]
    assert not app.warning


def test_a_broken_link_is_told_in_one_line_and_the_rest_is_used() -> None:
    app = page("scene=beale&steps=77&start=<b>&colour=:red[x]")
    (warning,) = app.warning
    said = warning.value
    assert "start: '<b>' is not a pair: give two numbers" in said
    assert "'colour' is nothing that a link says" in said
    assert warning.value.count("`") == 2  # nothing in it is read as Markdown
    assert sent(app)["race"]["steps"] == 77


def test_what_was_changed_since_is_in_the_link() -> None:
    app = page("")
    app.session_state["beale/adam/lr"] = 0.25
    app.session_state["beale/steps"] = 50
    app.run()
    spec, _, _ = opened(sent(app)["race"]["link"].partition("?")[2])
    assert spec
    assert spec.steps == 50
    changed = {each.name: dict(each.settings) for each in spec.entrants or ()}
    assert changed["Adam"] == {"lr": 0.25}
    assert changed["SGD"] == {}


# Parts that are possible, but not here or not together, and what is said of them.
MIXED = {
    "scene=beale&view=samples": "view: Beale's function has no samples to show",
    "scene=beale&view=space,samples&t=3": "no samples to show",
    "formula=x**2%2By**2&view=samples": "no samples to show",
    "formula=sqrt(x-1000)&x=1000,2000&start=0,0": "start elsewhere",
    "formula=sqrt(x-1000)&x=1,2": "no finite value",
    "formula=x&x=-1e308,1e308": "too far out",
    "formula=x&x=0,1e-320": "lay them apart",
    "formula=x*y&scene=beale": "scene is without meaning where there is a formula",
    "formula=1/0*x&x=1000,2000&y=-1,1": "formula: ",
    "scene=ill_conditioned&parameter=1e9&steps=7": "parameter: ",
    "scene=nope&formula=x&x=1,1&lesson=nope&room=nope": "scene: ",
    "start=http://a.example&opt=:material/home:&seed=->": "'http://a.example' is not a pair",
}


@pytest.mark.parametrize("query", MIXED)
def test_what_is_not_possible_is_named_and_the_page_stands(query: str) -> None:
    app = page(query)
    assert MIXED[query] in app.warning[0].value
    assert sent(app)["race"]["runs"]
    assert "samples" not in sent(app)["race"]["views"]
    app.run()
    assert not app.exception


def test_of_parts_that_are_not_possible_together_the_later_one_is_left_out() -> None:
    query = "scene=ill_conditioned&start=3e152,3e152&steps=7"
    assert not opened(query)[2]
    assert not opened("scene=ill_conditioned&parameter=10000")[2]
    spec, _, (problem,) = opened(f"{query}&parameter=10000")
    assert spec == RaceSpec("ill_conditioned", parameter=10_000, steps=7)
    assert problem.startswith("start: start = (3e+152, 3e+152) is too far out")
