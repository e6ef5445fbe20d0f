"""Record what torch and optax do around their rules; tests/wrappers/test_references.py reads it.

    python -m tests.references.wrappers

Each case is given the same gradients; a record holds the parameter after every step, or its
average.
"""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np

from tests.references.cases import Array

FILE = Path(__file__).parent / "wrappers.npz"
STEPS, START = 120, (1.0, -0.7)
GIVEN = np.random.default_rng(7).normal(0, 1.5, (STEPS, 2)) * np.array([1.0, 0.3])


def torch_records() -> dict[str, Array]:
    """torch.optim with its own weight decay, clipping and averages."""
    torch: Any = import_module("torch")
    torch.set_default_dtype(torch.float64)
    optim, swa = torch.optim, torch.optim.swa_utils
    clip = torch.nn.utils.clip_grad_value_
    makers: dict[str, Callable[[Any], Any]] = {
        "sgd-l2": lambda x: optim.SGD([x], 0.1, weight_decay=0.05),
        "nag-l2": lambda x: optim.SGD([x], 0.05, momentum=0.9, nesterov=True, weight_decay=0.05),
        "adagrad-l2": lambda x: optim.Adagrad([x], 0.1, eps=1e-10, weight_decay=0.05),
        "rmsprop-l2": lambda x: optim.RMSprop([x], 0.02, alpha=0.9, weight_decay=0.05),
        "adam-l2": lambda x: optim.Adam([x], 0.1, weight_decay=0.05),
        "adam-decay": lambda x: optim.AdamW([x], 0.1, weight_decay=0.05),
        "adam-clipvalue": lambda x: optim.Adam([x], 0.1),
        "sgd-ema": lambda x: optim.SGD([x], 0.1),
        "adam-swa": lambda x: optim.Adam([x], 0.1),
    }
    averages = {
        "sgd-ema": lambda model: swa.AveragedModel(
            model, multi_avg_fn=swa.get_ema_multi_avg_fn(0.9)
        ),
        "adam-swa": swa.AveragedModel,
    }
    since = {"sgd-ema": 0, "adam-swa": 30}
    found = {}
    for name, make in makers.items():
        model = torch.nn.ParameterList([torch.nn.Parameter(torch.tensor(START))])
        (x,) = model.parameters()
        optimizer, rows = make(x), []
        average = averages[name](model) if name in averages else None
        for k, g in enumerate(GIVEN):
            x.grad = torch.tensor(g)
            if name.endswith("clipvalue"):
                clip([x], 0.8)
            optimizer.step()
            if average is not None and k >= since[name]:
                average.update_parameters(model)
            tracked = average if average is not None and k >= since[name] else model
            rows.append(next(tracked.parameters()).detach().numpy().copy())
        found[f"torch/{name}"] = np.array(rows)
    return found


def optax_records() -> dict[str, Array]:
    """optax's transformations, chained."""
    jax: Any = import_module("jax")
    jax.config.update("jax_enable_x64", True)
    optax: Any = import_module("optax")
    sgd, adam = optax.sgd(0.1), optax.adam(0.1)
    plain = {
        "sgd-clipnorm": optax.chain(optax.clip_by_global_norm(1.0), sgd),
        "adam-clipnorm": optax.chain(optax.clip_by_global_norm(1.0), adam),
        "sgd-clipvalue": optax.chain(optax.clip(0.8), sgd),
        "adam-l2": optax.chain(optax.add_decayed_weights(0.05), adam),
        "adam-l2-clipnorm": optax.chain(
            optax.clip_by_global_norm(1.0), optax.add_decayed_weights(0.05), adam
        ),
        "adam-decay": optax.adamw(0.1, weight_decay=0.05),
        "sgd-decay": optax.chain(
            optax.add_decayed_weights(0.05), optax.scale_by_learning_rate(0.1)
        ),
    }
    found = {}
    for name, transformation in plain.items():
        found[f"optax/{name}"] = stepped(jax, optax, transformation, lambda x: x)
    for name, fast in (("sgd-lookahead", sgd), ("adam-lookahead", adam)):
        ahead = optax.lookahead(fast, sync_period=4, slow_step_size=0.6)
        found[f"optax/{name}"] = stepped(jax, optax, ahead, optax.LookaheadParams.init_synced)
    return found


def stepped(jax: Any, optax: Any, transformation: Any, begin: Callable[[Any], Any]) -> Array:
    """The parameter after every step; of lookahead's pair the fast one."""
    x = begin(jax.numpy.array(START))
    state, rows = transformation.init(x), []
    for g in GIVEN:
        updates, state = transformation.update(jax.numpy.array(g), state, x)
        x = optax.apply_updates(x, updates)
        rows.append(np.array(getattr(x, "fast", x)))
    return np.array(rows)


def main() -> None:
    np.savez_compressed(FILE, allow_pickle=False, given=GIVEN, **torch_records(), **optax_records())


if __name__ == "__main__":
    main()
