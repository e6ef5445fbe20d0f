"""What a room is: pure values, nothing of servers; `changes` has how it becomes another.

A room shows something (a slide or a race), and may have one question. A question opens, closes, may
open once more for a second round, and is revealed; before it is revealed nothing of the answers
leaves the server but how many there are.
"""

import json
import math
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from typing import Any

KINDS = ("choose", "number", "point", "race")
ROUNDS = 2  # before and after the discussion


@dataclass(frozen=True)
class Question:
    """What the class is asked.

    Attributes:
        id: counted in the room, from 1.
        key: names a lesson's question, so that it is asked once; "" for a free one.
        kind: of `KINDS`.
        prompt: in a sentence.
        choices: to choose from; empty for other kinds.
        round: from 1.
        open: whether answers count now.
        revealed: whether the answers are shown.
        right: the measured answer, once it is shown; "" where none is known.
        measured: a sentence with the measurement.
        budget: steps of a class's race.
        starts: whether each may choose the start.
        rules: keys of the optimizers to choose from in a race; empty for all.
    """

    id: int
    key: str
    kind: str
    prompt: str
    choices: tuple[str, ...] = ()
    round: int = 1
    open: bool = True
    revealed: bool = False
    right: str = ""
    measured: str = ""
    budget: int = 0
    starts: bool = False
    rules: tuple[str, ...] = ()

    @property
    def place(self) -> tuple[int, int]:
        """Where its answers are kept: id and round."""
        return self.id, self.round


@dataclass(frozen=True)
class Shown:
    """What the class sees.

    Attributes:
        data: the name of the race's bytes; "" while a question hides the race.
        title: of the lesson, or of the scene.
        heading: of the slide.
        text: of the slide.
        slide: its number, from 1; 0 outside a lesson.
        slides: how many there are.
    """

    data: str = ""
    title: str = ""
    heading: str = ""
    text: str = ""
    slide: int = 0
    slides: int = 0


@dataclass(frozen=True)
class At:
    """Where the teacher's player stands.

    Attributes:
        step: of the race.
        playing: whether it goes on by itself.
        speed: in steps a second.
    """

    step: float = 0
    playing: bool = False
    speed: float = 20


@dataclass(frozen=True)
class Room:
    """All that every one in it may know.

    Attributes:
        serial: counts its changes.
        shown: None until something is.
        free: whether phones may try things by themselves.
        paused: whether all look at the screen.
        question: None where none is asked.
        asked: the questions before, as they were left: a slide that is shown again has its own
            back. Nothing counts for them, as answers are taken for the present one only.
        at: where the teacher's player stands.
    """

    serial: int = 0
    shown: Shown | None = None
    free: bool = False
    paused: bool = False
    question: Question | None = None
    asked: tuple[Question, ...] = field(default=())
    at: At = At()

    def text(self) -> str:
        """As JSON."""
        return json.dumps(asdict(self))

    @classmethod
    def read(cls, text: str | bytes) -> "Room":
        """From its JSON."""
        content = json.loads(text)
        shown, question = content["shown"], content["question"]
        return cls(
            **content
            | {
                "shown": Shown(**shown) if shown else None,
                "question": question_of(question) if question else None,
                "asked": tuple(question_of(each) for each in content["asked"]),
                "at": At(**content["at"]),
            }
        )


Change = Callable[[Room], Room]


def question_of(content: dict[str, Any]) -> Question:
    """A question from its JSON."""
    lists = {name: tuple(content[name]) for name in ("choices", "rules")}
    return Question(**content | lists)


def finite(value: object) -> float | None:
    """A finite number as float; None for anything else."""
    if not isinstance(value, int | float) or isinstance(value, bool):
        return None
    try:
        number = float(value)
    except OverflowError:
        return None
    return number if math.isfinite(number) else None
