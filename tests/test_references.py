"""Our rules beside torch's and optax's, as recorded by tests/references/record.py."""

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from optviz.optimizers import Array
from tests.references.compare import LIMITS, differences, too_far

RECORDS = Path(__file__).parent / "references"


@pytest.fixture(params=["torch", "optax"])
def record(request: pytest.FixtureRequest) -> Iterator[dict[str, Array]]:
    with np.load(RECORDS / f"{request.param}.npz") as file:
        yield dict(file)


@pytest.mark.parametrize(
    ("kind", "limit", "rules"), [("given", 1e-12, 7), ("own", 1e-10, 5)], ids=["given", "own"]
)
def test_our_rules_take_the_libraries_steps(
    record: dict[str, Array], kind: str, limit: float, rules: int
) -> None:
    found = {key: each for key, each in differences(record) if key.endswith(kind)}
    assert len(found) == 3 * rules
    assert LIMITS[kind] == limit
    assert not too_far(found)


def test_a_difference_is_noticed(record: dict[str, Array]) -> None:
    name = "beale/adam/given"
    record[name] = record[name] + 2e-12
    assert too_far(dict(differences(record))).keys() == {name}


def test_a_record_says_who_made_it_and_went_somewhere(record: dict[str, Array]) -> None:
    about = json.loads(str(record["about"]))
    assert {"torch", "optax"} & about["versions"].keys()
    for key, values in record.items():
        if key.endswith(("/given", "/own")):
            assert values.shape == (len(about["kept"]), 2)
            assert np.abs(values[-1] - values[0]).max() > 1e-4, key
