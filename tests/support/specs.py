"""Races that the page could show, for Hypothesis to draw."""

from typing import Any

from hypothesis import strategies as st

from optviz.optimizers import AT_THE_START, WHOLE
from optviz.scenes import PRESETS, Scene
from optviz.scenes.catalog import CATALOG
from optviz.schedules import Cosine, Curve, Linear, Piecewise, Staircase
from optviz.spec.address import MOST_STEPS
from optviz.spec.race_spec import TUNED, EntrantSpec, Preset, RaceSpec
from optviz.studies.tuning import OBJECTIVES

finite = st.floats(allow_nan=False, allow_infinity=False, width=64)
typed_names = (
    st.text(min_size=1, max_size=20).filter(lambda text: text.isprintable()).map(str.strip)
)


@st.composite
def specs(draw: st.DrawFn) -> RaceSpec:
    """A race that the page could show."""
    scene = CATALOG[key := draw(st.sampled_from(list(CATALOG)))]
    said: dict[str, Any] = {"scene": key, "preset": draw(presets())}
    if draw(st.booleans()):
        said["start"] = tuple(
            low + (high - low) * draw(st.floats(0.1, 0.9))
            for low, high in (scene.surface.xlim, scene.surface.ylim)
        )
    if draw(st.booleans()):
        said["entrants"] = draw(some_entrants(scene))
    optional = {"steps": st.integers(1, MOST_STEPS), "seed": st.integers(0, 2**32 - 1)}
    if scene.surface.minibatches:
        optional["batch"] = st.integers(1, scene.surface.minibatches.count)
    for name, values in optional.items():
        if draw(st.booleans()):
            said[name] = draw(values)
    if scene.surface.parameter and draw(st.booleans()):
        said["parameter"] = draw(st.floats(1, 10_000))
    return RaceSpec(**said).differences()


@st.composite
def presets(draw: st.DrawFn) -> Preset:
    kind = draw(st.sampled_from([*PRESETS, TUNED]))
    if kind == "rate":
        return Preset(kind, rate=draw(st.floats(0, 10)))
    if kind != TUNED:
        return Preset(kind)
    objective = draw(st.sampled_from(list(OBJECTIVES)))
    threshold = draw(finite) if objective == "steps" else None
    return Preset(kind, None, objective, threshold, draw(st.booleans()))


def values_of(name: str) -> st.SearchStrategy[float | Piecewise]:
    """A hyper-parameter's values: one, or several one after the other where that means anything."""
    one = st.floats(0, 0.9)
    if name in WHOLE:
        return st.integers(1, 4)
    if name in AT_THE_START:
        return one
    steps = st.integers(1, 10**6)
    curves: st.SearchStrategy[Curve]
    curves = st.builds(Linear, one, one, steps) | st.builds(Cosine, one, steps, one)
    curves |= st.builds(Staircase, one, steps, st.floats(0.1, 1))
    changes = st.dictionaries(steps, one | curves, min_size=1, max_size=3)
    alone = st.builds(Piecewise, curves, st.just({}))
    return one | alone | st.builds(Piecewise, one | curves, changes)


@st.composite
def some_entrants(draw: st.DrawFn, scene: Scene) -> tuple[EntrantSpec, ...]:
    """Rules that may come several times, under names that may hold anything."""
    rules = draw(st.lists(st.sampled_from(list(scene.rules)), min_size=1, max_size=6))
    names = draw(
        st.lists(
            st.sampled_from(["Adam", "SGD", "Adam 2", "a,b:c~d=e%f", "x+y&z#?"]) | typed_names,
            min_size=len(rules),
            max_size=len(rules),
            unique=True,
        ).filter(all)
    )
    found = []
    for rule, name in zip(rules, names, strict=True):
        known = list(scene.rules[rule]().settings())
        chosen = draw(st.lists(st.sampled_from(known), unique=True))
        found.append(
            EntrantSpec(rule, name, tuple((each, draw(values_of(each))) for each in chosen))
        )
    return tuple(found)
