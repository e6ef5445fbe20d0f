"""Record losses and gradients of torch.autograd and jax.grad: `python -m tests.references.losses`.

The libraries are called as their users call them, in double precision and without this project.
Then `function_surface` of their functions is held to both records.
"""

import json
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import autograd.numpy as anp
import numpy as np
import pytest

from optviz import function_surface
from surfaces.own.gradients import gradient_words

RECORD = Path(__file__).with_name("losses.json")
LIBRARIES = {"numpy": "autograd.numpy", "torch": "torch", "jax": "jax.numpy"}  # -> its functions
BY = {"numpy": "by autograd", "torch": "by torch.autograd", "jax": "by jax.grad"}
CASTS = {"torch": ("float", ()), "jax": ("astype", ("float32",))}
POINTS = [(-1.2, 1.0), (0.3, -0.7), (1.1, 2.4), (0.0, 0.5)]


def losses(xp: Any) -> dict[str, Callable[..., Any]]:
    """Losses of two numbers and of a vector, written with a library's own functions."""
    return {
        "ripples": lambda x, y: xp.sin(3 * x) * xp.exp(-y * y) + 0.1 * (x * x + y * y),
        "plane": lambda x, y: 2 * x + 0 * y,
        "norms": lambda w: xp.sqrt((w * w).sum() + 1) + xp.log(1 + xp.exp(w[0] - w[1])),
    }


def is_vector(name: str) -> bool:
    """Whether a loss takes one vector of two."""
    return name == "norms"


def by_torch() -> dict[str, Any]:
    """name -> loss and gradient at every point."""
    torch: Any = import_module("torch")
    found: dict[str, Any] = {}
    for name, loss in losses(torch).items():
        found[name] = []
        for point in POINTS:
            w = torch.tensor(point, dtype=torch.float64, requires_grad=True)
            value = loss(w) if is_vector(name) else loss(*w)
            value.backward()
            found[name].append([value.item(), *w.grad.tolist()])
    return found


def by_jax() -> dict[str, Any]:
    """The same by jax."""
    jax: Any = import_module("jax")
    jax.config.update("jax_enable_x64", True)
    found: dict[str, Any] = {}
    for name, loss in losses(import_module("jax.numpy")).items():
        of_vector = loss if is_vector(name) else lambda w, loss=loss: loss(w[0], w[1])
        both = jax.value_and_grad(of_vector)
        pairs = [both(np.array(point)) for point in POINTS]
        found[name] = [[float(value), *map(float, slope)] for value, slope in pairs]
    return found


def versions() -> dict[str, str]:
    """Of what was recorded."""
    return {name: str(import_module(name).__version__) for name in ("torch", "jax")}


def hold(name: str, library: str) -> None:
    """Hold a library's loss, made a surface, to what both libraries said.

    Args:
        name: key of `losses`.
        library: key of LIBRARIES; it has to be installed.
    """
    function = losses(import_module(LIBRARIES[library]))[name]
    surface = function_surface(function, (-2, 2), (-2, 3), minima=())
    # Two numbers that are arrays of numpy alone take no library: then autograd differentiates.
    expected_by = {BY[library], BY["numpy"]} if name == "plane" else {BY[library]}
    assert gradient_words(surface).removeprefix("gradient ") in expected_by
    assert is_vector(name) == ("vector" in surface.source or "(" in surface.source)
    record = json.loads(RECORD.read_text(encoding="utf-8"))
    points = np.array(record["points"])
    for recorded in ("torch", "jax"):
        expected = np.array(record[recorded][name])
        np.testing.assert_allclose(surface.loss(*points.T), expected[:, 0], rtol=1e-14)
        np.testing.assert_allclose(surface.step_gradient(points), expected[:, 1:], rtol=1e-13)
        np.testing.assert_allclose(surface.step_gradient(points[1]), expected[1, 1:], rtol=1e-13)


def hold_single_precision_refused(library: str) -> None:
    """A loss of torch or jax that falls to single precision has to be refused in a sentence."""
    xp: Any = import_module(LIBRARIES[library])
    cast, arguments = CASTS[library]
    with pytest.raises(ValueError, match=r"returns float32 at .*: let it compute in double"):
        function_surface(lambda x, y: getattr(xp.sin(x) + y, cast)(*arguments), (-2, 2), (-2, 2))


if __name__ == "__main__":
    made = {"versions": versions(), "points": POINTS, "torch": by_torch(), "jax": by_jax()}
    RECORD.write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8")
    for library in LIBRARIES:
        for name in losses(anp):
            hold(name, library)
    for library in CASTS:
        hold_single_precision_refused(library)
