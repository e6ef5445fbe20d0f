"""Optimizers of torch and optax as ours, to race beside the others.

    import optax, torch
    from optviz.adapters import optax_optimizer, torch_optimizer

    race(surface, [Adam(lr=0.3), torch_optimizer(torch.optim.NAdam, lr=0.3)])
    race(surface, [optax_optimizer(optax.lion, learning_rate=1e-2)])

Each run is one object of the library's, stepped from its start to its end in double precision, as
in a loop of one's own after `torch.set_default_dtype(torch.float64)` or with `jax_enable_x64`. So
whatever it remembers counts: its state, its parameter groups, counters and buffers on itself,
schedulers, wrappers. What comes back is one of ours: hyper-parameters as numbers, and in the
history all that the library keeps for each coordinate or as a number, under the library's names.
It has a class of its own, `NAdamTorch`, which legends show.

When one is made, it is stepped beside its class for 30 steps. What does not go where its class
goes is refused: it moves by chance that no seed fixes, or its objects share what they keep. Chance
from torch's own generator is the same in every run, that of `torch.manual_seed(0)`.

What asks for more than a gradient gets it in a race: closures (LBFGS, SAM), the loss (line
searches, polyak_sgd, ReduceLROnPlateau). Other steps, as of the digits' network, know no loss.
What needs second derivatives, sparse gradients or a module is refused.

A batch of starts is one parameter of shape (n, 2) where the rule moves each of its points as if it
were alone, which is tried out; where it does not (lamb, novograd, Prodigy, clipping by a norm), or
asks for the loss, each start has an object of its own, which takes longer.

Neither library is needed for anything else; each is imported only when it is asked for.
"""

from optviz.adapters.from_optax import optax_optimizer
from optviz.adapters.from_torch import torch_optimizer

__all__ = ["optax_optimizer", "torch_optimizer"]
