"""With which settings an optimizer begins that a race does not have yet."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from optviz.entrants import ALIKE, DEFAULT, OWN, PLAIN, SAME, YOURS, Entrant
from optviz.optimizers import (
    NAG,
    SGD,
    AdaDelta,
    AdaGrad,
    Adam,
    Momentum,
    Optimizer,
    RMSProp,
)
from optviz.oracles import ORACLE_RULES, SAM
from optviz.schedules import Piecewise
from optviz.stepping.members import with_values
from optviz.user_rules import loaded_rules
from optviz.variants import (
    RULES,
    AdaGradInitial,
    Lion,
    NAGLookAhead,
    RAdam,
    RMSPropEpsInside,
)
from optviz.wrappers import inner

# Rules whose steps are of one scale at one learning rate; where a rule's nearest relative does not
# race, it takes the rate of the first of its row that does.
BY_SIZE = (Adam, RMSProp, AdaGrad)  # they divide by the size of gradients: steps of about the rate
BY_SLOPE = (Momentum, NAG, SGD)  # steps of about the rate times the gradient
ORIGINALS: dict[type[Optimizer], type[Optimizer]] = {
    RMSPropEpsInside: RMSProp,
    AdaGradInitial: AdaGrad,
    NAGLookAhead: NAG,
    SAM: SGD,
    RAdam: Momentum,  # in its first steps, which at Adam's rate leave the picture
}
# Lion takes whole steps of the rate in each coordinate, to the end; its authors advise a third to a
# tenth of Adam's rate (X. Chen et al., Symbolic Discovery of Optimization Algorithms, 2023).
# SAM measures uphill, where a steep loss is steeper still.
SHARES: dict[type[Optimizer], float] = {Lion: 0.1, SAM: 0.5}


def newcomer(entrants: Sequence[Entrant], kind: type[Optimizer]) -> Entrant:
    """An optimizer that does not race among these yet, with the settings that it begins with.

    Its learning rate is that of the one that it is most like, so that it moves as they do; where
    all have one rate, or a library's defaults, or none is like it, it has those. A wrapped rule
    has the settings of the rule itself.
    """
    rule = inner(kind)
    if rule:
        begins = newcomer(entrants, rule)
        found = next((each for each in entrants if type(each.optimizer) is rule), begins)
        return Entrant(kind.__name__, kind(**found.optimizer.settings()), YOURS)
    origins = {each.origin for each in entrants}
    rates = {getattr(each.optimizer, "lr", None) for each in entrants}
    if origins == {SAME} and len(rates) == 1:
        return begun(kind, rates.pop(), YOURS)
    if not origins <= {DEFAULT, OWN, PLAIN}:
        for relative in relatives(kind):
            for each in entrants:
                if type(each.optimizer) is relative:
                    return begun(kind, share_of(each.optimizer, kind), ALIKE)
    return Entrant(kind.__name__, plain(kind), default_origin(kind))


def relatives(kind: type[Optimizer]) -> Iterator[type[Optimizer]]:
    """The rules whose learning rate it can take, the nearest first.

    None for AdaDelta and for rules that know the curvature or search for their steps, as 1 is
    their rate everywhere, and for rules of users' files, which have their own.
    """
    own = kind not in RULES.values() or kind in loaded_rules().values()
    if own or kind is AdaDelta or (kind in ORACLE_RULES.values() and kind is not SAM):
        return
    original = ORIGINALS.get(kind, kind if kind in (*BY_SIZE, *BY_SLOPE) else Adam)
    yield original
    yield from (each for each, whose in ORIGINALS.items() if whose is original)
    yield from BY_SIZE if original in BY_SIZE else BY_SLOPE


def share_of(optimizer: Optimizer, kind: type[Optimizer]) -> float:
    """The learning rate of a relative, at the first step, as this rule takes it."""
    rate: Any = optimizer.settings()["lr"]
    first = rate.at(0) if isinstance(rate, Piecewise) else rate
    share = SHARES.get(kind)
    return float(f"{share * first:.10g}") if share else float(first)


def begun(kind: type[Optimizer], rate: Any, origin: str) -> Entrant:
    """A rule with this learning rate; where that is its default, it is called so."""
    optimizer = with_rate(plain(kind), rate)
    if optimizer == plain(kind):
        origin = default_origin(kind)
    return Entrant(kind.__name__, optimizer, origin)


def default_origin(kind: type[Optimizer]) -> str:
    """Where the defaults of a rule come from."""
    if kind in loaded_rules().values():
        return OWN
    return PLAIN if kind in ORACLE_RULES.values() else DEFAULT


@lru_cache(maxsize=64)
def plain(kind: type[Optimizer]) -> Optimizer:
    """An optimizer with its defaults; cached, because the page asks for all with every click."""
    return kind()


def with_rate(optimizer: Optimizer, rate: Any) -> Optimizer:
    """The same rule with another learning rate; as it is, if it has none."""
    if "lr" not in optimizer.settings():
        return optimizer
    return with_values(optimizer, {"lr": rate})
