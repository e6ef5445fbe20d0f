"""What a browser needs to see curvature: the Hessian's program, and each rule's limit."""

from functools import lru_cache
from typing import Any

from optviz.optimizers import Optimizer, State
from optviz.program.program import Program
from optviz.program.symbols import Symbol
from optviz.program.trace import Trace
from optviz.program.tracing import STATE, pair, places, point, symbolic
from optviz.stability import LIMITS, Limit


@lru_cache(maxsize=256)
def limit_program(kind: type[Optimizer], limit: Limit) -> Program:
    """The limit of a rule's sharpness, and by what the Hessian is scaled before.

    Inputs are, for each hyper-parameter as lr, hyper.lr, and where there are rates t and
    state.rate.x, state.rate.y after the step; outputs are `limit` and, if there are, `rates`.
    """
    trace = Trace()
    own = symbolic(kind, trace)
    outputs = {"limit": places(limit.value(own), trace)}
    if limit.rates is not None:
        after = State({"t": Symbol(trace, trace.input("t")), "rate": point(trace, STATE + "rate")})
        outputs["rates"] = pair(limit.rates(own, after), trace)
    return trace.program(outputs)


def limit_content(kind: type[Optimizer], place: Any) -> dict[str, Any] | None:
    """The limit of a rule, as web/engine/curvature.js has it; None where none is known.

    Args:
        kind: the rule; only this very one has its limit, not what is derived from it.
        place: where a program stands among all, as `Collected.place` says it.
    """
    limit = LIMITS.get(kind)
    if limit is None:
        return None
    return {"program": place(limit_program(kind, limit)), "words": limit.words}
