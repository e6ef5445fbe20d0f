"""Whether the browser's numbers must be Python's bit for bit, and whether they are."""

import numpy as np
from numpy.typing import NDArray

from optviz.optimizers import Optimizer
from optviz.program.program import all_exact
from optviz.program.tracing import step_program
from surfaces.surface import Surface

Array = NDArray[np.float64]


def is_exact(kind: type[Optimizer], surface: Surface) -> bool:
    """Whether IEEE 754 fixes every operation of a step."""
    stages = len(surface.stages.parts) if surface.stages else 1
    return all(all_exact(step_program(kind, surface, stage)) for stage in range(stages))


def compare(bits: list[str], expected: Array, exact: bool) -> None:
    """Numbers that Node.js found, as bits, against Python's: equal, or nearly."""
    found = np.array(bits, dtype=np.int64).view(float).reshape(expected.shape)
    if exact:
        np.testing.assert_array_equal(found, expected)
    else:
        scale = np.nanmax(np.abs(expected), initial=1e-300)
        np.testing.assert_allclose(found, expected, rtol=1e-8, atol=1e-9 * scale)
