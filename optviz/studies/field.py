"""The field of a study: the optimizers still in it, and what is to be told of the others.

A user's rule may fail in some of the runs only. Then the study goes on without it.
"""

from collections.abc import Callable, Sequence
from typing import TypeVar

from optviz.entrants import Entrant
from optviz.optimizers import Optimizer
from optviz.stepping import RuleFailed, by_itself, takes_longer

T = TypeVar("T")


class Field:
    """Who is still in a study.

    Attributes:
        entrants: those whose rules have not failed, in their order.
        failures: a sentence on each of the others.
        slow: names of those whose runs are stepped one by one.
    """

    def __init__(self, entrants: Sequence[Entrant]) -> None:
        self.entrants = list(entrants)
        self.failures: list[str] = []
        self.slow: set[str] = set()

    @property
    def notes(self) -> tuple[str, ...]:
        """What is to be told of its optimizers."""
        slow = [each.name for each in self.entrants if each.name in self.slow]
        return (*self.failures, *map(by_itself, slow))

    def run(
        self,
        compute: Callable[[list[Optimizer]], T],
        optimizers: Callable[[Entrant], Optimizer],
        shape: tuple[int, ...],
    ) -> tuple[T, list[int]]:
        """What `compute` makes of the optimizers that do not fail.

        Args:
            compute: called again without an optimizer that fails.
            optimizers: what an entrant is stepped with, such as its rule with many settings.
            shape: (runs, 2) of the points of one optimizer.

        Returns:
            The result, and which entrants are out, as indices into those before.

        Raises:
            ValueError: none is left.
        """
        tried = [optimizers(each) for each in self.entrants]
        left = list(range(len(tried)))
        while left:
            try:
                found = compute([tried[k] for k in left])
            except RuleFailed as failure:
                gone = next(k for k in left if tried[k] is failure.optimizer)
                left.remove(gone)
                self.failures.append(f"{failure}; {self.entrants[gone].name} is left out")
            else:
                out = [k for k in range(len(tried)) if k not in left]
                self.entrants = [self.entrants[k] for k in left]
                self.watch([tried[k] for k in left], shape)
                return found, out
        raise ValueError("; ".join(self.failures))

    def watch(self, steppers: Sequence[Optimizer], shape: tuple[int, ...]) -> None:
        """Note whose runs are stepped one by one.

        Args:
            steppers: what the entrants are stepped with, in their order.
            shape: (runs, 2) of the points of one optimizer.
        """
        pairs = zip(self.entrants, steppers, strict=True)
        self.slow |= {entrant.name for entrant, each in pairs if takes_longer(each, shape)}
