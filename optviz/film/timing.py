"""When which step is shown: how many frames a film has, and for how long each of them stands."""

from dataclasses import dataclass
from math import floor

EASINGS = ("linear", "smooth")

MOST_FRAMES = 100_000
SLOWEST = 0.01  # frames a second
BOUNDS = {
    "fps": (0.1, 1000),
    "speed": (0.1, 1e6),
    "hold": (0, 600),
    "poster": (0, 600),
    "duration": (0.01, 3600),
}


@dataclass(frozen=True)
class Timing:
    """When which step is shown.

    Attributes:
        fps: frames a second, at most; what `frames` and `duration` say together is not bound by it.
        speed: steps a second; None for one step a frame, or as `frames` and `duration` say.
        hold: seconds for which the last step is shown at the end.
        poster: seconds for which the last step is shown at the beginning, for programs and
            printers that show only a first frame; 0 for none.
        frames: how many show the race, the first its start, the last its last step; None for as
            many as the other numbers make. The poster is none of them.
        duration: seconds from the start to the last step; None likewise. `poster` and `hold` come
            to it.
        easing: how frames between two steps are placed: "linear", at even speed, or "smooth", which
            comes to rest at every step; None for frames of whole steps only.
    """

    fps: float = 25
    speed: float | None = None
    hold: float = 2.0
    poster: float = 1.0
    frames: int | None = None
    duration: float | None = None
    easing: str | None = None

    def __post_init__(self) -> None:
        """Raise ValueError, with a sentence, where a number is not possible."""
        for name, (low, high) in BOUNDS.items():
            value = getattr(self, name)
            if name in ("speed", "duration") and value is None:
                continue
            if not isinstance(value, int | float) or not low <= value <= high:
                raise ValueError(
                    f"{name} = {value!r} is not possible: give a number from {low:g} to {high:g}"
                )
        check_frames(self.frames)
        if self.easing is not None and self.easing not in EASINGS:
            raise ValueError(
                f"easing = {self.easing!r} is not possible: give {' or '.join(EASINGS)}"
            )
        if self.speed is not None and self.duration is not None:
            raise ValueError(
                "speed and duration both say how fast the steps go by: leave one of them out"
            )

    def pace(self, steps: int) -> tuple[int, float]:
        """How many frames come before that of the last step, and how many make a second."""
        speed = self.steps_a_second(steps)
        if self.frames is None:
            rate = self.fps if self.easing else min(self.fps, speed)
            return max(1, round(steps / speed * rate)), rate
        count = self.frames - 1
        free = self.speed is None and self.duration is None
        return count, self.fps if free else count * speed / steps

    def steps_a_second(self, steps: int) -> float:
        """How fast the steps go by."""
        if self.speed is not None:
            return self.speed
        if self.duration is not None:
            return steps / self.duration
        return self.fps if self.frames is None else steps * self.fps / (self.frames - 1)

    def schedule(self, steps: int) -> list[tuple[float, float]]:
        """The step of every frame and for how many seconds it is shown.

        From the start to the last step; a frame is as long as it takes to the next one. Without
        `easing` all are whole steps: where `speed` is above `fps`, some are left out, never
        squeezed.
        """
        count, rate = self.pace(steps)
        shown = [self.placed(k * steps / count) for k in range(count)]
        frames = [(step, 1 / rate) for step in shown] + [(steps, max(self.hold, 1 / rate))]
        return [(steps, self.poster), *frames] if self.poster else frames

    def placed(self, step: float) -> float:
        """The step that a frame shows when the race, at even speed, is at such a one."""
        if self.easing is None:
            return round(step)
        before = floor(step + 1e-9)
        share = max(0.0, step - before)
        return before + (share * share * (3 - 2 * share) if self.easing == "smooth" else share)

    def check(self, steps: int) -> None:
        """Raise ValueError where a film of so many steps cannot have what was chosen."""
        count, rate = self.pace(steps)
        if self.easing and all(step == int(step) for step, _ in self.schedule(steps)):
            raise ValueError(
                "easing has no effect where every frame is a step: give a lower speed, a longer "
                "duration or more frames, or leave it out"
            )
        if count > steps and not self.easing:
            raise ValueError(
                f"frames = {self.frames} is not possible: there are {steps + 1} pictures of "
                f"{steps} steps and their start; give at most {steps + 1} frames, or easing"
            )
        if self.duration is not None and self.frames is None and self.duration < 1 / self.fps:
            raise ValueError(
                f"duration = {self.duration:g} is not possible: one frame alone takes "
                f"{1 / self.fps:g} s; give more seconds, or more frames a second"
            )
        if rate < SLOWEST:
            raise ValueError(
                f"a frame would stand for {1 / rate:,.0f} s: give at most {1 / SLOWEST:g} s for "
                "each, by a higher speed, a shorter duration or more frames"
            )


def check_frames(frames: object) -> None:
    """Raise ValueError unless a film can have so many frames, or as many as it takes."""
    whole = isinstance(frames, int) and not isinstance(frames, bool)
    if frames is not None and not (whole and 2 <= frames <= MOST_FRAMES):  # type: ignore[operator]
        raise ValueError(
            f"frames = {frames!r} is not possible: give a whole number from 2 to {MOST_FRAMES:,}"
        )
