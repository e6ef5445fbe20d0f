"""Wrapped rules by their names: "adam-clipnorm" is Adam behind ClipNorm."""

from functools import reduce

from optviz.optimizers import Optimizer
from optviz.wrappers.gradients import L2, ClipNorm, ClipValue, Noise
from optviz.wrappers.iterates import EMA, SWA, Decay, Lookahead
from optviz.wrappers.wrapper import JOINT, Wrapper, wrapped

WRAPPERS: dict[str, type[Wrapper]] = {
    each.key: each for each in (ClipNorm, ClipValue, L2, Noise, Decay, Lookahead, EMA, SWA)
}


class Rules(dict[str, type[Optimizer]]):
    """Rules by their names, and wrapped ones by theirs, which are made when they are asked for.

    Only those that are put into it are counted and listed: there are many others.
    """

    def __missing__(self, name: str) -> type[Optimizer]:
        rule, *wrappers = name.split(JOINT)
        if not wrappers or rule not in self or not WRAPPERS.keys() >= set(wrappers):
            raise KeyError(name)
        return reduce(wrapped, [WRAPPERS[each] for each in wrappers], self[rule])

    def __contains__(self, name: object) -> bool:
        if super().__contains__(name) or not isinstance(name, str):
            return super().__contains__(name)
        try:
            return bool(self[name])
        except (KeyError, ValueError):
            return False
