"""Recipes: what makes a file again, as JSON, as a command and as Python, to the last byte."""

import json
import shlex
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optviz import words
from optviz.__main__ import main
from optviz.cli.commands import parser
from optviz.export import FilmOptions, StillOptions
from optviz.export.formats import Request, request_for, write
from optviz.export.options import Options
from optviz.export.recipe import Recipe, command, from_json, python, to_json
from optviz.export.recipe.command import arguments
from optviz.export.recipe.content import GROUPS, KIND_OF
from optviz.export.recipe.made import BasinMap, ManySeeds, OneRace
from optviz.export.recipe.recipe import recipe_of
from optviz.export.recipe.swept import PairSweep, RateSweep
from optviz.export.recipe.values import chosen as chosen_of
from optviz.optimizers import SGD, Adam
from optviz.pictures.bundle.composition import BundleOptions
from optviz.pictures.composition import PictureOptions
from optviz.pictures.figure_style import Style
from optviz.pictures.race.composition import RaceOptions
from optviz.pictures.sweep.composition import SweepOptions
from optviz.race import race
from optviz.scenes import SCENES
from optviz.scenes.catalog import CATALOG
from optviz.schedules import Cosine, Own, Piecewise, Warmup
from optviz.spec.data import Data
from optviz.spec.race_spec import EntrantSpec, Formula, Preset, RaceSpec
from optviz.studies.basins import basins
from optviz.studies.sweep import learning_rate_sweep, pair_sweep
from surfaces import SURFACES, Surface
from surfaces.data.table import table

SMALL = (300, 240)
SHORT = RaceSpec("beale", steps=3)


@dataclass(frozen=True)
class Case:
    """A file: what is raced, what is made of it, in which format, with which options."""

    race: RaceSpec
    suffix: str
    options: tuple[Options, ...] = ()
    made: Any = OneRace()  # noqa: RUF009, it is frozen


# Every field of every group of options is chosen in one of these, as the first test demands.
CASES = {
    "a picture": Case(
        SHORT,
        "png",
        (
            RaceOptions(
                title="It's $2^n$ & --more",
                size=(640, 480),
                theme="dark",
                views=("space", "above"),
                chart="loss",
                camera=(10.5, -20.0),
                cloud="disc:50",
            ),
            StillOptions(step=2),
        ),
    ),
    "a film": Case(
        SHORT,
        "gif",
        (
            RaceOptions(size=SMALL, views=("space",), title=""),
            FilmOptions(fps=10, speed=5.5, easing="smooth", hold=0.5, poster=0, loop=2, turn=-30),
        ),
    ),
    "another film": Case(
        SHORT,
        "gif",
        (RaceOptions(size=SMALL, dpi=100), FilmOptions(frames=3, duration=2.5, max_bytes="90KB")),
    ),
    "a style": Case(
        SHORT,
        "png",
        (
            RaceOptions(
                size=(640, 480),
                style=Style(
                    language="de",
                    legend="below",
                    notes="none",
                    label={"Adam": "A's = \u03b2"},
                    colour={"Adam": "#cc0000"},
                    dash={"SGD": (3.5, 1.0)},
                    marker={"NAG": "plus"},
                    levels=4,
                    colours="Greens",
                    minima=False,
                    trails="dots",
                    xlim=(-1, 4.5),
                    ylim=(-2.5, 2.5),
                    equal=True,
                ),
            ),
        ),
    ),
    "a figure": Case(
        SHORT, "svg", (RaceOptions(size="85x60mm", dpi=200), StillOptions(text="paths"))
    ),
    "a paper": Case(SHORT, "pdf", (RaceOptions(size="ieee-column"), StillOptions(step=1))),
    "seeds": Case(
        RaceSpec("noisy_moons", steps=2),
        "png",
        (BundleOptions(chart="none", size=SMALL),),
        ManySeeds(seeds="3,7-8"),
    ),
    "a sweep": Case(
        SHORT,
        "png",
        (SweepOptions(measure="steps", current=False, size=SMALL),),
        RateSweep(rates=(1e-3, 0.1), threshold=20.0),
    ),
    "its end": Case(SHORT, "csv", (SweepOptions(measure="final"),), RateSweep(threshold=20.0)),
    "a heat map": Case(
        RaceSpec("beale", steps=3, entrants=(EntrantSpec("adam", "A", (("eps", 1e-3),)),)),
        "png",
        (SweepOptions(size=SMALL),),
        PairSweep(x="lr", y="beta1", cells=(4, 3), y_range=(0.3, 0.9)),
    ),
    "basins": Case(
        RaceSpec("himmelblau", steps=3), "png", (PictureOptions(size=SMALL, title="Täler 谷"),),
        BasinMap(starts=(6, 4), radius=0.25),
    ),
}  # fmt: skip
RACES = {
    "scene": RaceSpec("saddle_point", steps=4, start=(0.001, -2 / 3)),
    "formula": RaceSpec(formula=Formula("x^2 + 3*y^2", (-2.0, 3.0), (-1, 1)), steps=3),
    "parameter": RaceSpec("ill_conditioned", parameter=70.5, steps=3),
    "minibatches": RaceSpec("noisy_moons", batch=7, seed=4, steps=3),
    "one rate": RaceSpec("beale", preset=Preset("rate", rate=0.01), steps=3),
    "defaults": RaceSpec("beale", preset=Preset("defaults"), steps=3),
    "schedules": RaceSpec(
        "beale",
        steps=9,
        entrants=(
            EntrantSpec("sgd", "slow: 1,2~%", (("lr", Piecewise(1e-3, {4: 1 / 3})),)),
            EntrantSpec("sgd", "SGD", (("lr", Warmup(3) | Cosine(0.01, 5)),)),
            EntrantSpec("adam-clipnorm", "Adam", (("beta1", 0.8), ("lr", 0.1))),
        ),
    ),
}


@cache
def request_of(case: Case) -> Request:
    return request_for(
        case.made.subject(case.race.race_scene()), case.suffix, *case.options, spec=case.race
    )


def recipe_in(request: Request) -> Recipe:
    assert isinstance(request.recipe, Recipe), request.recipe
    return request.recipe


def bytes_of(request: Request, path: Path) -> bytes:
    write(request, path, lambda done, total: None)
    return path.read_bytes()


def again(recipe: Recipe, suffix: str) -> Request:
    return request_for(recipe.subject(), suffix, *recipe.options, spec=recipe.race)


def option_classes() -> Iterator[type]:
    yield from {kind.options for kind in KIND_OF.values()}
    yield from (group for name, group in GROUPS.items() if name != "picture")


def test_every_option_is_in_a_case() -> None:
    groups = [group for case in CASES.values() for group in case.options]
    groups += [group.style for group in groups if isinstance(group, PictureOptions)]
    chosen = {name for group in groups for name in chosen_of(group)}
    chosen |= {"measure"}  # "final" is its default, which a threshold changes on the command line
    assert chosen == {each.name for group in option_classes() for each in fields(group)}
    kinds = {case.made.name for case in CASES.values()}
    assert kinds == KIND_OF.keys()
    raced = {
        each.name
        for spec in RACES.values()
        for each in fields(spec)
        if getattr(spec, each.name) != getattr(RaceSpec(), each.name)
    }
    assert raced == {each.name for each in fields(RaceSpec)} - {"data"}


@pytest.mark.parametrize("name", CASES)
def test_a_recipe_makes_the_same_bytes_again(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    case = CASES[name]
    request = request_of(case)
    made = bytes_of(request, tmp_path / f"it.{case.suffix}")
    recipe = recipe_in(request)
    assert from_json(to_json(recipe)) == recipe
    assert (
        bytes_of(again(from_json(to_json(recipe)), case.suffix), tmp_path / f"a.{case.suffix}")
        == made
    )
    line = shlex.split(command(recipe, f"b 1.{case.suffix}"))
    assert line[0] == "optviz"
    assert main([*line[1:], "--quiet"]) == 0
    assert (tmp_path / f"b 1.{case.suffix}").read_bytes() == made
    exec(python(recipe, f"c.{case.suffix}"), {})
    assert (tmp_path / f"c.{case.suffix}").read_bytes() == made


@pytest.mark.parametrize("name", RACES)
def test_every_word_for_a_race_makes_the_same_numbers_again(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    request = request_of(Case(RACES[name], "json"))
    made, recipe = bytes_of(request, tmp_path / "it.json"), recipe_in(request)
    assert from_json(to_json(recipe)) == recipe
    assert bytes_of(again(from_json(to_json(recipe)), "json"), tmp_path / "a.json") == made
    assert main([*arguments(recipe, "b.json"), "--quiet"]) == 0
    assert (tmp_path / "b.json").read_bytes() == made
    exec(python(recipe, "c.json"), {})
    assert (tmp_path / "c.json").read_bytes() == made


@given(title=st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1))
def test_any_title_comes_through_a_shell(title: str) -> None:
    recipe = Recipe(race=SHORT)
    object.__setattr__(recipe, "options", (titled(title),))
    _, *given_back = shlex.split(command(recipe, "-a.png"))
    options = parser().parse_args(given_back)
    assert options.title == title
    assert options.file == Path("./-a.png")


def titled(title: str) -> RaceOptions:
    """Options with a title, whatever fonts there are here."""
    found = RaceOptions()
    object.__setattr__(found, "title", title)
    return found


@pytest.mark.parametrize("key", list(CATALOG)[::6])
def test_what_is_made_of_a_scene_in_python_is_recognized(key: str) -> None:
    assert recipe_of(CATALOG[key], ()).race == RaceSpec(key)
    short = RaceSpec(key, steps=3)
    assert recipe_of(short.race_scene(), ()).race == short


def test_studies_are_recognized_with_what_they_were_made_of() -> None:
    spec = RaceSpec(
        "ill_conditioned", steps=3, parameter=70.5, entrants=(EntrantSpec("sgd", "SGD"),)
    )
    surface, entrants, start, steps, seed = spec.race_scene().conditions
    *_, sweep = learning_rate_sweep(surface, entrants, start, steps, seed)
    assert recipe_of(sweep, ()) == Recipe(race=spec, made=RateSweep())
    *_, map_ = basins(surface, entrants, (4, 5), steps, seed)
    assert recipe_of(map_, ()) == Recipe(race=spec, made=BasinMap(starts=(5, 4)))


def test_a_race_by_the_name_of_its_scene_is_drawn_again_as_it_was(tmp_path: Path) -> None:
    run = race("saddle_point", steps=3)  # whose scene has two views and a title of its own
    request = request_for(run, "png", PictureOptions(size=SMALL))
    made = bytes_of(request, tmp_path / "it.png")
    assert bytes_of(again(recipe_in(request), "png"), tmp_path / "a.png") == made


def rate(k: Any) -> Any:
    """A schedule of one's own."""
    return 0.1 + 0 * k


def own_surface() -> Surface:
    return replace(
        SURFACES["beale"], name="Mine", loss=lambda x, y: x**2 + y**2, gradient=None, residuals=None
    )


def private() -> RaceSpec:
    found = table("size,price\n1,2\n2,4.1\n3,5.9\n4,8.2\n")
    return RaceSpec(data=Data(found, ("size",), "price"), steps=2)


CHANGING: Any = Piecewise(Own(rate), ())
OWN_RATE: Any = SGD(lr=CHANGING)
NO_RECIPE: list[tuple[Any, str]] = [
    (lambda: race(own_surface(), [SGD()], (1, 1), 2), "Mine is no scene's surface"),
    (lambda: race("beale", [Adam(lr=0.123)], steps=2), "where the settings come from is not as"),
    (lambda: race("beale", OWN_RATE, steps=2), "a function of the step cannot be written"),
    (lambda: race("beale", [SGD()], [(1, 1), (2, 2)], 2), "a race of many starts has no recipe"),
    (lambda: private().race_scene(), "private data are in no recipe"),
    (
        lambda: [*learning_rate_sweep(SURFACES["beale"], SGD(), rates=[0.1, 0.3, 0.4])][-1],
        "a sweep of learning rates of your own has no recipe",
    ),
    (
        lambda: [*basins(SURFACES["beale"], [SGD()], (2, 2), 2, minima=[(1, 1)])][-1],
        "minima of your own",
    ),
    (
        lambda: [
            *pair_sweep(
                SURFACES["beale"], Adam(), {"beta1": [0.1, 0.5, 0.6], "lr": [0.1, 0.2]}, steps=2
            )
        ][-1],
        "values of .* of your own has no recipe",
    ),
]


@pytest.mark.parametrize(
    ("make", "says"), NO_RECIPE, ids=lambda each: "" if callable(each) else each
)
def test_what_has_no_spelling_says_so_and_is_written_all_the_same(
    make: Any, says: str, tmp_path: Path
) -> None:
    request = request_for(make(), "png", PictureOptions(size=SMALL))
    with pytest.raises(ValueError, match=says):
        raise ValueError(request.recipe)
    assert b'"version"' not in bytes_of(request, tmp_path / "it.png")


def test_private_data_are_in_no_metadata(tmp_path: Path) -> None:
    spec = private()
    for suffix in ("png", "svg", "pdf"):
        request = request_for(spec.race_scene(), suffix, spec=spec)
        data = bytes_of(request, tmp_path / f"it.{suffix}")
        assert b'"version"' not in data
        assert b"5.9" not in data.split(b"</metadata>")[0]


def test_settings_tuned_for_steps_have_no_command_but_python() -> None:
    spec = RaceSpec("beale", preset=Preset("tuned", objective="steps", threshold=1.0))
    with pytest.raises(ValueError, match="tuned for another goal than the final loss"):
        command(Recipe(race=spec), "a.png")
    assert "objective='steps', threshold=1.0" in python(Recipe(race=spec), "a.png")


def test_a_scene_as_it_is_needs_few_words() -> None:
    recipe = recipe_of(SCENES["beale"], (RaceOptions(),))
    assert json.loads(to_json(recipe)) == {"version": 1, "kind": "race", "race": {"scene": "beale"}}
    assert command(recipe, "beale.gif") == "optviz export beale beale.gif"
    code = ["from optviz import SCENES, export", "", 'scene = SCENES["beale"]']
    assert python(recipe, "beale.gif").splitlines() == [*code, "export(scene, 'beale.gif')"]


HOSTILE: list[tuple[Any, str]] = [
    ("[" * 50_000, "the recipe is no JSON"),
    ('{"version": 1, "version": 1}', "is there 2 times"),
    ("7", "the recipe says no version"),
    ({"version": True}, "the recipe says no version"),
    ({"version": 2}, "version 2, and this optviz reads 1: install a newer one"),
    ({"kind": "shell"}, "'shell' is no kind of recipe"),
    ({"run": "rm"}, "a recipe has no 'run'"),
    ({"race": {"scene": "../../etc/passwd"}}, "there is no scene"),
    ({"race": {"scene": "beale", "steps": 10**9}}, "steps"),
    ({"race": {"scene": "beale", "steps": 1e99}}, "steps"),
    ({"race": {"formula": {"text": "__import__('os')"}}}, "column 1"),
    ({"race": {"formula": {"text": "x" * 90_000}}}, "character|long"),
    ({"race": {"scene": "beale", "start": [1, 2, 3]}}, "give two numbers"),
    ({"race": {"entrants": [{"rule": "sgd", "name": str(k)} for k in range(99)]}}, "too many"),
    ({"picture": {"size": [10**6, 10**6]}}, "width"),
    ({"picture": {"size": [800]}}, "size"),
    ({"picture": {"title": ["a"]}}, "title = .* is no value for it in a recipe"),
    ({"picture": {"file": "/etc/passwd"}}, "picture has no 'file'"),
    ({"picture": {"style": {"language": "/etc/words.toml"}}}, "one of the languages de, en"),
    ({"film": {"fps": "__import__"}}, "fps = .* is no value"),
    ({"still": {"step": 1.5}}, "step = .* is no value"),
    ({"kind": "seeds", "values": {"seeds": "9999999999"}}, "seeds"),
    ({"kind": "seeds"}, "no recipe of the kind seeds"),
    ({"kind": "basins", "values": {"starts": [10**9, 2]}}, "starts"),
    ({"kind": "heatmap", "values": {"x": "lr", "y": "mu", "cells": [10**6, 10**6]}}, "cells"),
    ({"kind": "sweep", "values": {"rates": [-1, 2]}}, "rates"),
    (" " * 200_000, "more than 100,000"),
]


@pytest.mark.parametrize(("said", "says"), HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_recipe_is_refused_in_a_sentence_before_anything_is_computed(
    said: Any, says: str
) -> None:
    text = said if isinstance(said, str) else json.dumps({"version": 1, "kind": "race"} | said)
    with pytest.raises(ValueError, match=says) as refused:
        from_json(text)
    assert len(str(refused.value)) < 400
    assert "\n" not in str(refused.value)


def test_words_of_an_own_file_are_in_no_recipe(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_bytes((Path(words.__file__).parent / "de.toml").read_bytes())
    given = request_for(SCENES["beale"], "png", RaceOptions(style=Style(language=str(own))))
    assert given.recipe == "words of a file of yours are in no recipe, nor is its path"
    assert not given.recipe_text
