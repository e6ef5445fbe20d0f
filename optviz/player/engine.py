"""What a browser needs to run a race by itself: the programs of its rules and of its loss."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from optviz.optimizers import Optimizer
from optviz.player.curvature import limit_content
from optviz.program.encoding import encoded
from optviz.program.program import Program
from optviz.program.trace import UntraceableError
from optviz.program.tracing import (
    accuracy_program,
    hessian_program,
    loss_program,
    step_program,
)
from optviz.race import Race
from surfaces.surface import Surface

Array = NDArray[np.float64]


def engine_content(race: Race) -> dict[str, Any]:
    """The programs of a race, as web/engine/race.js has them; or why there are none, as `why`."""
    surface = race.surface
    collected = Collected()
    try:
        rules = [rule_content(run.optimizer, surface, collected) for run in race]
        loss = collected.place(traced("the loss", loss_program, surface))
        accuracy = collected.accuracy(surface)
    except UntraceableError as error:
        return {"why": str(error)}
    return {
        "columns": collected.columns,
        "programs": collected.programs,
        "rules": rules,
        "loss": loss,
        "accuracy": accuracy,
        "curvature": curvature_content(race, collected),
        "lasts": surface.stages.lasts if surface.stages else 0,
    }


def curvature_content(race: Race, collected: "Collected") -> dict[str, Any] | None:
    """The Hessian of the full loss and the runs' limits; None where it has no program.

    Steps that see minibatches descend other losses, whose Hessians differ: no run has a limit.
    """
    surface = race.surface
    hessian = attempted(hessian_program, surface)
    if isinstance(hessian, str):
        return None
    seen_in_parts = surface.minibatches or surface.stages
    return {
        "hessian": collected.place(hessian),
        "limits": [
            None if seen_in_parts else limit_content(run.optimizer, collected.place) for run in race
        ],
    }


class Collected:
    """Programs, each once, and the columns of numbers that they share."""

    def __init__(self) -> None:
        self.programs: list[dict[str, Any]] = []
        self.columns: list[Array] = []
        self._places: dict[int, int] = {}

    def place(self, program: Program) -> int:
        """Where a program stands among all."""
        if id(program) not in self._places:
            content = encoded(program)
            content["columns"] = [self._column(each) for each in content["columns"]]
            self._places[id(program)] = len(self.programs)
            self.programs.append(content)
        return self._places[id(program)]

    def accuracy(self, surface: Surface) -> int | None:
        """Where the program of the accuracy stands; None where samples are not classified."""
        if surface.accuracy is None:
            return None
        return self.place(traced("the accuracy", accuracy_program, surface))

    def _column(self, numbers: Array) -> int:
        for place, known in enumerate(self.columns):
            if np.array_equal(known, numbers):
                return place
        self.columns.append(numbers)
        return len(self.columns) - 1


def rule_content(optimizer: Optimizer, surface: Surface, collected: Collected) -> dict[str, Any]:
    """An entrant's programs, one for each stage of the loss, and what its memory begins at."""
    parts = surface.stages.parts if surface.stages else ()
    if len({(each.count, each.size) for each in parts}) > 1:
        raise UntraceableError("the race is run by Python: its stages have unlike minibatches")
    stages = len(parts) or 1
    kind = type(optimizer)
    own = optimizer.rule_on.__func__ is not Optimizer.rule_on  # type: ignore[attr-defined]
    if own or type(optimizer).init is not Optimizer.init:
        raise UntraceableError(f"{kind.__name__} is run by Python: its steps are another library's")
    return {
        "programs": [
            collected.place(traced(kind.__name__, step_program, kind, surface, stage))
            for stage in range(stages)
        ],
        "memory": {name: float(optimizer.begin().get(name, 0.0)) for name in optimizer.memory},
    }


@lru_cache(maxsize=1024)
def attempted(trace: Callable[..., Program], *arguments: Any) -> Program | str:
    """A program, or why there is none."""
    try:
        return trace(*arguments)
    except UntraceableError as error:
        return str(error)


def traced(name: str, trace: Callable[..., Program], *arguments: Any) -> Program:
    """A program, traced once.

    Raises:
        UntraceableError: there is none; the sentence begins with the name.
    """
    found = attempted(trace, *arguments)
    if isinstance(found, str):
        raise UntraceableError(f"{name} is run by Python: {found}")
    return found
