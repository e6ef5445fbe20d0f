"""Where a site of static pages shows the same: a page's path in it, and what is raced behind its #.

    races/beale.html#start=1,1.6&opt=adam~Adam:lr=0.05:beta1=0.9:beta2=0.999:eps=1e-08

Such a page knows its scene and no presets, so what differs is spelled out.
"""

from collections.abc import Iterator

from optviz.entrants import Entrant
from optviz.spec.address.parts import Place
from optviz.spec.address.writing import escaped, joined, number_parts
from optviz.spec.parsing import number_text
from optviz.spec.race_spec import RaceSpec
from optviz.spec.seeds import seeds_text
from optviz.spec.settings import setting_text
from optviz.variants import RULES

RACE, LESSON, DEFINITIONS = "races/{}.html", "lessons/{}.html", "definitions.html"


def on_site(spec: RaceSpec | None, place: Place) -> str:
    """The path of what an address says, in a site that `optviz site` has written.

    Args:
        spec: what is raced; None where nothing is.
        place: where on the pages.

    Raises:
        ValueError: the site does not show it; a sentence says why.
    """
    if place.lesson:
        return f"{LESSON.format(place.lesson)}#slide={place.slide or 1}"
    if place.page == "definitions":
        return DEFINITIONS
    if spec is None:
        raise ValueError("the site has no such page")
    said = spelled_out(spec, place)
    return f"{RACE.format(spec.scene)}{'#' if said else ''}{said}"


def spelled_out(spec: RaceSpec, place: Place) -> str:
    """What a scene's page of its own reads behind its address's #; "" for the scene as it is.

    Every optimizer is written with its name and all its settings, wherever they come from.

    Args:
        spec: what is raced.
        place: where in the race.

    Raises:
        ValueError: such a page cannot show it; a sentence says why.
    """
    if spec.data is not None:
        raise ValueError("your data stay in this session, so they have no page elsewhere")
    if spec.formula is not None:
        raise ValueError("a formula is computed by the app, so it has no page without one")
    said = dict(race_parts(spec)) | {
        "step": "" if place.t is None else number_text(place.t),
        "cloud": place.cloud,
        "seeds": seeds_text(place.seeds),
    }
    return joined(said)


def race_parts(spec: RaceSpec) -> Iterator[tuple[str, str]]:
    """The parts of a race that differ from its scene's own."""
    scene, own = spec.race_scene(), spec.own_scene()
    yield from number_parts(spec.differences())
    if scene.entrants != own.entrants:
        yield "opt", ",".join(map(entrant_text, scene.entrants))


def entrant_text(entrant: Entrant) -> str:
    """An entrant with all its settings.

    Raises:
        ValueError: such a page does not have its rule.
    """
    key = {kind: key for key, kind in RULES.items()}.get(type(entrant.optimizer))
    if key is None:
        raise ValueError(f"{entrant.name} has a rule that only the app can race")
    pairs = [
        f"{name}={setting_text(value)}" for name, value in entrant.optimizer.settings().items()
    ]
    return ":".join([f"{key}~{escaped(entrant.name)}", *pairs])
