"""L-BFGS: curvature learnt from how the gradient changed in the last steps."""

from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np

from optviz.optimizers import Array, Optimizer, State
from optviz.oracles.oracle import along, inner

PAIRS = 4  # that can be remembered
CURVED = 1e-10  # y^T s of pairs that are taken; torch's number


@dataclass(frozen=True)
class LBFGS(Optimizer):
    """Steps scaled by an inverse Hessian that the last moves and changes of gradient imply.

        x <- x + move

    move is lr times the direction of the two-loop recursion over the last pairs s = x - x_last and
    y = g - g_last, at most `pairs` of them, of which those with y^T s > 1e-10 are taken; s1, y1 is
    the newest. The first step is -lr min(1, 1 / |g|_1) g.

    Source: J. Nocedal, Updating quasi-Newton matrices with limited storage, Mathematics of
    Computation 35, 1980; D. Liu, J. Nocedal, Mathematical Programming 45, 1989, the scale
    gamma = s^T y / y^T y.
    Frameworks: torch.optim.LBFGS without a line search and with max_iter=1 is this, its
    history_size pairs here; optax takes the first step otherwise.
    """

    lr: float = 1.0
    pairs: float = 4
    memory: ClassVar[tuple[str, ...]] = (
        *("move", "g_last", "gamma", "kept"),
        *(f"s{k}" for k in range(1, PAIRS + 1)),
        *(f"y{k}" for k in range(1, PAIRS + 1)),
    )

    def begin(self) -> dict[str, Any]:
        return {"gamma": 1.0}

    def rule(self, x: Array, g: Array, s: State) -> Array:
        self.remember(g, s)
        direction = self.direction(g, s)
        size = np.abs(g[..., 0]) + np.abs(g[..., 1])
        first = np.minimum(1.0, 1.0 / size)[..., np.newaxis]
        s.g_last = 1.0 * g
        s.move = self.lr * np.where(s.t == 1, first, 1.0) * direction
        return x + s.move

    def remember(self, g: Array, s: State) -> None:
        """Take the pair of the last step, if the loss is curved along it."""
        change = g - s.g_last
        product = inner(change, s.move)
        taken = (product > CURVED)[..., np.newaxis]  # not in the first step: move is 0 before it
        pairs = [(getattr(s, f"s{k}"), getattr(s, f"y{k}")) for k in range(1, PAIRS + 1)]
        shifted = [(s.move, change), *pairs[:-1]]
        for k, (new, old) in enumerate(zip(shifted, pairs, strict=True), start=1):
            setattr(s, f"s{k}", np.where(taken, new[0], old[0]))
            setattr(s, f"y{k}", np.where(taken, new[1], old[1]))
        scale = (product / inner(change, change))[..., np.newaxis]
        s.gamma = np.where(taken, scale, s.gamma)
        s.kept = np.where(taken, np.minimum(s.kept + 1, self.pairs), s.kept)

    def direction(self, g: Array, s: State) -> Array:
        """The two-loop recursion, from the newest pair to the oldest and back."""
        q, shares = -g, []
        for k in range(1, PAIRS + 1):
            move, change = getattr(s, f"s{k}"), getattr(s, f"y{k}")
            there = s.kept[..., 0] >= k
            weight = 1.0 / np.where(there, inner(change, move), 1.0)
            share = np.where(there, inner(move, q) * weight, 0.0)
            q = along(q, -share, change)
            shares.append((share, weight, there, move, change))
        r = q * s.gamma
        for share, weight, there, move, change in reversed(shares):
            back = np.where(there, inner(change, r) * weight, 0.0)
            r = along(r, share - back, move)
        return r
