"""The kinds of pictures: all of them are listed, and what each says of itself fits together."""

import pickle
from dataclasses import fields
from importlib import import_module
from pathlib import Path

import pytest

from optviz import pictures
from optviz.export import FORMATS, FilmOptions, StillOptions
from optviz.pictures.kind import Kind
from optviz.pictures.kinds import KINDS

every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.called)


def test_the_kinds_of_every_folder_are_listed_once() -> None:
    folders = sorted(path.parent.name for path in Path(pictures.__path__[0]).glob("*/kind.py"))
    modules = [import_module(f"optviz.pictures.{folder}.kind") for folder in folders]
    found = [{each.called for each in vars(one).values() if type(each) is Kind} for one in modules]
    assert all(found)
    called = [kind.called for kind in KINDS]
    assert set().union(*found) == set(called)
    assert len(set(called)) == len(called)


@every_kind
def test_a_kind_has_formats_and_options_that_there_are(kind: Kind) -> None:
    assert kind.costs.keys() <= FORMATS.keys()
    assert kind.data.keys() == {each for each in kind.costs if not FORMATS[each].drawn}
    assert kind.turning_costs.keys() <= kind.costs.keys()
    options = {each.name for each in fields(kind.options)}
    assert all(set(each.options) <= options for each in kind.data.values())
    names = {each.name for group in (FilmOptions, StillOptions) for each in fields(group)}
    assert kind.motion <= names
    films = {each for each in kind.costs if FORMATS[each].moving}
    assert bool(kind.motion) == bool(films)
    assert ("turn" in kind.motion) == bool(kind.turning_costs) == (kind.turns is not None)


@every_kind
def test_a_kind_travels_to_another_process(kind: Kind) -> None:
    again = pickle.loads(pickle.dumps(kind))
    assert (again.called, again.draw, again.costs) == (kind.called, kind.draw, kind.costs)
    assert again.data.keys() == kind.data.keys()
