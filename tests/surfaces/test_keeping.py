"""Results about what is private are kept with it, all others by the process; both within bounds."""

import gc
import pickle
from dataclasses import dataclass, field
from weakref import ref

from surfaces.keeping import Keeper, Kept, keeper_of, kept

calls: list[object] = []


@dataclass(frozen=True)
class Thing:
    """Private if it has a keeper."""

    name: str
    keeper: Keeper | None = field(default=None, compare=False)


@kept(2)
def described(thing: Thing, times: int = 1) -> tuple[Thing, ...]:
    """Refers to what it is about, as results do."""
    calls.append(thing.name)
    return times * (thing,)


def test_what_is_not_private_the_process_keeps() -> None:
    calls.clear()
    assert described(Thing("a")) is described(Thing("a"))
    assert calls == ["a"]
    for name in "bc":
        described(Thing(name))
    described(Thing("a"))
    assert calls == ["a", "b", "c", "a"]
    assert described.cache_info().currsize == 2


def test_what_is_private_goes_with_it() -> None:
    before = described.cache_info()
    thing = Thing("secret", Keeper())
    assert described(thing) is described(thing)
    assert described(thing, times=2) is described(thing, times=2)
    assert described.cache_info() == before
    gone = ref(thing)
    del thing
    gc.collect()
    assert gone() is None


def test_each_keeper_has_the_bound() -> None:
    calls.clear()
    keeper = Keeper()
    for name in "abcabc":
        described(Thing(name, keeper))
    assert calls == [*"abcabc"]
    described(Thing("c", keeper))
    described(Thing("c", Keeper()))  # another visitor's
    assert calls == [*"abcabc", "c"]


def test_the_private_one_among_several_decides() -> None:
    thing = Thing("a", Keeper())
    assert keeper_of([3, Thing("b"), thing, Thing]) is thing.keeper
    assert keeper_of([3, Thing("b"), Keeper]) is None


def test_functions_travel_by_name_and_keepers_empty() -> None:
    assert pickle.loads(pickle.dumps(described)) is described
    assert isinstance(described, Kept)
    thing = Thing("a", Keeper())
    described(thing)
    there = pickle.loads(pickle.dumps(thing))
    assert there == thing
    assert there.keeper is not thing.keeper
