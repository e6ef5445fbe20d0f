"""What an answer may be, and what many of them tell."""

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import Any

from optviz.room.state import Question, finite

Answer = Any  # JSON: a number, a pair, or what a class's race is entered with

BALLS = 200  # in a class's race: more are not told apart
SETTINGS = 16  # hyper-parameters of one optimizer
NAME = 40  # characters of a rule's key or a hyper-parameter


@dataclass(frozen=True)
class Seat:
    """Who a phone is in a room.

    Attributes:
        number: from 1, in the order in which they came.
        name: as the phone gave it; "" without one.
        locked: whether the teacher took a name away: then there is no other.
    """

    number: int
    name: str = ""
    locked: bool = False


@dataclass(frozen=True)
class Given:
    """An answer, and when it was given.

    Attributes:
        answer: JSON, never null.
        at: by the phone's own clock, in whole ms: it tells which of its answers is the last.
    """

    answer: Answer
    at: int = 0


def checked(question: Question, answer: object) -> Answer:
    """An answer, if it is one to this question.

    Raises:
        ValueError: it is none; the sentence says why.
    """
    if question.kind == "choose":
        if type(answer) is int and 0 <= answer < len(question.choices):
            return answer
        raise ValueError("choose one of the answers")
    if question.kind == "number":
        number = finite(answer)
        if number is None:
            raise ValueError("the answer is a number")
        return number
    if question.kind == "point":
        return point(answer)
    return entry(question, answer)


def point(value: object) -> list[float]:
    """A point of the surface.

    Raises:
        ValueError: it is none.
    """
    if isinstance(value, list) and len(value) == 2:
        x, y = (finite(each) for each in value)
        if x is not None and y is not None:
            return [x, y]
    raise ValueError("the answer is a point of the picture")


def entry(question: Question, value: object) -> dict[str, Any]:
    """What a phone races with: a rule, its numbers and perhaps a start.

    Raises:
        ValueError: something of it is not possible.
    """
    if not isinstance(value, dict):
        raise ValueError("choose an optimizer and its numbers")
    rule, settings, start = value.get("rule"), value.get("settings"), value.get("start")
    if not isinstance(rule, str) or len(rule) > NAME:
        raise ValueError("choose an optimizer")
    if question.rules and rule not in question.rules:
        raise ValueError(f"choose one of {', '.join(question.rules)}")
    if not isinstance(settings, dict) or len(settings) > SETTINGS:
        raise ValueError(f"an optimizer has at most {SETTINGS} numbers")
    numbers = {name: finite(number) for name, number in settings.items()}
    if any(number is None or len(name) > NAME for name, number in numbers.items()):
        raise ValueError("each of its numbers is a finite number")
    if start is not None and not question.starts:
        raise ValueError("all begin at the same start in this race")
    return {"rule": rule, "settings": numbers, "start": None if start is None else point(start)}


def results(
    question: Question,
    rounds: Sequence[Mapping[str, Answer]],
    seats: Mapping[str, Seat],
) -> list[dict[str, Any]]:
    """What the answers tell, a record for each round; nothing says who gave which but in a race.

    Args:
        question: that was asked.
        rounds: the answers of each round, by voter.
        seats: by voter.
    """
    return [one_round(question, answers, seats) for answers in rounds]


def one_round(
    question: Question, answers: Mapping[str, Answer], seats: Mapping[str, Seat]
) -> dict[str, Any]:
    """What the answers of one round tell."""
    given = in_order(answers, seats)
    if question.kind == "choose":
        counts = [0] * len(question.choices)
        for _, answer in given:
            counts[answer] += 1
        return {"counts": counts}
    if question.kind == "number":
        return {"values": sorted(answer for _, answer in given)}
    if question.kind == "point":
        return {"points": sorted(answer for _, answer in given)}
    entries = [{"number": seat.number, "name": seat.name} | answer for seat, answer in given]
    return {"entries": entries[:BALLS]}


def in_order(answers: Mapping[str, Answer], seats: Mapping[str, Seat]) -> list[tuple[Seat, Answer]]:
    """Answers with who gave them, by their numbers."""
    known = [(seats.get(voter, Seat(0)), answer) for voter, answer in answers.items()]
    return sorted(known, key=lambda pair: pair[0].number)


Asked = tuple[Question, Sequence[Mapping[str, Answer]]]  # a question, and each round's answers


def as_csv(asked: Iterable[Asked], seats: Mapping[str, Seat]) -> str:
    """All answers as a table: question, round, who by number and name, and what.

    A name is text: one that a spreadsheet would compute gets an apostrophe in front.
    """
    table = StringIO()
    writer = csv.writer(table)
    writer.writerow(["question", "prompt", "round", "number", "name", "answer"])
    for question, rounds in asked:
        for place, answers in enumerate(rounds, 1):
            for seat, answer in in_order(answers, seats):
                who = [seat.number, plain_cell(seat.name)]
                said = plain_cell(as_said(question, answer))
                writer.writerow([question.id, plain_cell(question.prompt), place, *who, said])
    return table.getvalue()


def as_said(question: Question, answer: Answer) -> str:
    """An answer in a cell of a table."""
    return question.choices[answer] if question.kind == "choose" else json.dumps(answer)


def plain_cell(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in {"=", "+", "@", "\t", "\r"} else text
