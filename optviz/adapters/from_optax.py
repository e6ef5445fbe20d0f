"""Gradient transformations of optax."""

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from functools import lru_cache, partial
from typing import Any, ClassVar

import numpy as np

from optviz.adapters.adapted import Adapted
from optviz.adapters.making import adapted, called, library
from optviz.adapters.running import Given, Objective, Stepper
from optviz.adapters.trial import CURVATURE, START, TILTS
from optviz.optimizers import Array, Optimizer

# What jax compiles anew at each call unless the whole step is compiled once.
LOOPS = ("while[", "cond[", "scan[")


def optax_optimizer(rule: Any, *, name: str | None = None, **settings: Any) -> Optimizer:
    """An optimizer of optax.

    Args:
        rule: the function that makes it, as optax.lion; or what such a function returned, which
            then has no hyper-parameters to be changed and needs a name.
        name: for legends; the function's own with Optax behind it, if None.
        settings: as for `torch_optimizer`. A schedule may stand in place of a number; it is then
            no hyper-parameter.

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
    optimizer: Optimizer = adapted(OptaxRule, own, rule, source, settings)()
    optimizer.init(START)
    return optimizer


class OptaxRule(Adapted):
    """A gradient transformation of optax."""

    ways: ClassVar[tuple[str, ...]] = ("", "value", "grad_fn")

    @classmethod
    def stepper(cls, settings: Mapping[str, float], x: Array, asks: str) -> Stepper:
        return OptaxStepper(update_of(cls, tuple(settings.items()), asks), x)

    @classmethod
    def alone(cls, settings: Mapping[str, float], asks: str) -> Iterator[Array]:
        """The loop of optax's own documentation; its updates are given the loss if asked for."""
        optax = library("optax")
        with doubles_in_jax() as jax:
            rule = cls.make(**cls.settings_for(settings))
            parameter = parameter_of(rule, jax.numpy.asarray(START))
            state = rule.init(parameter)

            def step(parameter: Any, state: Any, tilt: Any) -> tuple[Any, Any]:
                def loss(x: Any) -> Any:
                    return ((CURVATURE * x + tilt) * x).sum()

                x = point_of(parameter)
                gradient = 2 * CURVATURE * x + tilt
                more = extras(asks, loss(x), gradient, loss, jax.grad(loss)) if asks else {}
                updates, state = rule.update(gradient, state, parameter, **more)
                return optax.apply_updates(parameter, updates), state

            tilts = jax.numpy.asarray(TILTS)
            if asks or has_loops(jax, step, parameter, state, tilts[0]):
                step = jax.jit(step)
            for tilt in tilts:
                parameter, state = step(parameter, state, tilt)
                yield np.asarray(point_of(parameter))


class Update:
    """A transformation's step as a function, compiled by jax where that is much quicker.

    Attributes:
        rule: the transformation.
        pair: the type of its parameter, if that is optax.lookahead's pair.
        given: what the step is given that is taken at the moment, for what asks for the loss.
    """

    def __init__(self, jax: Any, rule: Any, asks: str) -> None:
        self.rule = rule
        self.asks = asks
        self.given: Given | None = None
        self.taking = threading.Lock()
        x = jax.numpy.asarray(START)
        parameter = parameter_of(rule, x)
        self.pair = type(parameter) if hasattr(parameter, "fast") else None
        first = parameter, rule.init(parameter), x, jax.numpy.asarray(0.0)
        many = bool(asks) or has_loops(jax, self.take, *first)
        self.function = jax.jit(self.take) if many else self.take

    def __call__(self, parameter: Any, state: Any, given: Given) -> tuple[Any, Any]:
        """The parameter and the state after a step."""
        with self.taking, doubles_in_jax() as jax:
            self.given = given
            gradient = jax.numpy.asarray(given.g)
            measured = jax.numpy.asarray(float(self.loss(given.x)) if self.asks else 0.0)
            after = self.function(parameter, state, gradient, measured)
            return tuple(jax.block_until_ready(after))

    def take(self, parameter: Any, state: Any, gradient: Any, value: Any) -> tuple[Any, Any]:
        """The same as a function of arrays."""
        optax, jax = library("optax"), library("jax")
        loss, at = self.loss_in(jax), partial(self.gradient_in, jax)
        more = extras(self.asks, value, gradient, loss, at) if self.asks else {}
        updates, state = self.rule.update(gradient, state, parameter, **more)
        return optax.apply_updates(parameter, updates), state

    def loss_in(self, jax: Any) -> Any:
        """The loss of the step as a function that jax can differentiate."""

        def value(x: Any) -> Any:
            return jax.pure_callback(self.loss, jax.ShapeDtypeStruct((), np.float64), x)

        def tangent(points: Any, changes: Any) -> Any:
            return loss(*points), (self.gradient_in(jax, *points) * changes[0]).sum()

        loss = jax.custom_jvp(value)
        loss.defjvp(tangent)
        return loss

    def gradient_in(self, jax: Any, x: Any) -> Any:
        """The gradient of the step's loss."""
        return jax.pure_callback(self.gradient, jax.ShapeDtypeStruct(x.shape, np.float64), x)

    def loss(self, x: Array) -> Array:
        """The loss of the step that is taken at the moment."""
        return self.objective().loss(x)

    def gradient(self, x: Array) -> Array:
        """Its gradient."""
        return self.objective().gradient(x)

    def objective(self) -> Objective:
        """What that step descends."""
        if self.given is None or self.given.objective is None:
            raise ValueError("it asks for the loss, and here only gradients are known")
        return self.given.objective


@lru_cache(256)
def update_of(rule: type[OptaxRule], settings: tuple[tuple[str, float], ...], asks: str) -> Update:
    """The step of a rule; made once, because compiling takes long."""
    with doubles_in_jax() as jax:
        return Update(jax, rule.make(**rule.settings_for(dict(settings))), asks)


class OptaxStepper:
    """A parameter and a transformation's state, as long as a run."""

    def __init__(self, update: Update, x: Array) -> None:
        self.update = update
        with doubles_in_jax() as jax:
            here = jax.numpy.asarray(x)
            self.parameter = update.pair.init_synced(here) if update.pair else here
            self.state = update.rule.init(self.parameter)

    def step(self, given: Given) -> Array:
        with doubles_in_jax() as jax:
            here = with_point(self.parameter, jax.numpy.asarray(given.x))
        self.parameter, self.state = self.update(here, self.state, given)
        return np.array(point_of(self.parameter))

    def quantities(self) -> Mapping[str, Any]:
        """The state's leaves, and the slow parameter where there is one."""
        slow = {"slow": self.parameter.slow} if hasattr(self.parameter, "slow") else {}
        return {
            name: np.asarray(leaf)
            for name, leaf in (leaves(library("jax"), self.state) | slow).items()
            if getattr(getattr(leaf, "dtype", None), "kind", "") in {*"fiub"}  # keys have none
        }


def extras(
    asks: str, value: Any, gradient: Any, loss: Callable[[Any], Any], at: Callable[[Any], Any]
) -> dict[str, Any]:
    """What an update is given besides the gradient, by the names that optax has for it.

    Args:
        asks: "value" for what a line search asks for, "grad_fn" for SAM.
        value: the loss at the point.
        gradient: its gradient there.
        loss: the loss anywhere, differentiable by jax.
        at: its gradient anywhere.
    """
    if asks == "grad_fn":
        return {"grad_fn": lambda x, _: at(x)}
    return {"value": value, "grad": gradient, "value_fn": loss}


def parameter_of(rule: Any, x: Any) -> Any:
    """What a transformation has as its parameter at x: x, or the pair that optax.lookahead has."""
    paired = has_part(rule.init(x), "LookaheadState")
    return library("optax").LookaheadParams.init_synced(x) if paired else x


def has_part(state: Any, name: str) -> bool:
    """Whether a state, made of tuples and dicts, has a part of the type of this name."""
    parts = state.values() if isinstance(state, Mapping) else state
    return type(state).__name__ == name or (
        isinstance(state, tuple | list | Mapping) and any(has_part(each, name) for each in parts)
    )


def point_of(parameter: Any) -> Any:
    """The point that moves, of a parameter or of optax.lookahead's pair."""
    return getattr(parameter, "fast", parameter)


def with_point(parameter: Any, x: Any) -> Any:
    """The parameter with its point at x."""
    return parameter._replace(fast=x) if hasattr(parameter, "fast") else x


def has_loops(jax: Any, step: Callable[..., Any], *first: Any) -> bool:
    """Whether a step has parts that jax compiles at each call, unless all of it is compiled."""
    program = str(jax.make_jaxpr(step)(*first))
    return any(each in program for each in LOOPS)


def leaves(jax: Any, state: Any) -> dict[str, Any]:
    """The arrays of an optax state by the last name on the way to each; a second one is mu_2."""
    named: dict[str, Any] = {}
    for path, leaf in jax.tree_util.tree_flatten_with_path(state)[0]:
        names = [each.name for each in path if hasattr(each, "name")]
        names += [each.key for each in path[-1:] if isinstance(getattr(each, "key", None), str)]
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
