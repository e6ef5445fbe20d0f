"""What wrappers have in common, and classes of optimizers that are wrapped."""

import re
from dataclasses import dataclass, fields
from functools import lru_cache, reduce
from typing import Any, ClassVar

from optviz.equations import EQUATION
from optviz.optimizers import NAG, Array, Optimizer, State

JOINT = "-"  # between the key of a rule and those of its wrappers
GRADIENT = re.compile(r"\bg\b")


@dataclass(frozen=True)
class Wrapper(Optimizer):
    """A part of an optimizer's class that stands before its rule, and calls that by `super()`.

    Its fields become hyper-parameters of the whole. In the equations of its docstring, STEP is what
    the rule makes of x, and AT the point where the gradient is measured.

    Attributes:
        key: its name in links and commands.
        keeps: the names that it carries from one step to the next.
        gives: the name of the gradient that the rule gets from it; "" where that is g.
        needs: the hyper-parameter that the rule must have; "" for none.
        shown: whether its equations say all that it does.
    """

    key: ClassVar[str]
    keeps: ClassVar[tuple[str, ...]] = ()
    gives: ClassVar[str] = ""
    needs: ClassVar[str] = ""
    shown: ClassVar[bool] = True

    def __call__(self, optimizer: Optimizer) -> Optimizer:
        """The optimizer with this before its rule.

        Raises:
            ValueError: it cannot stand there; see `wrapped`.
        """
        return wrapped(type(optimizer), type(self))(**optimizer.settings(), **self.settings())

    def rule(self, x: Array, g: Array, s: State) -> Array:
        if not inner(type(self)):
            name = type(self).__name__
            raise ValueError(f"{name} is no optimizer by itself: write {name}()(Adam())")
        return super().rule(x, g, s)  # type: ignore[safe-super]


@lru_cache(maxsize=256)
def wrapped(kind: type[Optimizer], wrapper: type[Wrapper]) -> type[Optimizer]:
    """The class of a rule with a wrapper before it.

    Raises:
        ValueError: the rule's steps are another library's, or ask for losses themselves; it has
            such a wrapper already, or what the wrapper needs is not there.
    """
    check(kind, wrapper)
    name = f"{kind.__name__}{JOINT}{wrapper.key}"
    made = type(
        name,
        (wrapper, kind),
        {
            "__doc__": described(kind, wrapper),
            "__module__": kind.__module__,  # a user's rule is watched as such
            "memory": (*kind.memory, *wrapper.keeps),
            "wraps": (kind, wrapper),
            "__reduce__": reduced,
        },
    )
    return dataclass(frozen=True)(made)


def check(kind: type[Optimizer], wrapper: type[Wrapper]) -> None:
    """Raise ValueError, with a sentence, unless the wrapper can stand before the rule."""
    if any(
        getattr(kind, each) is not getattr(Optimizer, each) for each in ("rule_on", "init", "step")
    ):
        raise ValueError(
            f"{kind.__name__} takes its steps otherwise than by a rule on gradients: "
            f"{wrapper.key} cannot stand before it"
        )
    names = [each.name for each in fields(kind)]
    for each in [*(each.name for each in fields(wrapper)), *wrapper.keeps]:
        if each in (*names, *kind.memory):
            raise ValueError(f"{kind.__name__} has {each} already: {wrapper.key} cannot be added")
    if wrapper.needs and wrapper.needs not in names:
        raise ValueError(f"{kind.__name__} has no {wrapper.needs}, which {wrapper.key} needs")


def reduced(self: Optimizer) -> tuple[Any, ...]:
    """How one is sent to another process, where its class is made anew."""
    return rebuilt, (*layers(type(self)), self.settings())


def layers(kind: type[Optimizer]) -> tuple[type[Optimizer], list[type[Wrapper]]]:
    """The rule within all wrappers, and these from the innermost outwards."""
    wrappers: list[type[Wrapper]] = []
    while "wraps" in vars(kind):
        kind, wrapper = vars(kind)["wraps"]
        wrappers.insert(0, wrapper)
    return kind, wrappers


def rebuilt(
    kind: type[Optimizer], wrappers: list[type[Wrapper]], settings: dict[str, Any]
) -> Optimizer:
    """The optimizer that `reduced` took apart."""
    return reduce(wrapped, wrappers, kind)(**settings)


def inner(kind: type[Optimizer]) -> type[Optimizer] | None:
    """The rule that a class has one wrapper around; None where it is not wrapped."""
    found = vars(kind).get("wraps")
    return found[0] if found else None


def described(kind: type[Optimizer], wrapper: type[Wrapper]) -> str:
    """The docstring of both: what each does, the equations in their order, and the sources."""
    own, rule = wrapper.__doc__ or "", kind.__doc__ or ""
    looks_ahead = kind.lookahead is not Optimizer.lookahead
    shown = wrapper.shown and EQUATION.findall(rule) and (not looks_ahead or issubclass(kind, NAG))
    at = "(x + mu v)" if looks_ahead else "x"
    equations = merged(EQUATION.findall(rule), EQUATION.findall(own), wrapper, at) if shown else []
    lines = "".join(f"        {name} <- {text}\n" for name, text in equations)
    summary = f"{first_sentence(rule)} {first_sentence(own)}"
    sources = f"    Source: {source(own)} {source(rule)}\n"
    return f"{summary}\n\n{lines}\n{sources}"


def merged(
    rule: list[tuple[str, str]], own: list[tuple[str, str]], wrapper: type[Wrapper], at: str
) -> list[tuple[str, str]]:
    """The equations of a rule within those of a wrapper."""
    if wrapper.gives:
        inside = [(name, GRADIENT.sub(wrapper.gives, text)) for name, text in rule]
        return [(name, text.replace("AT", at)) for name, text in own] + inside
    found = []
    for name, text in own:
        if "STEP" in text:
            found += [each for each in rule if each[0] != "x"]
        step = next(step for each, step in rule if each == "x")
        found.append((name, text.replace("STEP", step)))
    return found


def first_sentence(doc: str) -> str:
    """The first paragraph of a docstring."""
    return " ".join(doc.split("\n\n", maxsplit=1)[0].split())


def source(doc: str) -> str:
    """Where it comes from, without what frameworks do."""
    found = re.search(r"Source:(.+?)(?:Frameworks:|\Z)", doc, re.DOTALL)
    return " ".join(found[1].split()) if found else ""
