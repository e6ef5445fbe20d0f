"""A race as JSON: what is written reads back, and nothing unknown is passed over."""

import json

import pytest
from hypothesis import given, settings

from optviz.schedules import Piecewise
from optviz.spec.json import from_json, to_json
from optviz.spec.race_spec import EntrantSpec, Formula, RaceSpec
from tests.support.specs import specs

ADAM = '{"entrants": [{"rule": "adam", "name": "A", "settings": {"lr": %s}}]}'


@given(specs())
@settings(max_examples=300, deadline=None)
def test_what_is_written_reads_back(spec: RaceSpec) -> None:
    assert from_json(to_json(spec)) == spec


def test_it_is_short() -> None:
    adam = EntrantSpec("adam", "Adam", (("lr", 0.05),))
    said = json.loads(to_json(RaceSpec("beale", entrants=(adam,), start=(1.0, 1.5))))
    assert said == {
        "scene": "beale",
        "entrants": [{"rule": "adam", "name": "Adam", "settings": {"lr": 0.05}}],
        "start": [1.0, 1.5],
    }


def test_a_setting_that_changes_travels() -> None:
    (adam,) = from_json(ADAM % '{"first": 0.1, "changes": [[40, 0.05]]}').entrants or ()
    assert adam.settings == (("lr", Piecewise(0.1, {40: 0.05})),)


def test_formulas_travel() -> None:
    spec = RaceSpec(formula=Formula("x**2 + 3*y**2", y=(-1.0, 2.0)))
    assert from_json(to_json(spec)) == spec


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{", "no JSON"),
        ("[1]", "a race is a JSON object"),
        ('{"sceen": "beale"}', "a race has no 'sceen'; did you mean scene"),
        ('{"start": 3}', "give two numbers"),
        ('{"start": [1, true]}', "give two numbers"),
        ('{"steps": "9"}', "steps = '9'"),
        ('{"entrants": 3}', "entrants is no list"),
        ('{"entrants": [3]}', "an entrant is a JSON object"),
        ('{"entrants": [{"rule": "adam"}]}', "needs a rule and a name"),
        ('{"entrants": [{"rule": "adam", "name": "A", "settings": 3}]}', "object of numbers"),
        ('{"entrants": [{"rule": "adam", "name": "A", "settings": {"lr": "x"}}]}', "lr = 'x'"),
        (ADAM % '{"first": 1}', "is written as in"),
        (ADAM % '{"first": 1, "changes": 3}', "is written as in"),
        (ADAM % '{"first": 1, "changes": [[4, "x"]]}', "lr = 'x'"),
        (ADAM % '{"first": 1, "at": 3}', "is written as in"),
        ('{"preset": {"kind": "rates"}}', "no settings 'rates'"),
        ('{"formula": {"text": "x*"}}', "missing"),
        ('{"formula": {"y": [1, 2]}}', "a formula needs its text"),
        ("[" * 100_000, "no JSON"),
        ('{"steps": 5, "steps": 9}', "'steps' is there 2 times"),
        ('{"start": [NaN, 1]}', "'NaN' is no finite number"),
        ('{"start": [1e400, 1]}', "too large"),
        ('{"preset": {"kind": "rate", "rate": 1e-400}}', "nearer to 0 than any float"),
        ('{"preset": {"kind": "rate", "rate": "0,05"}}', "lr = '0,05'"),
        ('{"scene": null}', "'None' is no scene: give the name of one"),
        ('{"scene": "Beale"}', "no scene 'Beale'; did you mean beale"),
        ('{"entrants": [{"rule": 3, "name": "A"}]}', "'3' is no optimizer"),
        ('{"parameter": "3", "scene": "ill_conditioned"}', "condition = '3'"),
    ],
)
def test_what_is_no_race_is_refused_in_a_sentence(text: str, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        from_json(text)
