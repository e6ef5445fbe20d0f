"""What a room is, and how it changes: pure values, nothing of servers.

A room shows something (a slide or a race), and may have one question. A question opens, closes, may
open once more for a second round, and is revealed; before it is revealed nothing of the answers
leaves the server but how many there are.
"""

import json
import math
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, replace
from typing import Any

KINDS = ("choose", "number", "point", "race")
LONGEST = 500  # characters of a prompt, a heading, a sentence
CHOICES = 12  # of a question: what a phone shows without scrolling far
BUDGET = 1_000  # steps of a class's race
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


def next_of(room: Room, **changes: Any) -> Room:
    """A room with something else about it."""
    return replace(room, serial=room.serial + 1, **changes)


def ask(room: Room, asked: dict[str, Any], key: str = "") -> Room:
    """Ask a question, in the place of the one before.

    Args:
        room: in which.
        asked: kind, prompt and what belongs to the kind, as a teacher's screen sends it.
        key: of a lesson's question; asked again it stays as it is.

    Raises:
        ValueError: it is no question; the sentence says why.
    """
    before = room.question
    if key and before and before.key == key:
        return room
    known = room.asked + ((before,) if before else ())
    again = [each for each in known if key and each.key == key]
    if again:  # a slide that was left and is shown again has its question as it was
        others = tuple(each for each in known if each.key != key)
        return next_of(room, question=again[-1], asked=others)
    number = 1 + max((each.id for each in known), default=0)
    return next_of(room, question=checked(number, key, asked), asked=known)


def checked(number: int, key: str, asked: dict[str, Any]) -> Question:
    """A question as it was asked.

    Raises:
        ValueError: it is none.
    """
    kind = asked.get("kind")
    if kind not in KINDS:
        raise ValueError(f"a question is of the kind {', '.join(KINDS)}")
    prompt = words(asked.get("prompt"), "the question")
    choices = tuple(words(each, "a choice") for each in listed(asked.get("choices"), "choices"))
    if kind == "choose" and not 2 <= len(choices) <= CHOICES:
        raise ValueError(f"give 2 to {CHOICES} answers to choose from")
    budget = asked.get("budget", 0)
    if kind == "race" and not (type(budget) is int and 1 <= budget <= BUDGET):
        raise ValueError(f"a race has 1 to {BUDGET} steps")
    return Question(
        id=number,
        key=key,
        kind=kind,
        prompt=prompt,
        choices=choices if kind == "choose" else (),
        budget=budget if kind == "race" else 0,
        starts=kind == "race" and asked.get("starts") is True,
        rules=tuple(words(each, "a rule") for each in listed(asked.get("rules"), "rules"))
        if kind == "race"
        else (),
    )


def words(value: object, what: str) -> str:
    """A text of a person.

    Raises:
        ValueError: it is none, is empty or too long.
    """
    if not isinstance(value, str) or not value.strip() or len(value) > LONGEST:
        raise ValueError(f"{what} is a text of 1 to {LONGEST} characters")
    return value.strip()


def listed(value: object, what: str) -> list[Any]:
    """A list, which may be absent.

    Raises:
        ValueError: it is no list, or too long.
    """
    if value is None:
        return []
    if not isinstance(value, list) or len(value) > 100:
        raise ValueError(f"{what} are a list of at most 100")
    return value


def close(room: Room) -> Room:
    """No answer counts any more."""
    return about(room, open=False)


def again(room: Room) -> Room:
    """Once more, after the class has talked about it.

    Raises:
        ValueError: it has been told already, or there were two rounds.
    """
    asked = the_question(room)
    if asked.revealed:
        raise ValueError("the answers have been shown: a second vote comes before that")
    if asked.round == ROUNDS:
        raise ValueError(f"there are at most {ROUNDS} rounds")
    return about(room, open=True, round=asked.round + 1)


def reveal(room: Room) -> Room:
    """Show the answers; nothing counts from here on."""
    return about(room, open=False, revealed=True)


def measure(room: Room, key: str, right: str, measured: str) -> Room:
    """Tell what a lesson's question came to, once its answers are shown."""
    asked = room.question
    if not asked or asked.key != key or not asked.revealed:
        return room
    told = replace(asked, right=right, measured=measured)
    return room if told == asked else next_of(room, question=told)


def done(room: Room) -> Room:
    """Away with the question, which stays among those asked."""
    if room.question is None:
        return room
    return next_of(room, question=None, asked=(*room.asked, room.question))


def about(room: Room, **changes: Any) -> Room:
    """A room whose question has changed."""
    changed = replace(the_question(room), **changes)
    return room if changed == room.question else next_of(room, question=changed)


def the_question(room: Room) -> Question:
    """What is asked.

    Raises:
        ValueError: nothing is.
    """
    if room.question is None:
        raise ValueError("there is no question now")
    return room.question


def show(room: Room, shown: Shown) -> Room:
    """Show something else."""
    return room if shown == room.shown else next_of(room, shown=shown)


def switch(room: Room, name: str, on: object) -> Room:
    """Let phones free or hold them, have all look at the screen or no longer.

    Raises:
        ValueError: it is neither on nor off.
    """
    if not isinstance(on, bool):
        raise ValueError(f"{name} is on or off")
    return room if getattr(room, name) == on else next_of(room, **{name: on})


def stand(room: Room, message: dict[str, Any]) -> Room:
    """The teacher's player stands somewhere else. This alone is told without the whole room.

    Raises:
        ValueError: it is nowhere.
    """
    step, speed = finite(message.get("step")), finite(message.get("speed", 20))
    if step is None or speed is None or step < 0 or speed <= 0:
        raise ValueError("a player stands at a step and has a speed")
    return replace(room, at=At(step, message.get("playing") is True, speed))


def finite(value: object) -> float | None:
    """A finite number as float; None for anything else."""
    if not isinstance(value, int | float) or isinstance(value, bool):
        return None
    try:
        number = float(value)
    except OverflowError:
        return None
    return number if math.isfinite(number) else None
