"""Schedules as a player gets them: programs, or values where Python alone can run them."""

from typing import Any

from optviz.optimizers import SGD, Adam
from optviz.player.live_studies import live
from optviz.player.payload import message
from optviz.race import race
from optviz.schedules import Cosine, Warmup
from surfaces import SURFACES
from tests.support.messages import unpack

BEALE = SURFACES["beale"]


def changes_of(schedule: Any) -> Any:
    """What a player is told of a learning rate."""
    (run,) = unpack(message(race(BEALE, [SGD(lr=schedule)], steps=6)))["race"]["runs"]
    return run["hyper"]["lr"], run["changes"]["lr"]


def test_a_curve_has_its_numbers_and_a_program() -> None:
    first, [rise, fall] = changes_of(Warmup(2) | Cosine(0.01, 4))
    assert first == 0
    assert (rise[0], rise[1]["curve"]) == (0, "linear")
    assert fall[0] == 2
    assert {"curve": "cosine", "first": 0.01, "steps": 4, "last": 0}.items() <= fall[1].items()
    assert fall[1]["program"]["code"]


def test_a_function_that_is_no_arithmetic_has_its_values() -> None:
    first, [[step, own]] = changes_of(lambda k: 0.01 if k < 3 else 0.001)
    assert (first, step) == (0.01, 0)
    assert own["values"] == [0.01] * 3 + [0.001] * 3
    assert "program" not in own


def test_studies_of_such_a_function_are_left_to_python() -> None:
    recorded: Any = lambda k: 0.01 if k < 3 else 0.001  # noqa: E731
    traced: Any = lambda k: 0.01 / (1 + k)  # noqa: E731
    for lr, there in ((recorded, False), (traced, True)):
        entrants = race(BEALE, [Adam(lr=lr)], steps=3).entrants
        assert (live(BEALE, entrants, 3, 0) is not None) == there
