"""Wrappers that change the gradient before a rule gets it: clipping, L2, noise."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any, ClassVar

import numpy as np

from optviz.optimizers import Array, State
from optviz.wrappers.wrapper import Wrapper


@dataclass(frozen=True)
class ClipNorm(Wrapper):
    """The gradient, no longer than `most_norm`: a longer one is shortened to that length.

        norm <- length(g)
        g_clip <- g if norm < most_norm else g / norm most_norm

    Source: R. Pascanu, T. Mikolov, Y. Bengio, On the difficulty of training recurrent neural
    networks, ICML 2013, Algorithm 1.
    Frameworks: optax.clip_by_global_norm as here; torch.nn.utils.clip_grad_norm_ adds 1e-6 to the
    norm.
    """

    key: ClassVar[str] = "clipnorm"
    gives: ClassVar[str] = "g_clip"

    most_norm: float = 1.0

    def rule(self, x: Array, g: Array, s: State) -> Array:
        s.norm = length(g)
        s.g_clip = np.where(s.norm < self.most_norm, g, g / s.norm * self.most_norm)
        return super().rule(x, s.g_clip, s)


def length(g: Array) -> Array:
    """The length of (..., 2) vectors, once for each of their coordinates."""
    return np.asarray(np.sqrt(g[..., 0] * g[..., 0] + g[..., 1] * g[..., 1]))[..., None] + 0 * g


@dataclass(frozen=True)
class ClipValue(Wrapper):
    """Each coordinate of the gradient, between -`most` and `most`; so its direction may change.

        g_cut <- g if abs(g) < most else most sign(g)

    Source: T. Mikolov, Statistical language models based on neural networks, thesis, Brno 2012,
    section 3.2.2.
    Frameworks: torch.nn.utils.clip_grad_value_ and optax.clip as here.
    """

    key: ClassVar[str] = "clipvalue"
    gives: ClassVar[str] = "g_cut"

    most: float = 1.0

    def rule(self, x: Array, g: Array, s: State) -> Array:
        s.g_cut = np.where(np.abs(g) < self.most, g, self.most * np.sign(g))
        return super().rule(x, s.g_cut, s)


@dataclass(frozen=True)
class L2(Wrapper):
    """The gradient of the loss and of `l2` / 2 |x|^2; where a rule scales gradients, of both.

        g_l2 <- g + l2 AT

    Source: A. Krogh, J. A. Hertz, A simple weight decay can improve generalization, NIPS 1991.
    Frameworks: weight_decay of torch.optim's rules but AdamW; optax.add_decayed_weights before a
    rule. It is measured where the gradient is.
    """

    key: ClassVar[str] = "l2"
    gives: ClassVar[str] = "g_l2"

    l2: float = 0.01

    def rule(self, x: Array, g: Array, s: State) -> Array:
        s.g_l2 = g + self.l2 * self.lookahead(x, s)
        return super().rule(x, s.g_l2, s)


@dataclass(frozen=True)
class Noise(Wrapper):
    """Normal noise is added to the gradient, of the same size in each coordinate.

    Its standard deviation at step t is noise / (1 + t)^fade, with t from 1; `noise_seed` says which
    noise it is. Optimizers with the same seed get the same.

    Source: A. Neelakantan et al., Adding gradient noise improves learning for very deep networks,
    2015, arXiv:1511.06807, eq. 1, where the variance is eta / (1 + t)^gamma: noise is the root of
    eta, and fade half of gamma.
    Frameworks: optax.add_noise, with other random numbers.
    """

    key: ClassVar[str] = "noise"
    gives: ClassVar[str] = "g_noisy"
    shown: ClassVar[bool] = False  # its noise has no equation

    noise: float = 0.1
    fade: float = 0.0
    noise_seed: float = 0.0

    def rule(self, x: Array, g: Array, s: State) -> Array:
        size = self.noise / np.power(1.0 + s.t, self.fade)
        s.noise_drawn = size * drawn(int(self.noise_seed), int(s.t)) + 0 * g
        s.g_noisy = g + s.noise_drawn
        return super().rule(x, s.g_noisy, s)


@lru_cache(maxsize=4096)
def drawn(seed: int, step: int) -> Any:
    """(2,) standard normal numbers of one step."""
    return np.random.Generator(np.random.Philox(key=[seed, step])).standard_normal(2)
