"""Whether a rule mixes the runs of a batch, found out by stepping some together and each alone.

The shape of a batch is (..., 2), and a rule like `g / np.linalg.norm(g)` takes one norm of all of
it: right for one start, and wrong for many, without a word.
"""

import time
from dataclasses import replace
from functools import lru_cache
from typing import Any
from weakref import WeakSet

import numpy as np

from optviz.optimizers import Array, Optimizer, State
from optviz.stepping.failures import failure
from optviz.stepping.members import Place, place_of, settings_of

PATIENCE = 0.5  # s for the steps of a trial
MEMBERS = 5  # no other number of the shapes, so that no wrong axis fits by chance
# The numbers of the trial's steps: the first, and some that warm-ups end before.
TIMES = (1, 2, 3, 4, 5, 20, 100, 1000, 10_000)
# Far apart in size, so that whatever is clipped or compared differs from member to member.
_draws = np.random.Generator(np.random.PCG64(5)).uniform(-1, 1, (2, len(TIMES), MEMBERS, 2))
GRADIENTS: Array = np.sign(_draws[0]) * 10.0 ** (8 * _draws[1])
POINTS: Array = np.array([[1.0, 1.6], [-0.3, 0.25], [2.0, -1.5], [1e-4, -40.0], [300.0, 7.0]])

# What comes of a trial.
KEEPS_APART, MIXES, UNSTEADY = "keeps apart", "mixes", "unsteady"
ASKED_AGAIN = (
    "takes another step when it is asked the same again, so it uses randomness or keeps something "
    "elsewhere than in s"
)

MIXED: WeakSet[type[Optimizer]] = WeakSet()  # classes that were seen to mix in a race


class MixesBatch(Exception):  # noqa: N818, it is no error
    """A rule turned out to mix a batch, or to take none: its runs are stepped by themselves."""

    def __init__(self, kind: type[Optimizer]) -> None:
        super().__init__(kind.__name__)
        self.kind = kind


def mixes(optimizer: Optimizer, shape: tuple[int, ...]) -> bool:
    """Whether members of a batch of this shape are stepped otherwise together than alone.

    Some of its members are tried, with their own settings where these are arrays. A rule that
    fails on the trial, together or alone, or is too slow for it, counts as one that mixes: by
    itself each run is right in any case.

    Raises:
        RuleFailed: it takes another step when it is asked the same again.
    """
    found = verdict(optimizer, shape)
    if found == UNSTEADY:
        raise failure(optimizer, f"{ASKED_AGAIN}: it can race from one start, but not from many")
    return found == MIXES


def verdict(optimizer: Optimizer, shape: tuple[int, ...]) -> str:
    """What comes of a trial: KEEPS_APART, MIXES or UNSTEADY."""
    total = int(np.prod(shape[:-1]))
    places = [place_of(k * max(1, total - 1) // (MEMBERS - 1), shape) for k in range(MEMBERS)]
    return tried(type(optimizer), settings_at(optimizer, shape, places))


Settings = tuple[tuple[str, Any], ...]


def settings_at(
    optimizer: Optimizer, shape: tuple[int, ...], places: list[Place]
) -> tuple[Settings, ...]:
    """The settings of some members, those that are alike in all as numbers; can be looked up."""
    found = []
    for at in places:
        own = settings_of(optimizer, shape, at)
        found.append(tuple((name, tuple(v) if np.ndim(v) else v) for name, v in own.items()))
    return tuple(found)


@lru_cache(maxsize=512)
def tried(kind: type[Optimizer], settings: tuple[Settings, ...]) -> str:
    """What comes of the trial of members with these settings; found out once."""
    with np.errstate(all="ignore"):
        try:
            own = [kind(**{name: unpacked(value) for name, value in each}) for each in settings]
            alone, again = (
                [march(each, POINTS[k], GRADIENTS[:, k]) for k, each in enumerate(own)]
                for _ in range(2)
            )
        except (Exception, SystemExit):  # a user's rule may raise anything
            return MIXES
        if not all(same(*pair) for pair in zip(alone, again, strict=True)):
            return UNSTEADY
        try:
            together = march(batch_of(own), POINTS, GRADIENTS)
        except (Exception, SystemExit):
            return MIXES
    return KEEPS_APART if same(together, np.stack(alone, axis=-2)) else MIXES


def batch_of(own: list[Optimizer]) -> Optimizer:
    """One optimizer for all of these; settings that differ are arrays."""
    columns: dict[str, Any] = {}
    for name, value in own[0].settings().items():
        values = [each.settings()[name] for each in own]
        if not all(np.array_equal(value, each) for each in values):
            columns[name] = np.array([np.atleast_1d(each) for each in values])
    return replace(own[0], **columns) if columns else own[0]


def unpacked(value: Any) -> Any:
    """A setting as an optimizer takes it."""
    return np.array(value) if isinstance(value, tuple) else value


def march(optimizer: Optimizer, x: Array, gradients: Array) -> Array:
    """(quantities, ..., 2) all that comes of the trial's steps: points, and what the rule keeps."""
    x, state = x.copy(), optimizer.init(x)
    seen: list[Array] = []
    for t, g in zip(TIMES, gradients, strict=True):
        if t == TIMES[1]:  # the first step may import a library
            began = time.monotonic()
        elif t > TIMES[1] and time.monotonic() - began > PATIENCE:
            raise TimeoutError
        seen.append(np.asarray(optimizer.lookahead(x, state), dtype=float))
        state = State(vars(state))
        state.t = t
        x = np.array(optimizer.rule(x, g.copy(), state), dtype=float)
        kept = [value for name, value in sorted(vars(state).items()) if name != "t"]
        seen += [x, *(np.broadcast_to(np.asarray(each, dtype=float), x.shape) for each in kept)]
        if x.shape != seen[0].shape:
            raise ValueError(x.shape)
    return np.stack(seen)


def same(one: Any, other: Any) -> bool:
    """Whether two results are equal, bit for bit; nan is nan."""
    one, other = np.asarray(one, dtype=float), np.asarray(other, dtype=float)
    if one.shape != other.shape and {one.ndim, other.ndim} & {0, 1}:
        one, other = np.broadcast_arrays(one, other)  # a number stands for both coordinates
    return bool(np.array_equal(one, other, equal_nan=True))
