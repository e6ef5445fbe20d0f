"""A race and a place as an address."""

from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import quote

from optviz.entrants import next_name
from optviz.scenes import PRESETS, Scene
from optviz.spec.address.parts import APART, PARTS, Place
from optviz.spec.parsing import number_text
from optviz.spec.race_spec import TUNED, EntrantSpec, Preset, RaceSpec
from optviz.spec.seeds import seeds_text
from optviz.spec.settings import setting_text

UNRESERVED = ",:;*()/!~'@ "  # of what needs no escape in a query, what addresses use; " " becomes +
SEPARATORS = ",:~=%()"  # are escaped inside an entrant's name


def write(spec: RaceSpec | None, place: Place) -> str:
    """The query, without its question mark; "" if nothing is said.

    Raises:
        ValueError: what is raced are private data, which no address carries.
    """
    said = {} if spec is None else dict(race_parts(spec.differences()))
    said |= {
        "room": place.page,
        "view": ",".join(place.view),
        "t": "" if place.t is None else number_text(place.t),
        "stops": ",".join(number_text(step) for step in place.stops),
        "cloud": place.cloud,
        "seeds": seeds_text(place.seeds),
        "lesson": place.lesson,
        "page": "" if place.slide is None else number_text(place.slide),
    }
    return joined({name: said.get(name, "") for name in PARTS})


def joined(said: Mapping[str, str]) -> str:
    """Parts as a query, without those that say nothing."""
    return "&".join(
        f"{name}={quote(text, safe=UNRESERVED).replace(' ', '+')}"
        for name, text in said.items()
        if text
    )


def race_parts(spec: RaceSpec) -> Iterator[tuple[str, str]]:
    """The parts of a race that differ from its scene's own.

    Raises:
        ValueError: as `write` has it.
    """
    if spec.data is not None:
        raise ValueError("your data stay in this session: a link cannot carry them")
    if spec.formula is None:
        yield "scene", spec.scene
    else:
        yield "formula", APART.sub("\t", spec.formula.text)
        for axis in ("x", "y"):
            if (limits := getattr(spec.formula, axis)) is not None:
                yield axis, numbers_text(limits)
    yield from preset_parts(spec.preset)
    if spec.entrants is not None:
        yield "opt", ",".join(entrant_texts(spec.entrants, spec.own_scene()))
    yield from number_parts(spec)


def number_parts(spec: RaceSpec) -> Iterator[tuple[str, str]]:
    """The start and the numbers of a race that it says."""
    if spec.start is not None:
        yield "start", numbers_text(spec.start)
    for name in ("steps", "seed", "batch", "parameter"):
        if (value := getattr(spec, name)) is not None:
            yield name, number_text(value)


def preset_parts(preset: Preset) -> Iterator[tuple[str, str]]:
    """Where the settings come from."""
    if preset.kind != PRESETS[0]:
        yield "preset", preset.kind
    if preset.rate is not None:
        yield "rate", number_text(preset.rate)
    if preset.kind == TUNED:
        yield "best", preset.objective
        if preset.threshold is not None:
            yield "below", number_text(preset.threshold)
        if preset.second:
            yield "second", "1"


def entrant_texts(entrants: Sequence[EntrantSpec], scene: Scene) -> Iterator[str]:
    """Each entrant: its rule, its name where reading would give it another, and its settings."""
    taken: list[str] = []
    for each in entrants:
        named = each.name != next_name(scene.rules[each.rule], taken)
        taken.append(each.name)
        name = f"~{escaped(each.name)}" if named else ""
        settings = [f"{key}={setting_text(value)}" for key, value in each.settings]
        yield ":".join([each.rule + name, *settings])


def escaped(name: str) -> str:
    """A name without the characters that separate entrants and settings."""
    return "".join(f"%{ord(each):02X}" if each in SEPARATORS else each for each in name)


def numbers_text(values: Sequence[float]) -> str:
    """Numbers with commas between them."""
    return ",".join(map(number_text, values))
