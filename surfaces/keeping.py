"""Results that are kept: for the whole process, or only as long as what they are about.

What visitors bring must not outlive their visit, and a cache of the process would hold it. So what
is private has a `keeper`, and results about it are kept there: each refers to the other, and both
are gone as soon as nothing else refers to them.
"""

from collections.abc import Callable, Hashable, Iterable
from functools import lru_cache, update_wrapper
from typing import Any, Generic, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")


class Keeper:
    """Keeps results about something private; copies, also in other processes, begin empty."""

    def __init__(self) -> None:
        self._held: dict[Hashable, Any] = {}

    def held(self, owner: Hashable, make: Callable[[], T]) -> T:
        """Where the results of one function are.

        Args:
            owner: the function.
            make: makes a place for them.
        """
        if owner not in self._held:
            self._held.setdefault(owner, make())  # of two threads that ask at once, the first's
        found: T = self._held[owner]
        return found

    def __reduce__(self) -> tuple[type["Keeper"], tuple[()]]:
        return Keeper, ()


def keeper_of(arguments: Iterable[object]) -> Keeper | None:
    """The keeper of the first that is private; None where the process may keep what comes of it."""
    found = (getattr(each, "keeper", None) for each in arguments)
    return next((each for each in found if isinstance(each, Keeper)), None)


class Kept(Generic[P, R]):
    """A module's function with its last results, which are kept with what is private in them.

    Attributes:
        most: how many results are kept, of each that is private and of all that is not.
    """

    __wrapped__: Callable[P, R]  # as `update_wrapper` sets it

    def __init__(self, function: Callable[P, R], most: int) -> None:
        update_wrapper(self, function)
        self.most = most
        self._shared = self._cache()
        self.cache_info = self._shared.cache_info
        self.cache_clear = self._shared.cache_clear  # but for what is private
        self.cache_parameters = self._shared.cache_parameters

    def __call__(self, *arguments: P.args, **options: P.kwargs) -> R:
        """The function's result, kept or computed now; errors are not kept."""
        keeper = keeper_of((*arguments, *options.values()))
        cache = self._shared if keeper is None else keeper.held(self, self._cache)
        found: R = cache(*arguments, **options)
        return found

    def _cache(self) -> Any:
        return lru_cache(self.most)(self.__wrapped__)

    def __reduce__(self) -> str:
        """By its name, as functions travel to other processes."""
        return str(self.__name__)  # type: ignore[attr-defined]


def kept(most: int) -> Callable[[Callable[P, R]], Kept[P, R]]:
    """Keep the last results of a function of surfaces, scenes or races.

    Args:
        most: how many.
    """
    return lambda function: Kept(function, most)
