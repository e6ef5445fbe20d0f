"""Losses of jax get jax's own values and gradients, and all those that were recorded.

`python -m tests.references.losses` holds those of torch likewise, which is too large to be
installed for every run of the tests.
"""

import subprocess
import sys
from importlib import import_module
from typing import Any

import autograd.numpy as anp
import pytest

from optviz import function_surface
from tests.references.losses import hold, hold_single_precision_refused, losses


@pytest.mark.parametrize("library", ["numpy", "jax"])
@pytest.mark.parametrize("name", losses(anp))
def test_losses_and_gradients_are_the_recorded_ones(name: str, library: str) -> None:
    hold(name, library)


def test_the_precision_of_jax_is_as_it_was_afterwards() -> None:
    jax: Any = import_module("jax")
    before = jax.config.jax_enable_x64
    function_surface(losses(import_module("jax.numpy"))["norms"], (-2, 2), (-2, 3), minima=())
    assert jax.config.jax_enable_x64 == before


def test_single_precision_is_refused() -> None:
    hold_single_precision_refused("jax")


def test_neither_library_is_imported_for_a_function_of_numpy() -> None:
    code = (
        "import sys; from optviz import function_surface; "
        "function_surface(lambda x, y: x * x + y * y, (-2, 2), (-2, 2)); "
        "assert not {'torch', 'jax'} & sys.modules.keys()"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
