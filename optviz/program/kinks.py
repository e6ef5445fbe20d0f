"""Where second derivatives are no more than those of one piece: on the borders between pieces."""

from optviz.program.program import CONSTANT
from optviz.program.trace import Trace

# What has a kink or a jump where its operand is 0; and where its two operands are equal.
AT_ZERO = ("absolute", "sign", "relu")
AT_TIES = ("maximum", "minimum")
COMPARED = ("less", "less_equal", "greater", "greater_equal", "equal", "not_equal")


def at_border(trace: Trace, value: int) -> int | None:
    """The place of whether an operation below a value is where it has no second derivative.

    The pieces may fit smoothly there all the same, as those of x |x|^3: this is not examined.

    Args:
        trace: of the value; what is needed is added to it.
        value: the place of a number.

    Returns:
        A number's place: 0 for no. None where nothing below the value has such borders.
    """
    needed = {value}
    for place in range(value, -1, -1):
        if place in needed:
            needed.update(trace.values[place].operands)
    found: int | None = None
    for place in sorted(needed):
        border = border_of(trace, place)
        if border is None or trace.values[border].operation == CONSTANT:
            continue
        if trace.values[border].sampled:
            border = trace.sum(border)
        found = border if found is None else trace.apply("logical_or", found, border)
    return found


def border_of(trace: Trace, place: int) -> int | None:
    """Whether one operation is at its border; None for those that have none."""
    operation, operands, *_ = trace.values[place]
    if operation in AT_ZERO:
        return trace.apply("equal", operands[0], trace.constant(0.0))
    if operation in (*AT_TIES, *COMPARED):
        return trace.apply("equal", *operands)
    if operation == "hypot":
        return trace.apply("equal", place, trace.constant(0.0))
    if operation == "floor":
        return trace.apply("equal", place, operands[0])
    return None
