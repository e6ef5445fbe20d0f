"""How a film's times become a format's ticks."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from optviz.film.film import Film
from optviz.film.ticks import check_film, check_loop, pace, portions

durations = st.lists(st.floats(0, 3), min_size=1, max_size=40)


def test_rounding_does_not_add_up() -> None:
    ticks = [ticks for _, ticks in pace([1 / 30] * 240, 100, 2)]
    assert ticks[:6] == [3, 4, 3, 3, 4, 3]
    assert sum(ticks) == 800


def test_short_frames_give_their_time_to_the_next() -> None:
    assert pace([0.05, 0.01, 0.01, 0.03], 100, 2) == [
        (range(1), 5),
        (range(1, 3), 2),
        (range(3, 4), 3),
    ]


def test_a_short_end_takes_the_time_of_the_one_before() -> None:
    assert pace([0.05, 0.03, 0.01], 100, 2) == [(range(1), 5), (range(1, 3), 4)]


def test_what_is_too_short_altogether_is_shown_as_briefly_as_possible() -> None:
    assert pace([0.0, 0.01], 100, 2) == [(range(2), 2)]


@given(durations, st.sampled_from([24, 100, 1000]), st.integers(1, 20))
def test_every_frame_has_its_turn_and_no_time_is_lost(
    seconds: list[float], per_second: int, least: int
) -> None:
    shown = pace(seconds, per_second, least)
    assert [k for frames, _ in shown for k in frames] == list(range(len(seconds)))
    assert all(ticks >= least for _, ticks in shown)
    assert sum(ticks for _, ticks in shown) == max(round(sum(seconds) * per_second), least)


@example(65536)
@given(st.integers(2, 500_000))
def test_portions_sum_to_the_whole(ticks: int) -> None:
    parts = portions(ticks, 2, 65535)
    assert sum(parts) == ticks
    assert all(2 <= part <= 65535 for part in parts)
    assert len(parts) == max(1, -(-ticks // 65535))


@pytest.mark.parametrize("loop", [-1, 65536])
def test_impossible_loops_are_refused(loop: int) -> None:
    with pytest.raises(ValueError, match="1 to 65,535 times"):
        check_loop(loop)


def test_an_empty_film_is_refused() -> None:
    with pytest.raises(ValueError, match="no frames"):
        check_film(Film())
