"""What a browser needs to run races on a surface: the programs of its loss and of the rules."""

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

import numpy as np
from numpy.typing import NDArray

from optviz.batch import safe_distance
from optviz.endings import ARRIVED, DOMAIN, HELP, OVERFLOW, SENTENCES
from optviz.optimizers import Optimizer
from optviz.oracles import Asking
from optviz.player.curvature import limit_content
from optviz.player.rules import Rules, rule_words, styles_content
from optviz.program.encoding import encoded
from optviz.program.program import Program
from optviz.program.trace import UntraceableError
from optviz.program.tracing import (
    accuracy_program,
    free,
    hessian_program,
    loss_program,
    memory_program,
    step_program,
)
from surfaces.keeping import kept
from surfaces.surface import Surface

Array = NDArray[np.float64]

LOSS_AFTER = {OVERFLOW: "∞", DOMAIN: "undefined"}  # in the legend; else the last loss stays


def engine_content(surface: Surface, rules: Rules) -> dict[str, Any]:
    """The programs of a surface, as web/engine/race.js has them; or why there are none, as `why`.

    A rule that has no program says why, too.
    """
    collected = Collected()
    parts = surface.stages.parts if surface.stages else ()
    if len({(each.count, each.size) for each in parts}) > 1:
        return {"why": "the race is run by Python: its stages have unlike minibatches"}
    try:
        loss = collected.place(traced("the loss", loss_program, surface))
        accuracy = collected.accuracy(surface)
    except UntraceableError as error:
        return {"why": str(error)}
    return {
        "columns": collected.columns,
        "programs": collected.programs,
        "rules": {key: rule_content(kind, surface, collected) for key, kind in rules.items()},
        "loss": loss,
        "accuracy": accuracy,
        "hessian": collected.hessian(surface),
        "styles": styles_content(),
        "endings": {
            kind: asdict(sentence) | {"loss": LOSS_AFTER.get(kind, "")}
            for kind, sentence in SENTENCES.items()
        },
        "help": HELP,
        "arrived": ARRIVED * max(high - low for low, high in (surface.xlim, surface.ylim)),
        "parameter": free(surface),
        "lasts": surface.stages.lasts if surface.stages else 0,
        "safe": safe_distance(surface),
    }


def rule_content(kind: type[Optimizer], surface: Surface, collected: "Collected") -> dict[str, Any]:
    """A rule: its programs, one for each stage of the loss, and how it is written.

    Steps that see minibatches descend other losses than the full one, whose Hessians differ: there
    no rule has a limit.
    """
    seen_in_parts = surface.minibatches or surface.stages
    try:
        programs = step_programs(kind, surface)
        memory = traced(kind.__name__, memory_program, kind)
    except UntraceableError as error:
        return {"why": str(error)}
    return {
        "programs": [collected.place(each) for each in programs],
        "memory": collected.place(memory),
        "limit": None if seen_in_parts else limit_content(kind, collected.place),
    } | rule_words(kind)


def step_programs(kind: type[Optimizer], surface: Surface) -> list[Program]:
    """The step of a rule in each stage of the loss.

    Raises:
        UntraceableError: there is none.
    """
    asks = kind.rule_on not in (Optimizer.rule_on, Asking.rule_on)
    if asks or kind.init is not Optimizer.init:
        raise UntraceableError(f"{kind.__name__} is run by Python: its steps are another library's")
    stages = len(surface.stages.parts) if surface.stages else 1
    return [traced(kind.__name__, step_program, kind, surface, stage) for stage in range(stages)]


class Collected:
    """Programs, each once, and the columns of numbers that they share."""

    def __init__(self) -> None:
        self.programs: list[dict[str, Any]] = []
        self.columns: list[Array] = []
        self._places: dict[Program, int] = {}

    def place(self, program: Program) -> int:
        """Where a program stands among all."""
        if program not in self._places:
            content = encoded(program)
            content["columns"] = [self._column(each) for each in content["columns"]]
            self._places[program] = len(self.programs)
            self.programs.append(content)
        return self._places[program]

    def accuracy(self, surface: Surface) -> int | None:
        """Where the program of the accuracy stands; None where samples are not classified."""
        if surface.accuracy is None:
            return None
        return self.place(traced("the accuracy", accuracy_program, surface))

    def hessian(self, surface: Surface) -> int | None:
        """Where the program of the full loss's Hessian stands; None where it has none."""
        found = attempted(hessian_program, surface)
        return None if isinstance(found, str) else self.place(found)

    def _column(self, numbers: Array) -> int:
        for place, known in enumerate(self.columns):
            if np.array_equal(known, numbers):
                return place
        self.columns.append(numbers)
        return len(self.columns) - 1


@kept(1024)
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
