"""Whole classes of the libraries in their users' own loops: `python -m tests.references.loops`.

Every class of torch.optim, pytorch_optimizer and optax that can be called, with schedulers and
wrappers, is stepped for 200 steps on Beale's function by a plain loop and raced through an
adapter. Each must end at the same point, to 1e-12, or have been refused with a sentence.

`--record` writes some of the loops' paths to loops.npz, which tests read without the libraries.
"""

import argparse
import inspect
import json
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.metadata import version
from typing import Any, NamedTuple

import numpy as np

from optviz.adapters import optax_optimizer, torch_optimizer
from optviz.adapters.adapted import Adapted, examined
from optviz.race import race
from surfaces import SURFACES
from tests.references.cases import Array
from tests.references.record import HERE

BEALE = SURFACES["beale"]
STEPS = 200
LIMIT = 1e-12
RATE = 0.01
RECORD = HERE / "loops.npz"
KEPT = slice(None, None, 10)  # rows of a path that are recorded


class Case(NamedTuple):
    """An adapted optimizer, and the loop of its library.

    Attributes:
        name: what it is.
        adapt: makes the adapted optimizer; may refuse.
        loop: given it, the points after 0, 1, ... steps without it.
    """

    name: str
    adapt: Callable[[], Any]
    loop: Callable[[Adapted], Array]


def asked(optimizer: Adapted) -> str:
    """What its steps ask for besides a gradient."""
    return examined(type(optimizer), tuple(optimizer.settings().items())).asks


def torch_loop(
    make: Callable[[Any], Any], asks: bool = False, scheduler: Callable[[Any], Any] | None = None
) -> Array:
    """A loop as torch's documentation has it, in double precision, after manual_seed(0).

    It ends early where torch raises something.
    """
    torch: Any = import_module("torch")
    before = torch.get_default_dtype()
    torch.set_default_dtype(torch.float64)
    torch.manual_seed(0)
    try:
        point = torch.tensor(BEALE.start, requires_grad=True)
        optimizer = make([point])
        scheduled: Any = scheduler(optimizer) if scheduler else None
        rows = [point.detach().numpy().copy()]

        def closure() -> Any:
            optimizer.zero_grad()
            x = point.detach().numpy().copy()
            with torch.enable_grad():
                (point * torch.tensor(np.array(BEALE.step_gradient(x)))).sum().backward()
            return torch.tensor(np.asarray(BEALE.step_loss(x)))

        while len(rows) <= STEPS:
            loss = closure()
            optimizer.step(*[closure] if asks else [])
            if type(scheduled).__name__ == "ReduceLROnPlateau":
                scheduled.step(loss)
            elif scheduled is not None:
                scheduled.step()
            rows.append(point.detach().numpy().copy())
    except (RuntimeError, ValueError) as stopped:
        print(f"  stopped after {len(rows) - 1} steps: {stopped}")
    finally:
        torch.set_default_dtype(before)
    return np.array(rows)


def optax_loop(rule: Any, asks: str) -> Array:
    """A loop as optax's documentation has it; compiled where that is much quicker."""
    jax, optax = import_module("jax"), import_module("optax")
    with jax.enable_x64(True):
        x = jax.numpy.asarray(np.array(BEALE.start))
        pair = "LookaheadState" in str(rule.init(x))
        parameter = optax.LookaheadParams.init_synced(x) if pair else x
        state = rule.init(parameter)

        def loss(p: Any) -> Any:
            shape = jax.ShapeDtypeStruct((), np.float64)
            return jax.pure_callback(lambda p: BEALE.step_loss(np.asarray(p)), shape, p)

        def gradient(p: Any, _: int = 0) -> Any:
            shape = jax.ShapeDtypeStruct((2,), np.float64)
            return jax.pure_callback(
                lambda p: np.array(BEALE.step_gradient(np.asarray(p))), shape, p
            )

        smooth = jax.custom_jvp(loss)
        smooth.defjvp(lambda p, d: (smooth(*p), (gradient(*p) * d[0]).sum()))

        def step(parameter: Any, state: Any, g: Any) -> Any:
            p = getattr(parameter, "fast", parameter)
            more = {"value": {"value": smooth(p), "grad": g, "value_fn": smooth}} if asks else {}
            more["grad_fn"] = {"grad_fn": gradient}
            updates, state = rule.update(g, state, parameter, **more.get(asks, {}))
            return optax.apply_updates(parameter, updates), state

        program = str(jax.make_jaxpr(step)(parameter, state, x))
        quick = not asks and not any(each in program for each in ("while[", "cond[", "scan["))
        step = step if quick else jax.jit(step)
        rows = [np.array(x)]
        for _ in range(STEPS):
            g = jax.numpy.asarray(np.array(BEALE.step_gradient(rows[-1])))
            parameter, state = step(parameter, state, g)
            rows.append(np.array(getattr(parameter, "fast", parameter)))
    return np.array(rows)


def of_torch(name: str, kind: Any, scheduler: Any = None, **settings: Any) -> Case:
    """A class, or a function that makes an optimizer."""
    called = None if isinstance(kind, type) else "Made"

    def loop(optimizer: Adapted) -> Array:
        own = type(optimizer).settings_for(optimizer.settings())
        return torch_loop(lambda points: kind(points, **own), asked(optimizer) != "", scheduler)

    return Case(
        name, lambda: torch_optimizer(kind, name=called, scheduler=scheduler, **settings), loop
    )


def of_optax(name: str, rule: Any, **settings: Any) -> Case:
    """A function that makes a transformation, or what it has made."""
    called = "Made" if hasattr(rule, "init") else None

    def loop(optimizer: Adapted) -> Array:
        own = type(optimizer).settings_for(optimizer.settings())
        return optax_loop(type(optimizer).make(**own), asked(optimizer))

    return Case(name, lambda: optax_optimizer(rule, name=called, **settings), loop)


def torchs_classes(module: str) -> Iterator[Case]:
    """All optimizers of a module with a learning rate of 0.01, if they have one."""
    found, base = import_module(module), import_module("torch").optim.Optimizer
    for name, kind in sorted(vars(found).items()):
        if isinstance(kind, type) and issubclass(kind, base) and kind is not base:
            has_rate = "lr" in inspect.signature(kind).parameters
            yield of_torch(f"{module}.{name}", kind, **({"lr": RATE} if has_rate else {}))


def schedulers_of_torch() -> Iterator[Case]:
    """Adam with each of torch's schedulers."""
    optim = import_module("torch").optim
    of = optim.lr_scheduler
    made: dict[str, Callable[[Any], Any]] = {
        "CosineAnnealingLR": lambda o: of.CosineAnnealingLR(o, STEPS),
        "CosineAnnealingWarmRestarts": lambda o: of.CosineAnnealingWarmRestarts(o, 30),
        "StepLR": lambda o: of.StepLR(o, 30),
        "MultiStepLR": lambda o: of.MultiStepLR(o, [20, 50]),
        "LambdaLR": lambda o: of.LambdaLR(o, lambda k: 1 / (1 + k)),
        "MultiplicativeLR": lambda o: of.MultiplicativeLR(o, lambda k: 0.99),
        "ExponentialLR": lambda o: of.ExponentialLR(o, 0.98),
        "PolynomialLR": lambda o: of.PolynomialLR(o, 150),
        "LinearLR": of.LinearLR,
        "ConstantLR": of.ConstantLR,
        "OneCycleLR": lambda o: of.OneCycleLR(o, 0.3, total_steps=STEPS),
        "CyclicLR": lambda o: of.CyclicLR(o, 0.01, 0.2, cycle_momentum=False),
        "SequentialLR": lambda o: of.SequentialLR(
            o, [of.LinearLR(o), of.CosineAnnealingLR(o, 100)], [20]
        ),
        "ChainedScheduler": lambda o: of.ChainedScheduler(
            [of.LinearLR(o), of.ExponentialLR(o, 0.99)]
        ),
        "ReduceLROnPlateau": lambda o: of.ReduceLROnPlateau(o, patience=2),
    }
    for name, scheduler in made.items():
        yield of_torch(f"Adam with {name}", optim.Adam, scheduler, lr=0.3)


def wrappers_of_torch() -> Iterator[Case]:
    """Optimizers around others, and those that ask for more."""
    adam, of = import_module("torch").optim.Adam, import_module("pytorch_optimizer")
    yield of_torch("RAdam, lr 0.1", of.RAdam, lr=0.1)
    yield of_torch("Lookahead", lambda p: of.Lookahead(adam(p, lr=0.1), k=5, alpha=0.5))
    yield of_torch("OrthoGrad", lambda p: of.OrthoGrad(adam(p, lr=0.1)))
    yield of_torch("TRAC", lambda p: of.TRAC(adam(p, lr=0.1)))
    yield of_torch("PCGrad", lambda p: of.PCGrad(adam(p, lr=0.1)))
    yield of_torch("SAM", lambda p: of.SAM(p, base_optimizer=adam, rho=0.05, lr=0.1))
    yield of_torch("LookSAM", lambda p: of.LookSAM(p, base_optimizer=adam, k=5, lr=0.1))
    yield of_torch("FriendlySAM", lambda p: of.FriendlySAM(p, base_optimizer=adam, lr=0.1))
    yield of_torch("BSAM", lambda p: of.BSAM(p, num_data=10, lr=0.1))
    yield of_torch("Ranger21", of.Ranger21, num_iterations=STEPS, lr=0.1)
    yield of_torch("Muon", lambda p: of.Muon([{"params": p, "use_muon": False}], lr=0.1))
    yield of_torch("AdaMuon", lambda p: of.AdaMuon([{"params": p, "use_muon": False}], lr=0.1))
    yield of_torch("OneCycleLR of SGD's momentum", import_module("torch").optim.SGD, one_cycle)


def one_cycle(optimizer: Any) -> Any:
    """A scheduler that moves the momentum, too."""
    of = import_module("torch").optim.lr_scheduler
    optimizer.param_groups[0]["momentum"] = 0.9
    return of.OneCycleLR(optimizer, 1e-4, total_steps=STEPS)


def optaxs_functions(module: str) -> Iterator[Case]:
    """All that make a transformation, with a learning rate of 0.01 if they have one."""
    for name, function in sorted(vars(import_module(module)).items()):
        if inspect.isfunction(function) and not name.startswith("_"):
            signature = inspect.signature(function)
            if "GradientTransformation" in str(signature.return_annotation):
                rates = {"learning_rate", "step_size"} & signature.parameters.keys()
                yield of_optax(f"{module}.{name}", function, **dict.fromkeys(rates, RATE))


def combinations_of_optax() -> Iterator[Case]:
    """Schedules, wrappers, chains and line searches."""
    jax, of = import_module("jax"), import_module("optax")
    more = import_module("optax.contrib")
    cosine = of.cosine_decay_schedule(0.3, STEPS)
    yield of_optax("a schedule", of.adam, learning_rate=cosine)
    yield of_optax("an injected schedule", of.inject_hyperparams(of.adam), learning_rate=cosine)
    yield of_optax("an injected rate", of.inject_hyperparams(of.adam), learning_rate=0.1)
    made = {
        "lookahead": of.lookahead(of.adam(0.1), 5, 0.5),
        "lookahead in a chain": of.chain(of.clip(1.0), of.lookahead(of.adam(0.1), 5, 0.5)),
        "MultiSteps": of.MultiSteps(of.adam(0.1), 4),
        "clip_by_global_norm": of.chain(of.clip_by_global_norm(1.0), of.adam(0.1)),
        "apply_if_finite": of.apply_if_finite(of.adam(0.1), 3),
        "add_noise": of.chain(of.add_noise(0.01, 0.55, jax.random.key(1)), of.sgd(0.001)),
        "backtracking": of.chain(of.sgd(1.0), of.scale_by_backtracking_linesearch(15)),
        "reduce_on_plateau": of.chain(of.adam(0.3), more.reduce_on_plateau(patience=3)),
        "schedule_free": more.schedule_free(of.sgd(0.01), 0.01),
        "mechanize": more.mechanize(of.adam(0.1)),
        "sam": more.sam(of.adam(0.1), of.chain(more.normalize(), of.sgd(0.05))),
        "opaque sam": more.sam(
            of.adam(0.1), of.chain(more.normalize(), of.sgd(0.05)), opaque_mode=True
        ),
    }
    for name, rule in made.items():
        yield of_optax(name, rule)


def of_the_record() -> Iterator[Case]:
    """Those whose paths are recorded: simple enough for a test to write them down again."""
    optim, of = import_module("torch").optim, import_module("pytorch_optimizer")
    by = optim.lr_scheduler
    yield of_torch("recorded cosine", optim.Adam, lambda o: by.CosineAnnealingLR(o, STEPS), lr=0.3)
    yield of_torch(
        "recorded plateau",
        optim.SGD,
        lambda o: by.ReduceLROnPlateau(o, factor=0.5, patience=0, threshold=0.0, eps=0.0),
        lr=0.005,
    )
    yield of_torch(
        "recorded lookahead",
        lambda points: of.Lookahead(optim.SGD(points, lr=0.002), k=3, alpha=0.5),
    )
    yield of_torch(
        "recorded sam", lambda points: of.SAM(points, base_optimizer=optim.SGD, rho=0.05, lr=0.001)
    )


def record() -> None:
    """Write the paths of the libraries' own loops."""
    versions = {name: version(name) for name in ("torch", "pytorch_optimizer")}
    paths = {case.name: case.loop(case.adapt())[KEPT] for case in of_the_record()}
    about = np.array(json.dumps({"versions": versions, "steps": STEPS}))
    np.savez_compressed(RECORD, allow_pickle=False, about=about, **paths)


def recorded() -> dict[str, Array]:
    """The recorded paths by name: every tenth of 201 points on Beale's function."""
    with np.load(RECORD) as file:
        return {name: file[name] for name in file.files if name != "about"}


GROUPS: dict[str, Callable[[], Iterator[Case]]] = {
    "torch.optim": lambda: torchs_classes("torch.optim"),
    "pytorch_optimizer": lambda: torchs_classes("pytorch_optimizer"),
    "torch's schedulers": schedulers_of_torch,
    "wrappers": wrappers_of_torch,
    "record": of_the_record,
    "optax": lambda: optaxs_functions("optax"),
    "optax.contrib": lambda: optaxs_functions("optax.contrib"),
    "optax's combinations": combinations_of_optax,
}


def distance(case: Case) -> float | str:
    """How far a race is from its library's loop at most, or why there is none."""
    try:
        optimizer = case.adapt()
    except ValueError as refused:
        return str(refused)
    expected = case.loop(optimizer)
    (run,) = race(BEALE, [optimizer], steps=len(expected) - 1)
    with np.errstate(all="ignore"):
        height = BEALE.loss(expected[:, 0], expected[:, 1])
        fine = np.isfinite(expected).all(axis=-1) & np.isfinite(height)
    known = recorded().get(case.name, expected[KEPT])
    if known.shape != expected[KEPT].shape or np.abs(known - expected[KEPT]).max() > LIMIT:
        print(f"  {case.name}: its library's loop does not lead where it led when it was recorded")
        return np.inf
    length = np.count_nonzero(np.logical_and.accumulate(fine))
    if length != run.last + 1:
        return np.inf
    return float(np.abs(run.x[:length] - expected[:length]).max())


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.references.loops", description=__doc__)
    parser.add_argument("groups", nargs="*", default=list(GROUPS), help=", ".join(GROUPS))
    parser.add_argument("--record", action="store_true", help="write loops.npz first")
    given, failed = parser.parse_args(), []
    if given.record:
        record()
    for group in given.groups:
        try:
            cases = list(GROUPS[group]())
        except ModuleNotFoundError as missing:
            print(f"{group}: left out, {missing.name} is not installed")
            continue
        print(f"{group}: {len(cases)}")
        for case in cases:
            found = distance(case)
            said = f"refused: {found}" if isinstance(found, str) else f"{found:.1e}"
            print(f"  {case.name:42}{said}", flush=True)
            failed += [case.name] if isinstance(found, float) and not found <= LIMIT else []
    if failed:
        raise SystemExit(f"too far apart: {failed}")


if __name__ == "__main__":
    main()
