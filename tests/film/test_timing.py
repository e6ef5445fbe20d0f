"""How many frames a film has, how long they stand, and which wishes contradict each other."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optviz.export import FilmOptions
from optviz.film.timing import EASINGS, Timing

steps_of_a_race = st.integers(1, 2000)
seconds_of_a_race = st.floats(0.05, 120)


@given(st.data(), steps_of_a_race, st.none() | seconds_of_a_race)
def test_a_film_has_as_many_frames_as_were_asked_for(
    data: st.DataObject, steps: int, duration: float | None
) -> None:
    frames = data.draw(st.integers(2, steps + 1))
    timing = FilmOptions(frames=frames, duration=duration, poster=0).timing(Timing())
    shown = timing.schedule(steps)
    assert len(shown) == frames
    assert [shown[0][0], shown[-1][0]] == [0, steps]
    assert all(before < after for (before, _), (after, _) in pairwise(shown))
    took = sum(seconds for _, seconds in shown[:-1])
    assert took == pytest.approx((frames - 1) / 25 if duration is None else duration)


@given(steps_of_a_race, seconds_of_a_race, st.sampled_from([10, 24, 60, 120]))
def test_a_film_takes_as_long_as_was_asked_for_to_the_nearest_frame(
    steps: int, duration: float, fps: float
) -> None:
    if duration < 1 / fps:
        return
    timing = FilmOptions(duration=duration, fps=fps, hold=3).timing(Timing(speed=7, poster=2))
    (_, poster), *running, (_, hold) = timing.schedule(steps)
    assert (poster, hold) == (2, max(3, 1 / timing.pace(steps)[1]))
    assert sum(seconds for _, seconds in running) == pytest.approx(duration, abs=0.5 / fps + 1e-9)
    assert all(seconds >= 1 / fps - 1e-12 for _, seconds in running)


def test_frames_and_speed_say_how_many_there_are_a_second() -> None:
    timing = FilmOptions(frames=51, speed=20).timing(Timing())
    assert timing.pace(100) == (50, 10.0)


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"speed": 5, "duration": 4}, "^speed and duration both say how fast the steps go by"),
        ({"fps": 30, "frames": 5, "duration": 4}, "^fps, frames and duration say one thing twice"),
        ({"fps": 30, "frames": 5, "speed": 4}, "^fps, frames and speed say one thing twice"),
        ({"frames": 1}, "^frames = 1 is not possible: give a whole number from 2 to 100,000"),
        ({"frames": 12.5}, r"^frames = 12\.5 is not possible"),
        ({"frames": True}, "^frames = True is not possible"),
        ({"duration": 0}, "^duration = 0 is not possible"),
        ({"duration": "4"}, "^duration = '4' is not possible"),
        ({"fps": 1001}, "^fps = 1001 is not possible"),
    ],
)
def test_what_contradicts_or_is_no_number_is_refused_by_name(
    given: dict[str, Any], says: str
) -> None:
    with pytest.raises(ValueError, match=says):
        FilmOptions(**given)


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"frames": 12}, "^frames = 12 is not possible: .* at most 11 frames"),
        ({"duration": 0.03}, r"^duration = 0\.03 is not possible: one frame alone takes 0\.04 s"),
        ({"duration": 3000}, "^a frame would stand for 300 s"),
    ],
)
def test_what_a_race_of_ten_steps_cannot_be_is_refused(given: dict[str, Any], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        FilmOptions(**given).timing(Timing()).check(10)


@given(steps_of_a_race, st.floats(1, 60), st.sampled_from(EASINGS))
def test_frames_between_steps_are_in_order_and_pass_each_step_in_its_time(
    steps: int, speed: float, easing: str
) -> None:
    timing = Timing(fps=25, speed=speed, poster=0, easing=easing)
    shown = [step for step, _ in timing.schedule(steps)]
    assert (shown[0], shown[-1]) == (0, steps)
    assert all(before < after for before, after in pairwise(shown))
    even = [k * steps / (len(shown) - 1) for k in range(len(shown))]
    for step, at in zip(shown, even, strict=True):
        if easing == "linear":
            assert step == pytest.approx(at)
        assert int(step + 1e-9) == int(at + 1e-9)
        assert abs(step - at) < 0.1  # 3u² - 2u³ is nowhere further from u


def test_smooth_rests_at_steps_and_is_fastest_between_them() -> None:
    timing = Timing(fps=20, speed=1, easing="smooth", poster=0)
    shown = [step for step, _ in timing.schedule(2)]
    paces = [after - before for before, after in pairwise(shown[:21])]
    assert shown[20] == 1
    assert max(paces) == pytest.approx(paces[10], abs=1e-12)
    assert paces[0] < 0.2 * paces[10]


def test_easing_without_a_frame_between_steps_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^easing has no effect where every frame is a step"):
        FilmOptions(easing="linear").timing(Timing()).check(10)
    with pytest.raises(ValueError, match=r"^easing = 'bouncy' is not possible: give linear or"):
        FilmOptions(easing="bouncy")
    FilmOptions(easing="linear", frames=12).timing(Timing()).check(10)
