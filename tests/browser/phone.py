"""A phone of a class as its server sees it: a line that tells and hears, without a page."""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from secrets import token_urlsafe
from typing import Any

from tests.support import phones as lines
from tests.support.patience import PATIENCE


class Phone:
    """One in a room; `said` has the newest of each kind of what it was told."""

    def __init__(self, line: lines.Phone) -> None:
        self._line = line
        self.said, self.tell = line.told, line.send
        self.until(lambda: "room" in self.said)

    @property
    def room(self) -> dict[str, Any]:
        found: dict[str, Any] = self.said["room"]
        return found

    @property
    def question(self) -> dict[str, Any]:
        found: dict[str, Any] = self.room["question"]
        return found

    def until(self, holds: Callable[[], object]) -> None:
        """Hear until it holds."""
        end = time.monotonic() + PATIENCE
        while not holds():
            assert time.monotonic() < end, f"waited in vain; heard {self.said}"
            self._line.take()

    def until_asked(self, number: int, kind: str = "choose") -> None:
        """Until a question of this kind is open, in its round of this number."""

        def asked() -> bool:
            question = self.room["question"]
            return bool(
                question
                and question["open"]
                and (question["kind"], question["round"]) == (kind, number)
            )

        self.until(asked)

    def answer(self, answer: object) -> None:
        """Answer what is asked; the server has it afterwards."""
        asked, number = self.question["id"], self.question["round"]
        self.tell(op="answer", question=asked, round=number, answer=answer)
        held = {"question": asked, "round": number, "answer": answer}
        self.until(lambda: self.said.get("yours") == held)


@contextmanager
def phones(address: str, code: str, count: int) -> Iterator[list[Phone]]:
    """So many of them in a room.

    Args:
        address: of the app.
        code: of the room.
        count: how many.
    """
    with ExitStack() as stack:
        voters = [token_urlsafe(16) for _ in range(count)]
        yield [
            Phone(stack.enter_context(lines.phone_of(address, code, voter=voter)))
            for voter in voters
        ]


@contextmanager
def remote(address: str, key: dict[str, str]) -> Iterator[Callable[[str], None]]:
    """The teacher's own phone; yields what has the screen do something.

    Args:
        address: of the app.
        key: code and teacher's token of the room.
    """
    with lines.phone_of(address, key["code"], teacher=key["teacher"]) as line:
        yield lambda do: line.send(op="remote", do=do)
