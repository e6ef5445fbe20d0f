"""Losses of torch and jax get these libraries' own values and gradients, as they were recorded."""

import json
import subprocess
import sys
from importlib import import_module
from typing import Any

import autograd.numpy as anp
import numpy as np
import pytest

from optviz import function_surface
from surfaces.own.gradients import gradient_words
from tests.references.losses import RECORD, is_vector, losses

RECORDED = json.loads(RECORD.read_text(encoding="utf-8"))
LIBRARIES = {"numpy": "autograd.numpy", "torch": "torch", "jax": "jax.numpy"}
BY = {"numpy": "by autograd", "torch": "by torch.autograd", "jax": "by jax.grad"}


@pytest.mark.parametrize("recorded", ["torch", "jax"])
@pytest.mark.parametrize("library", LIBRARIES)
@pytest.mark.parametrize("name", losses(anp))
def test_losses_and_gradients_are_the_recorded_ones(name: str, library: str, recorded: str) -> None:
    if library != "numpy":
        pytest.importorskip(library)
    function = losses(import_module(LIBRARIES[library]))[name]
    surface = function_surface(function, (-2, 2), (-2, 3), minima=())
    # Two numbers that are arrays of numpy alone take no library: then autograd differentiates.
    expected_by = {BY[library], BY["numpy"]} if name == "plane" else {BY[library]}
    assert gradient_words(surface).removeprefix("gradient ") in expected_by
    points = np.array(RECORDED["points"])
    expected = np.array(RECORDED[recorded][name])
    np.testing.assert_allclose(surface.loss(*points.T), expected[:, 0], rtol=1e-14)
    np.testing.assert_allclose(surface.step_gradient(points), expected[:, 1:], rtol=1e-13)
    np.testing.assert_allclose(surface.step_gradient(points[1]), expected[1, 1:], rtol=1e-13)
    assert is_vector(name) == ("vector" in surface.source or "(" in surface.source)


def test_the_precision_of_jax_is_as_it_was_afterwards() -> None:
    jax: Any = pytest.importorskip("jax")
    before = jax.config.jax_enable_x64
    function_surface(losses(import_module("jax.numpy"))["norms"], (-2, 2), (-2, 3), minima=())
    assert jax.config.jax_enable_x64 == before


@pytest.mark.parametrize(("library", "cast"), [("torch", "float"), ("jax", "astype")])
def test_single_precision_is_refused(library: str, cast: str) -> None:
    pytest.importorskip(library)
    xp: Any = import_module(LIBRARIES[library])
    arguments = ("float32",) if cast == "astype" else ()
    with pytest.raises(ValueError, match=r"returns float32 at .*: let it compute in double"):
        function_surface(lambda x, y: getattr(xp.sin(x) + y, cast)(*arguments), (-2, 2), (-2, 2))


def test_neither_library_is_imported_for_a_function_of_numpy() -> None:
    code = (
        "import sys; from optviz import function_surface; "
        "function_surface(lambda x, y: x * x + y * y, (-2, 2), (-2, 2)); "
        "assert not {'torch', 'jax'} & sys.modules.keys()"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
