"""Gradient transformations of optax."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import numpy as np

from optviz.adapters.adapted import (
    Adapted,
    Kept,
    adapted,
    called,
    checked_shape,
    first_line,
    library,
    tried,
)
from optviz.optimizers import Array, Optimizer, State


def optax_optimizer(rule: Any, *, name: str | None = None, **settings: Any) -> Optimizer:
    """An optimizer of optax.

    Args:
        rule: the function that makes it, as optax.lion; or what such a function returned, which
            then has no hyper-parameters to be changed and needs a name.
        name: for legends; the function's own with Optax behind it, if None.
        settings: as for `torch_optimizer`.

    Raises:
        ValueError: optax is not installed, or as for `torch_optimizer`.
    """
    optax = library("optax")
    if hasattr(rule, "init") and hasattr(rule, "update"):
        if name is None or settings:
            raise ValueError(
                "a transformation that optax has made needs a name= and takes no settings"
            )
        finished = rule

        def rule() -> Any:
            return finished

    own = name or f"{called(rule)[:1].upper()}{called(rule)[1:]}Optax"
    source = f"optax {optax.__version__}" + ("" if name else f", optax.{called(rule)}")
    made = adapted(OptaxRule, own, rule, source, settings)
    with doubles_in_jax() as jax:
        try:
            begun = rule(**made.settings_for(made().settings())).init(jax.numpy.zeros(2))
        except Exception as error:
            raise ValueError(f"{own} cannot be made: {first_line(error)}") from None
        made.memory = tuple(leaves(jax, begun))
    return tried(made)


class OptaxRule(Adapted):
    """A gradient transformation of optax; its state begins as optax has it."""

    def init(self, x: Array) -> State:
        history: dict[str, Array] = {}
        for where, settings in self.groups(x.shape):
            with doubles_in_jax() as jax:
                state = (
                    type(self)
                    .make(**type(self).settings_for(settings))
                    .init(jax.numpy.asarray(x[where]))
                )
                for name, leaf in leaves(jax, state).items():
                    value = checked_shape(name, np.asarray(leaf), np.shape(x[where]))
                    history.setdefault(name, np.zeros(x.shape))[where] = value
        return State({"t": 0} | history)

    def advance(
        self, x: Array, g: Array, kept: Kept, t: int, settings: dict[str, Any]
    ) -> tuple[Array, Kept]:
        optax = library("optax")
        with doubles_in_jax() as jax:
            point, gradient = jax.numpy.asarray(x), jax.numpy.asarray(g)
            transformation = type(self).make(**settings)
            fresh = transformation.init(point)
            old = [
                jax.numpy.asarray(kept[name] if leaf.ndim else kept[name].flat[0], leaf.dtype)
                for name, leaf in leaves(jax, fresh).items()
            ]
            state = jax.tree_util.tree_unflatten(jax.tree_util.tree_structure(fresh), old)
            updates, state = transformation.update(gradient, state, point)
            after = np.array(optax.apply_updates(point, updates))
            return after, {
                name: checked_shape(name, np.asarray(leaf), x.shape)
                for name, leaf in leaves(jax, state).items()
            }


def leaves(jax: Any, state: Any) -> dict[str, Any]:
    """The arrays of an optax state by the last name on the way to each; a second one is mu_2."""
    named: dict[str, Any] = {}
    for path, leaf in jax.tree_util.tree_flatten_with_path(state)[0]:
        names = [each.name for each in path if hasattr(each, "name")]
        name = names[-1] if names else "state"
        name = "count" if name == "t" else name  # t is the number of the step here
        again = sum(each.rpartition("_")[0] == name or each == name for each in named)
        named[f"{name}_{again + 1}" if again else name] = leaf
    return named


@contextmanager
def doubles_in_jax() -> Iterator[Any]:
    """Jax, which computes in double precision within the block and in this thread only."""
    jax = library("jax")
    old = getattr(jax, "experimental", None)
    enable: Callable[[bool], AbstractContextManager[Any]] = (
        jax.enable_x64 if hasattr(jax, "enable_x64") else old.enable_x64  # type: ignore[union-attr]
    )
    with enable(True):
        yield jax
