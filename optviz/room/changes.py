"""What a teacher can do to a room, each as a function from one room to the next."""

from dataclasses import replace
from typing import Any

from optviz.room.state import KINDS, ROUNDS, At, Question, Room, Shown, finite

LONGEST = 500  # characters of a prompt, a heading, a sentence
CHOICES = 12  # of a question: what a phone shows without scrolling far
BUDGET = 1_000  # steps of a class's race


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
