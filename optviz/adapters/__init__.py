"""Optimizers of torch and optax as ours, to race beside the others.

    import optax, torch
    from optviz.adapters import optax_optimizer, torch_optimizer

    race(surface, [Adam(lr=0.3), torch_optimizer(torch.optim.NAdam, lr=0.3)])
    race(surface, [optax_optimizer(optax.lion, learning_rate=1e-2)])

Each step is the library's own, in double precision. What comes back is one of ours: pure steps,
hyper-parameters as numbers, the library's state in the history under the library's names. It has a
class of its own, `NAdamTorch`, which legends show.

A batch of starts is one parameter of shape (..., 2). That is the same as each start alone for rules
that work coordinate by coordinate: in torch.optim all but Adafactor; in optax all but fromage,
lamb, lars, novograd, sm3 and what clips a global norm, which are right for one start only. What
asks for more than a gradient is rejected (LBFGS, polyak_sgd), and so is what keeps anything but a
number for each coordinate (Muon, optax.adafactor) or moves by chance (noisy_sgd).

Every step builds the library's object anew, because ours may not remember anything; so a step takes
much longer than one of ours, and a sweep takes as many of them as it has settings.

Neither library is needed for anything else; each is imported only when it is asked for.
"""

from optviz.adapters.from_optax import optax_optimizer
from optviz.adapters.from_torch import torch_optimizer

__all__ = ["optax_optimizer", "torch_optimizer"]
