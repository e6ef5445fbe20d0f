"""Our rules beside torch's, optax's and Keras's, as recorded by tests/references/record.py."""

import json

import numpy as np
import pytest

from optviz.optimizers import OPTIMIZERS, Array
from optviz.variants import VARIANTS
from tests.references.compare import (
    AGREEMENT,
    LIMITS,
    about_of,
    agreement,
    differences,
    recorded,
    table,
    too_far,
)

SURFACES = 5
DESCENDED = 3

# What each library lacks or defines so that no setting makes it ours.
LACKING = {
    "torch": {"lion", "adabelief", "yogi", "adamepshat", "rmspropepsinside"},
    "optax": {"amsgrad", "lazyadam", "adamepshat"},
    "keras": {"radam", "adabelief", "yogi", "lazyadam"},
}


@pytest.fixture(params=LACKING)
def record(request: pytest.FixtureRequest) -> dict[str, Array]:
    return dict(recorded()[request.param])


@pytest.mark.parametrize("library", LACKING)
def test_every_rule_that_a_library_has_is_recorded(library: str) -> None:
    everything = {*OPTIMIZERS, *VARIANTS} - {"adamuncorrected"}
    about = about_of(recorded()[library])
    assert about["optimizers"].keys() == everything - LACKING[library]
    assert about["steps"] == 500
    assert len(about["starts"]) == SURFACES


@pytest.mark.parametrize(("kind", "limit"), [("given", 1e-12), ("own", 1e-10)])
def test_our_rules_take_the_libraries_steps(
    record: dict[str, Array], kind: str, limit: float
) -> None:
    found = {key: each for key, each in differences(record) if key.endswith(kind)}
    rules = len(about_of(record)["optimizers"])
    assert len(found) == (SURFACES * rules if kind == "given" else DESCENDED * 5)
    assert LIMITS[kind] == limit
    assert not too_far(found)


def test_the_table_is_that_of_the_records() -> None:
    """Its numbers are a few roundings, of which another machine may make others."""
    written = json.loads(AGREEMENT.read_text(encoding="utf-8"))
    found = agreement(recorded())
    for name, row in found["differences"].items():
        assert written["differences"][name] == pytest.approx(row, abs=LIMITS["given"])
        assert any(each is not None for each in row.values()) == (name != "AdamUncorrected")
    assert written | {"differences": {}} == found | {"differences": {}}
    kinds = (OPTIMIZERS | VARIANTS).values()
    assert list(written["differences"]) == [kind.__name__ for kind in kinds]


def test_the_table_can_be_read() -> None:
    lines = table(json.loads(AGREEMENT.read_text(encoding="utf-8"))).splitlines()
    assert lines[0].split()[::2] == ["torch", "optax", "keras"]
    assert len(lines) == 1 + len(OPTIMIZERS | VARIANTS) + 1
    assert [line.split()[0] for line in lines[1:8]] == [k.__name__ for k in OPTIMIZERS.values()]


def test_a_difference_is_noticed(record: dict[str, Array]) -> None:
    name = "beale/adam/given"
    record[name] = record[name] + 2e-12
    assert too_far(dict(differences(record))).keys() == {name}


def test_a_record_says_who_made_it_and_went_somewhere(record: dict[str, Array]) -> None:
    about = about_of(record)
    assert LACKING.keys() & about["versions"].keys()
    for key, values in record.items():
        if key.endswith(("/given", "/own")):
            assert values.shape == (len(about["kept"]), 2)
            assert np.abs(values[-1] - values[0]).max() > 1e-4, key
