"""Memos: functions whose results are kept, so many and no more, whoever computed them.

A page must not wait for what takes long. Within `elsewhere`, a memo that takes long raises `NotYet`
instead of computing, and the page has a worker compute it; what the worker's memos kept on the way
is then kept here (`kept_by_all`, `keep`).
"""

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import update_wrapper
from typing import Any, Generic, NamedTuple, ParamSpec, TypeVar, cast

from surfaces.keeping import keeper_of

P = ParamSpec("P")
R = TypeVar("R")

Results = OrderedDict[tuple[Any, ...], Any]

ABROAD: ContextVar[bool] = ContextVar("abroad", default=False)
MEMOS: "list[Memo[..., Any]]" = []


class NotYet(Exception):  # noqa: N818, it is no error
    """A result that takes long and is not there yet.

    Attributes:
        memo: the function.
        arguments: with which it was called.
    """

    def __init__(self, memo: "Memo[..., Any]", arguments: tuple[Any, ...]) -> None:
        super().__init__(memo.long)
        self.memo = memo
        self.arguments = arguments


class Kept(NamedTuple):
    """A result, or the ValueError that was raised."""

    memo: "Memo[..., Any]"
    arguments: tuple[Any, ...]
    outcome: Any


@contextmanager
def elsewhere() -> Iterator[None]:
    """What takes long is not computed within the block: `NotYet` says what it is."""
    token = ABROAD.set(True)
    try:
        yield
    finally:
        ABROAD.reset(token)


class Memo(Generic[P, R]):
    """A module's function of hashable positional arguments with its last results.

    Results of what is private are kept by its keeper, see `surfaces.keeping`.

    Attributes:
        most: how many results are kept, of each that is private and of all that is not.
        long: what the function does, in words, if that takes long; else "".
    """

    def __init__(self, function: Callable[P, R], most: int, long: str) -> None:
        update_wrapper(self, function)
        self.most = most
        self.long = long
        self._function = function
        self._kept: Results = OrderedDict()
        self._lock = threading.Lock()
        MEMOS.append(self)

    def __call__(self, *arguments: P.args, **options: P.kwargs) -> R:
        """The function's result, kept or computed now.

        Raises:
            ValueError: as the function does; it is kept as well.
            NotYet: within `elsewhere`.
        """
        assert not options, "a memo has positional arguments only"
        kept = self._place(arguments)
        with self._lock:
            found = arguments in kept
            if found:
                kept.move_to_end(arguments)
                outcome = kept[arguments]
        if not found:
            if self.long and ABROAD.get():
                raise NotYet(self, arguments)
            try:
                outcome = self._function(*arguments, **options)
            except ValueError as error:
                outcome = error
            self.keep(arguments, outcome)
        if isinstance(outcome, ValueError):
            raise outcome.with_traceback(None)
        return cast("R", outcome)

    def keep(self, arguments: tuple[Any, ...], outcome: Any) -> None:
        """Keep a result, or a ValueError, in place of the one that was used longest ago."""
        kept = self._place(arguments)
        with self._lock:
            kept[arguments] = outcome
            kept.move_to_end(arguments)
            while len(kept) > self.most:
                kept.popitem(last=False)

    def _place(self, arguments: tuple[Any, ...]) -> Results:
        """Where the result for these arguments is kept."""
        keeper = keeper_of(arguments)
        return self._kept if keeper is None else keeper.held(self, OrderedDict)

    def kept(self) -> list[Kept]:
        """All that is kept, but for what is private."""
        with self._lock:
            return [Kept(self, arguments, outcome) for arguments, outcome in self._kept.items()]

    def clear(self) -> None:
        """Keep nothing any more, but for what is private."""
        with self._lock:
            self._kept.clear()

    def __reduce__(self) -> str:
        """By its name, as functions travel to other processes."""
        return str(self.__name__)  # type: ignore[attr-defined]


def memo(most: int, long: str = "") -> Callable[[Callable[P, R]], Memo[P, R]]:
    """Make a function a memo; arguments as the attributes of `Memo`."""
    return lambda function: Memo(function, most, long)


def kept_by_all() -> list[Kept]:
    """All that all memos keep."""
    return [each for one in MEMOS for each in one.kept()]
