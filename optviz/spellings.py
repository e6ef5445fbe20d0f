"""How other libraries spell hyper-parameters: a call with their words is answered with ours."""

from collections.abc import Collection, Mapping, Sequence
from difflib import get_close_matches
from typing import Any, NamedTuple


class Spelling(NamedTuple):
    """A word of another library.

    Attributes:
        ours: what it may be here; the first that a rule has is meant.
        whose: who spells it so; "" where many do.
    """

    ours: tuple[str, ...]
    whose: str


SPELLINGS = {
    "learning_rate": Spelling(("lr",), "Keras's and optax's"),
    "step_size": Spelling(("lr",), "JAX's"),
    "eta": Spelling(("lr",), ""),
    "alpha": Spelling(("rho", "lr"), ""),
    "beta_1": Spelling(("beta1",), "Keras's"),
    "beta_2": Spelling(("beta2",), "Keras's"),
    "b1": Spelling(("beta1",), "optax's"),
    "b2": Spelling(("beta2",), "optax's"),
    "beta": Spelling(("mu", "rho"), ""),
    "epsilon": Spelling(("eps", "eps_hat"), "Keras's"),
    "momentum": Spelling(("mu",), "torch's and optax's"),
    "decay": Spelling(("rho", "mu"), "optax's"),
    "gamma": Spelling(("rho",), ""),
    "weight_decay": Spelling(("decay",), "torch's"),
    "momentum_decay": Spelling(("psi",), "torch's"),
    "initial_accumulator_value": Spelling(("initial",), "torch's"),
}
BETAS = "betas"  # torch's pair

# (rule, its option elsewhere) -> the rule that it is here.
RULES = {
    ("SGD", "nesterov"): "NAG",
    ("SGD", "momentum"): "Momentum",
    ("Adam", "amsgrad"): "AMSGrad of optviz.variants",
    ("Adam", "weight_decay"): "AdamW of optviz.variants",
}
HEAVY_BALL = {"lr": "lr", "learning_rate": "lr", "momentum": "mu"}  # words of the first two


def check_call(
    rule: str, names: Sequence[str], given: Sequence[Any], named: Mapping[str, Any]
) -> None:
    """Raise ValueError, with what to write instead, unless a rule can be made so.

    Args:
        rule: its name.
        names: of its hyper-parameters, in order.
        given: the arguments without a name.
        named: those with one.
    """
    has = f"it has {', '.join(names)}" if names else "it has no hyper-parameters"
    if len(given) > len(names):
        raise ValueError(f"{rule} is given {len(given)} numbers without a name; {has}")
    own = dict(zip(names, given, strict=False))
    for name in own.keys() & named.keys():
        raise ValueError(f"{rule} is given {name} twice: {brief(own[name])}, {brief(named[name])}")
    unknown = [word for word in named if word not in names]
    if not unknown:
        return
    word = unknown[0]
    ours = own | {name: value for name, value in named.items() if name in names}
    for each in unknown:
        ours |= translated(each, named[each], names)
    if len(ours) == len(own) + len(named) + (BETAS in unknown):
        raise ValueError(f"{rule} has no {word}{whose(word)}: write {call(rule, ours)}")
    raise ValueError(f"{rule} has no {word}{elsewhere(rule, own | dict(named)) or f'; {has}'}")


def translated(word: str, value: Any, names: Collection[str]) -> dict[str, Any]:
    """Another library's word with its value in ours; nothing where a rule has no such thing."""
    if word == BETAS:
        pair = isinstance(value, Sequence) and len(value) == 2
        both = {"beta1", "beta2"} <= {*names}
        return dict(zip(("beta1", "beta2"), value, strict=True)) if pair and both else {}
    alike = [name for name in names if bare(name) == bare(word)]
    known = [name for name in SPELLINGS[word].ours if name in names] if word in SPELLINGS else []
    near = get_close_matches(word, names, n=1, cutoff=0.75)
    found = [*alike, *known, *near]
    return {found[0]: value} if found else {}


def bare(name: str) -> str:
    """A name without what is easily written otherwise: Beta_1 is beta1."""
    return name.replace("_", "").lower()


def whose(word: str) -> str:
    """Whose word it is, as the middle of a sentence; "" where that is not known."""
    known = "torch's" if word == BETAS else SPELLINGS[word].whose if word in SPELLINGS else ""
    return f", which is {known} word" if known else ""


def elsewhere(rule: str, named: Mapping[str, Any]) -> str:
    """Which other rule has what is asked for, as the end of a sentence; "" if none is known."""
    for (asked, word), other in RULES.items():
        if rule == asked and word in named:
            ours = {HEAVY_BALL[name]: value for name, value in named.items() if name in HEAVY_BALL}
            return f": that is {call(other, ours) if rule == 'SGD' else other}"
    return ""


def call(rule: str, settings: Mapping[str, Any]) -> str:
    """How a rule is made with these settings."""
    return f"{rule}({', '.join(f'{name}={brief(value)}' for name, value in settings.items())})"


def brief(value: object) -> str:
    """A value in a sentence: in one line, and cut where it is long."""
    try:
        text = " ".join(repr(value).split())
    except ValueError:  # an integer of thousands of digits
        return f"{type(value).__name__} too long to be shown"
    return text if len(text) <= 60 else f"{text[:57]}..."
