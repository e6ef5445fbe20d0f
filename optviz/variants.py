"""Relatives of the seven optimizers over the same interface, and what libraries make of the seven.

The first nine are rules of their own. The other five are one of the seven as some library or
program has it: with eps in another place, with another start, without a correction, or with
another point kept as the parameter. Each says which convention it follows. Defaults are those of
torch.optim where it has the rule, else of the library or the authors' code that is followed.
"""

from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np

from optviz.optimizers import OPTIMIZERS, Array, Optimizer, State
from optviz.oracles import ORACLE_RULES


@dataclass(frozen=True)
class AdamW(Optimizer):
    """Adam, and x itself decays by a share of lr: not through the gradient, where v would scale it.

        m <- beta1 m + (1 - beta1) g
        v <- beta2 v + (1 - beta2) g^2
        m_hat <- m / (1 - beta1^t)
        v_hat <- v / (1 - beta2^t)
        rate <- lr / (sqrt(v_hat) + eps)
        x <- x - lr decay x - rate m_hat

    Source: I. Loshchilov, F. Hutter, Decoupled weight decay regularization, ICLR 2019,
    arXiv:1711.05101, Algorithm 2; the paper's schedule factor is lr here, and multiplies decay too.
    Frameworks: torch, optax and Keras agree on that; decay is 0.01 by default in torch, 0.0001 in
    optax, 0.004 in Keras, whose eps is that of `AdamEpsHat`.
    """

    lr: float = 1e-3
    beta1: float = 0.9
    beta2: float = 0.999
    eps: float = 1e-8
    decay: float = 1e-2
    memory: ClassVar[tuple[str, ...]] = ("m", "v")

    def rule(self, x: Array, g: Array, s: State) -> Array:
        s.m = self.beta1 * s.m + (1 - self.beta1) * g
        s.v = self.beta2 * s.v + (1 - self.beta2) * (g * g)
        s.m_hat = s.m / (1 - np.power(self.beta1, s.t))
        s.v_hat = s.v / (1 - np.power(self.beta2, s.t))
        s.rate = self.lr / (np.sqrt(s.v_hat) + self.eps)
        return x - self.lr * self.decay * x - s.rate * s.m_hat


@dataclass(frozen=True)
class Nadam(Optimizer):
    """Adam with Nesterov's look ahead in m_hat, under a momentum mu that warms up from beta1 / 2.

        m <- beta1 m + (1 - beta1) g
        v <- beta2 v + (1 - beta2) g^2
        mu <- beta1 (1 - 0.96^(psi t) / 2)
        mu_next <- beta1 (1 - 0.96^(psi (t + 1)) / 2)
        mu_product <- mu_product mu    (it starts at 1)
        m_hat <- mu_next m / (1 - mu_product mu_next) + (1 - mu) g / (1 - mu_product)
        v_hat <- v / (1 - beta2^t)
        rate <- lr / (sqrt(v_hat) + eps)
        x <- x - rate m_hat

    Source: T. Dozat, Incorporating Nesterov momentum into Adam, ICLR workshop 2016; the schedule
    from his report of the same name, Stanford CS229, 2015, with 0.96^(t / 250), psi = 0.004.
    Frameworks: torch as here (it calls psi momentum_decay); Keras has psi = 1; optax has no
    schedule, mu = beta1, which is what a very large psi gives.
    """

    lr: float = 2e-3
    beta1: float = 0.9
    beta2: float = 0.999
    eps: float = 1e-8
    psi: float = 4e-3
    memory: ClassVar[tuple[str, ...]] = ("m", "v", "mu_product")

    def begin(self) -> dict[str, Any]:
        return {"mu_product": 1.0}

    def rule(self, x: Array, g: Array, s: State) -> Array:
        s.m = self.beta1 * s.m + (1 - self.beta1) * g
        s.v = self.beta2 * s.v + (1 - self.beta2) * (g * g)
        s.mu = self.beta1 * (1 - np.power(0.96, self.psi * s.t) / 2)
        s.mu_next = self.beta1 * (1 - np.power(0.96, self.psi * (s.t + 1)) / 2)
        s.mu_product = s.mu_product * s.mu
        ahead = s.mu_next * s.m / (1 - s.mu_product * s.mu_next)
        s.m_hat = ahead + (1 - s.mu) * g / (1 - s.mu_product)
        s.v_hat = s.v / (1 - np.power(self.beta2, s.t))
        s.rate = self.lr / (np.sqrt(s.v_hat) + self.eps)
        return x - s.rate * s.m_hat


@dataclass(frozen=True)
class AMSGrad(Optimizer):
    """Adam whose v never falls: a large gradient is remembered for good.

        m <- beta1 m + (1 - beta1) g
        v <- beta2 v + (1 - beta2) g^2
        v_max <- max(v_max, v)
        m_hat <- m / (1 - beta1^t)
        v_hat <- v_max / (1 - beta2^t)
        rate <- lr / (sqrt(v_hat) + eps)
        x <- x - rate m_hat

    Source: S. J. Reddi, S. Kale, S. Kumar, On the convergence of Adam and beyond, ICLR 2018,
    arXiv:1904.09237, Algorithm 2, which corrects no bias.
    Frameworks: torch (amsgrad=True) as here, and Keras but for its eps, that of `AdamEpsHat`; optax
    keeps the largest v_hat in place of the largest v.
    """

    lr: float = 1e-3
    beta1: float = 0.9
    beta2: float = 0.999
    eps: float = 1e-8
    memory: ClassVar[tuple[str, ...]] = ("m", "v", "v_max")

    def rule(self, x: Array, g: Array, s: State) -> Array:
        s.m = self.beta1 * s.m + (1 - self.beta1) * g
        s.v = self.beta2 * s.v + (1 - self.beta2) * (g * g)
        s.v_max = np.maximum(s.v_max, s.v)
        s.m_hat = s.m / (1 - np.power(self.beta1, s.t))
        s.v_hat = s.v_max / (1 - np.power(self.beta2, s.t))
        s.rate = self.lr / (np.sqrt(s.v_hat) + self.eps)
        return x - s.rate * s.m_hat


@dataclass(frozen=True)
class AdaMax(Optimizer):
    """Adam that divides by the largest recent gradient instead of a root mean square.

        m <- beta1 m + (1 - beta1) g
        u <- max(beta2 u, abs(g) + eps)
        m_hat <- m / (1 - beta1^t)
        rate <- lr / u
        x <- x - rate m_hat

    Source: D. P. Kingma, J. Ba, Adam: a method for stochastic optimization, ICLR 2015,
    arXiv:1412.6980, Algorithm 2, which has no eps.
    Frameworks: torch and optax as here; Keras adds eps to u, outside the maximum.
    """

    lr: float = 2e-3
    beta1: float = 0.9
    beta2: float = 0.999
    eps: float = 1e-8
    memory: ClassVar[tuple[str, ...]] = ("m", "u")

    def rule(self, x: Array, g: Array, s: State) -> Array:
        s.m = self.beta1 * s.m + (1 - self.beta1) * g
        s.u = np.maximum(self.beta2 * s.u, np.abs(g) + self.eps)
        s.m_hat = s.m / (1 - np.power(self.beta1, s.t))
        s.rate = self.lr / s.u
        return x - s.rate * s.m_hat


@dataclass(frozen=True)
class RAdam(Optimizer):
    """Adam that trusts v only after some steps, and then by how many gradients v is made of.

        m <- beta1 m + (1 - beta1) g
        v <- beta2 v + (1 - beta2) g^2
        m_hat <- m / (1 - beta1^t)
        rho_inf <- 2 / (1 - beta2) - 1
        rho <- rho_inf - 2 t beta2^t / (1 - beta2^t)
        r <- sqrt((rho - 4) (rho - 2) rho_inf / ((rho_inf - 4) (rho_inf - 2) rho)) if rho > 5 else 1
        rate <- lr r sqrt(1 - beta2^t) / (sqrt(v) + eps) if rho > 5 else lr
        x <- x - rate m_hat

    Source: L. Liu, H. Jiang, P. He, W. Chen, X. Liu, J. Gao, J. Han, On the variance of the
    adaptive learning rate and beyond, ICLR 2020, arXiv:1908.03265, Algorithm 2, which has no eps
    and trusts v where rho > 4.
    Frameworks: torch as here; optax trusts v where rho >= 5, and adds eps to the root of v_hat.
    """

    lr: float = 1e-3
    beta1: float = 0.9
    beta2: float = 0.999
    eps: float = 1e-8
    memory: ClassVar[tuple[str, ...]] = ("m", "v")

    def rule(self, x: Array, g: Array, s: State) -> Array:
        weight = np.power(self.beta2, s.t)
        s.m = self.beta1 * s.m + (1 - self.beta1) * g
        s.v = self.beta2 * s.v + (1 - self.beta2) * (g * g)
        s.m_hat = s.m / (1 - np.power(self.beta1, s.t))
        s.rho_inf = np.asarray(2 / (1 - self.beta2) - 1)
        s.rho = s.rho_inf - 2 * s.t * weight / (1 - weight)
        trusted = s.rho > 5
        # Where v is not trusted, the fraction may be negative or 0 / 0.
        above = np.where(trusted, (s.rho - 4) * (s.rho - 2) * s.rho_inf, 1)
        below = np.where(trusted, (s.rho_inf - 4) * (s.rho_inf - 2) * s.rho, 1)
        s.r = np.sqrt(above / below)
        adapted = self.lr * s.r * np.sqrt(1 - weight) / (np.sqrt(s.v) + self.eps)
        s.rate = np.where(trusted, adapted, self.lr)
        return x - s.rate * s.m_hat


@dataclass(frozen=True)
class Lion(Optimizer):
    """Steps of lr in each coordinate, along the sign of a mean of the gradient and its memory.

        c <- beta1 m + (1 - beta1) g
        m <- beta2 m + (1 - beta2) g
        x <- x - lr (sign(c) + decay x)

    Source: X. Chen, C. Liang, D. Huang, E. Real, K. Wang and others, Symbolic discovery of
    optimization algorithms, NeurIPS 2023, arXiv:2302.06675, Algorithm 2.
    Frameworks: optax and Keras as here, torch has no Lion; decay is 0.001 by default in optax, lr
    is 0.0001 in the authors' code and 0.001 in Keras.
    """

    lr: float = 1e-4
    beta1: float = 0.9
    beta2: float = 0.99
    decay: float = 0.0
    memory: ClassVar[tuple[str, ...]] = ("m",)

    def rule(self, x: Array, g: Array, s: State) -> Array:
        s.c = self.beta1 * s.m + (1 - self.beta1) * g
        s.m = self.beta2 * s.m + (1 - self.beta2) * g
        return x - self.lr * (np.sign(s.c) + self.decay * x)


@dataclass(frozen=True)
class AdaBelief(Optimizer):
    """Adam that divides by how far gradients are from what m expects, not by how large they are.

        m <- beta1 m + (1 - beta1) g
        s <- beta2 s + (1 - beta2) (g - m)^2 + eps
        m_hat <- m / (1 - beta1^t)
        s_hat <- s / (1 - beta2^t)
        rate <- lr / (sqrt(s_hat) + eps)
        x <- x - rate m_hat

    Source: J. Zhuang, T. Tang, Y. Ding, S. Tatikonda, N. Dvornek, X. Papademetris, J. Duncan,
    AdaBelief optimizer, NeurIPS 2020, arXiv:2010.07468, Algorithm 2.
    Frameworks: optax and the authors' code as here, eps added to s at every step and remembered, by
    default 1e-16; torch and Keras have no AdaBelief.
    """

    lr: float = 1e-3
    beta1: float = 0.9
    beta2: float = 0.999
    eps: float = 1e-16
    memory: ClassVar[tuple[str, ...]] = ("m", "s")

    def rule(self, x: Array, g: Array, s: State) -> Array:
        s.m = self.beta1 * s.m + (1 - self.beta1) * g
        s.s = self.beta2 * s.s + (1 - self.beta2) * ((g - s.m) * (g - s.m)) + self.eps
        s.m_hat = s.m / (1 - np.power(self.beta1, s.t))
        s.s_hat = s.s / (1 - np.power(self.beta2, s.t))
        s.rate = self.lr / (np.sqrt(s.s_hat) + self.eps)
        return x - s.rate * s.m_hat


@dataclass(frozen=True)
class Yogi(Optimizer):
    """Adam whose v moves by a share of g^2, up or down, however far v is from it.

        m <- beta1 m + (1 - beta1) g    (m and v start at initial)
        v <- v - (1 - beta2) sign(v - g^2) g^2
        m_hat <- m / (1 - beta1^t)
        v_hat <- v / (1 - beta2^t)
        rate <- lr / (sqrt(v_hat) + eps)
        x <- x - rate m_hat

    Source: M. Zaheer, S. J. Reddi, D. Sachan, S. Kale, S. Kumar, Adaptive methods for nonconvex
    optimization, NeurIPS 2018, Algorithm 2, which corrects no bias.
    Frameworks: optax as here, with both corrections and both memories starting at 1e-6; torch and
    Keras have no Yogi.
    """

    lr: float = 1e-2
    beta1: float = 0.9
    beta2: float = 0.999
    eps: float = 1e-3
    initial: float = 1e-6
    memory: ClassVar[tuple[str, ...]] = ("m", "v")

    def begin(self) -> dict[str, Any]:
        return {"m": self.initial, "v": self.initial}

    def rule(self, x: Array, g: Array, s: State) -> Array:
        s.m = self.beta1 * s.m + (1 - self.beta1) * g
        s.v = s.v - (1 - self.beta2) * np.sign(s.v - g * g) * (g * g)
        s.m_hat = s.m / (1 - np.power(self.beta1, s.t))
        s.v_hat = s.v / (1 - np.power(self.beta2, s.t))
        s.rate = self.lr / (np.sqrt(s.v_hat) + self.eps)
        return x - s.rate * s.m_hat


@dataclass(frozen=True)
class LazyAdam(Optimizer):
    """Adam for sparse gradients: where g is exactly 0, nothing moves in that coordinate.

        m <- beta1 m + (1 - beta1) g if g != 0 else m
        v <- beta2 v + (1 - beta2) g^2 if g != 0 else v
        m_hat <- m / (1 - beta1^t)
        v_hat <- v / (1 - beta2^t)
        rate <- lr / (sqrt(v_hat) + eps)
        x <- x - rate m_hat if g != 0 else x

    Source: TensorFlow 1 (from 2015), documentation of AdamOptimizer, and its LazyAdamOptimizer; the
    rule where g is not 0 is Kingma's and Ba's, ICLR 2015, Algorithm 1. t counts every step.
    Frameworks: torch.optim.SparseAdam as here for the rows that a sparse gradient names, with its
    eps that of `AdamEpsHat`; Keras and today's TensorFlow move all rows, as Adam does.
    """

    lr: float = 1e-3
    beta1: float = 0.9
    beta2: float = 0.999
    eps: float = 1e-8
    memory: ClassVar[tuple[str, ...]] = ("m", "v")

    def rule(self, x: Array, g: Array, s: State) -> Array:
        moves = g != 0
        s.m = np.where(moves, self.beta1 * s.m + (1 - self.beta1) * g, s.m)
        s.v = np.where(moves, self.beta2 * s.v + (1 - self.beta2) * (g * g), s.v)
        s.m_hat = s.m / (1 - np.power(self.beta1, s.t))
        s.v_hat = s.v / (1 - np.power(self.beta2, s.t))
        s.rate = self.lr / (np.sqrt(s.v_hat) + self.eps)
        return np.where(moves, x - s.rate * s.m_hat, x)


@dataclass(frozen=True)
class AdamEpsHat(Optimizer):
    """Adam with its corrections in the learning rate: eps_hat stands beside v as it is, too small.

        m <- beta1 m + (1 - beta1) g
        v <- beta2 v + (1 - beta2) g^2
        lr_t <- lr sqrt(1 - beta2^t) / (1 - beta1^t)
        rate <- lr_t / (sqrt(v) + eps_hat)
        x <- x - rate m

    Source: D. P. Kingma, J. Ba, Adam: a method for stochastic optimization, ICLR 2015,
    arXiv:1412.6980, the last lines of section 2.
    Frameworks: Keras (eps_hat 1e-7) and TensorFlow (1e-8) as here. It is Adam with an eps of
    eps_hat / sqrt(1 - beta2^t), 32 times as large in the first step.
    """

    lr: float = 1e-3
    beta1: float = 0.9
    beta2: float = 0.999
    eps_hat: float = 1e-7
    memory: ClassVar[tuple[str, ...]] = ("m", "v")

    def rule(self, x: Array, g: Array, s: State) -> Array:
        s.m = self.beta1 * s.m + (1 - self.beta1) * g
        s.v = self.beta2 * s.v + (1 - self.beta2) * (g * g)
        correction = np.sqrt(1 - np.power(self.beta2, s.t)) / (1 - np.power(self.beta1, s.t))
        s.lr_t = self.lr * correction
        s.rate = s.lr_t / (np.sqrt(s.v) + self.eps_hat)
        return x - s.rate * s.m


@dataclass(frozen=True)
class AdamUncorrected(Optimizer):
    """Adam without its corrections: v is too small at first, more so than m, and steps too long.

        m <- beta1 m + (1 - beta1) g
        v <- beta2 v + (1 - beta2) g^2
        rate <- lr / (sqrt(v) + eps)
        x <- x - rate m

    Source: D. P. Kingma, J. Ba, Adam: a method for stochastic optimization, ICLR 2015,
    arXiv:1412.6980, section 6.4, on what goes wrong without them.
    Frameworks: no library has it; programs that show optimizers do, as a mistake. The first step is
    3.2 times Adam's, (1 - beta1) / sqrt(1 - beta2).
    """

    lr: float = 1e-3
    beta1: float = 0.9
    beta2: float = 0.999
    eps: float = 1e-8
    memory: ClassVar[tuple[str, ...]] = ("m", "v")

    def rule(self, x: Array, g: Array, s: State) -> Array:
        s.m = self.beta1 * s.m + (1 - self.beta1) * g
        s.v = self.beta2 * s.v + (1 - self.beta2) * (g * g)
        s.rate = self.lr / (np.sqrt(s.v) + self.eps)
        return x - s.rate * s.m


@dataclass(frozen=True)
class RMSPropEpsInside(Optimizer):
    """RMSProp with eps under the root, where it weighs as its own root.

        v <- rho v + (1 - rho) g^2
        rate <- lr / sqrt(v + eps)
        x <- x - rate g

    Source: T. Tieleman, G. Hinton, Lecture 6.5, Neural Networks for Machine Learning, Coursera,
    2012, which has no eps.
    Frameworks: Keras as here, and optax (rho 0.9, eps 1e-8); torch adds eps to the root.
    """

    lr: float = 1e-3
    rho: float = 0.9
    eps: float = 1e-7
    memory: ClassVar[tuple[str, ...]] = ("v",)

    def rule(self, x: Array, g: Array, s: State) -> Array:
        s.v = self.rho * s.v + (1 - self.rho) * (g * g)
        s.rate = self.lr / np.sqrt(s.v + self.eps)
        return x - s.rate * g


@dataclass(frozen=True)
class AdaGradInitial(Optimizer):
    """AdaGrad with something in the sum before the first gradient, and eps under the root.

        G <- G + g^2    (G starts at initial)
        rate <- lr / sqrt(G + eps)
        x <- x - rate g

    Source: J. Duchi, E. Hazan, Y. Singer, Adaptive subgradient methods for online learning and
    stochastic optimization, JMLR 12, 2011, with the start as TensorFlow has had it since 2015.
    Frameworks: Keras and optax as here, lr is 0.001 by default in Keras; torch starts at 0 by
    default and adds eps to the root.
    """

    lr: float = 1e-3
    initial: float = 0.1
    eps: float = 1e-7
    memory: ClassVar[tuple[str, ...]] = ("G",)

    def begin(self) -> dict[str, Any]:
        return {"G": self.initial}

    def rule(self, x: Array, g: Array, s: State) -> Array:
        s.G = s.G + g * g
        s.rate = self.lr / np.sqrt(s.G + self.eps)
        return x - s.rate * g


@dataclass(frozen=True)
class NAGLookAhead(Optimizer):
    """NAG with the point where the gradient is measured as its x: nothing to look ahead to.

        v <- mu v - lr g
        x <- x - lr g + mu v

    Source: Yu. Nesterov, Soviet Mathematics Doklady 27(2), 1983; in this form Y. Bengio,
    N. Boulanger-Lewandowski, R. Pascanu, ICASSP 2013, arXiv:1212.0901.
    Frameworks: torch (nesterov=True), optax and Keras as here; x is x + mu v of `NAG`.
    """

    lr: float = 1e-3
    mu: float = 0.9
    memory: ClassVar[tuple[str, ...]] = ("v",)

    def rule(self, x: Array, g: Array, s: State) -> Array:
        s.v = self.mu * s.v - self.lr * g
        return x - self.lr * g + self.mu * s.v


VARIANTS: dict[str, type[Optimizer]] = {
    kind.__name__.lower(): kind
    for kind in (
        AdamW,
        Nadam,
        AMSGrad,
        AdaMax,
        RAdam,
        Lion,
        AdaBelief,
        Yogi,
        LazyAdam,
        AdamEpsHat,
        AdamUncorrected,
        RMSPropEpsInside,
        AdaGradInitial,
        NAGLookAhead,
    )
}

# All optimizers that can race, the seven first.
RULES: dict[str, type[Optimizer]] = OPTIMIZERS | VARIANTS | ORACLE_RULES
