"""What is said of a race's conditions."""

import pytest

from optviz.race import race
from optviz.race_words import conditions, seeds_text


@pytest.mark.parametrize(
    ("seeds", "words"),
    [
        ((7,), "one seed, 7"),
        (tuple(range(20)), "seeds 0 to 19"),
        ((4, 0, 9), "seeds 4, 0 and 9"),
        (tuple(range(3, 60, 2)), "29 seeds between 3 and 59"),
    ],
)
def test_seeds_are_told_in_short(seeds: tuple[int, ...], words: str) -> None:
    assert seeds_text(seeds) == words


@pytest.mark.parametrize("name", ["noisy_moons", "jump"])
def test_conditions_tell_the_seeds(name: str) -> None:
    many = race(name, steps=5, seeds=range(3))
    assert conditions(many.surface, many.start, 5, many.seeds).endswith("seeds 0 to 2")
    assert "seeds 0 to 2" in repr(many)
