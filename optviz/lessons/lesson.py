"""A lesson: slides that show a race, each with one idea, some with a question first.

A lesson is a file in `content/`, TOML, of this form:

    title = "Beale's function"
    minutes = 8

    [[slide]]
    heading = "A wall and a valley"
    text = "One idea, in sentences that a test measures."
    show = "scene=beale&opt=sgd,adam"          # as in an address; with a step, t=0, it stands there
    switch = ["distance"]                      # charts, views and glyphs, as findings have them
    finding = "beale/0"                        # the measured sentence that is shown
    notes = "For the teacher."
    [slide.question]
    prompt = "Whose first step is the longest?"
    decides = "first step"                     # of measures.MEASURES

What is said is a finding of a scene, the measured answer to a question, or a sentence of the text
that a test measures. A slide shows nothing that a later one asks.
"""

import tomllib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

from optviz.lessons.measures import MEASURES, Answer, Measure
from optviz.race import Race, race_that_runs
from optviz.scenes import Scene
from optviz.scenes.catalog import CATALOG
from optviz.spec.address import Place, read
from optviz.spec.race_spec import RaceSpec, scene_entrants
from optviz.stories.findings import SHOWN, Finding, Measurement, measured_under, waiting
from surfaces.keeping import kept

CONTENT = Path(__file__).parent / "content"
LONGEST = 420  # characters of a slide's text: what a class reads while the teacher speaks
KNOWN = {"heading", "text", "show", "switch", "finding", "notes", "question"}


@dataclass(frozen=True)
class Question:
    """What the class predicts before the race runs.

    Attributes:
        prompt: the question; the answers to choose from are the optimizers that race.
        decides: of `MEASURES`.
    """

    prompt: str
    decides: str

    @property
    def measure(self) -> Measure:
        """What decides."""
        return MEASURES[self.decides]

    def table(self, done: Race) -> list[Answer]:
        """What each optimizer of this race did, the winner first."""
        return self.measure.table(done)

    def answer(self, done: Race) -> tuple[str, str]:
        """The winner of this race, and the number of each optimizer in a sentence."""
        rows = self.table(done)
        said = ", ".join(f"{row.name} {row.number}" for row in rows)
        return rows[0].name, f"{self.measure.head}: {said}."


@dataclass(frozen=True)
class Slide:
    """One idea and the race that shows it.

    Attributes:
        heading: in a few words.
        text: the idea; it states nothing about a rule that is not measured.
        spec: the race.
        at: its step and views.
        switch: charts, views and glyphs to switch on, of `findings.SHOWN`.
        finding: "scene/place" of a finding of `CATALOG`, or "".
        notes: for the teacher.
        question: to be answered before the race runs, or None.
    """

    heading: str
    text: str
    spec: RaceSpec
    at: Place
    switch: tuple[str, ...] = ()
    finding: str = ""
    notes: str = ""
    question: Question | None = None

    def __post_init__(self) -> None:
        """Raise ValueError, with a sentence, where a field is not valid."""
        if len(self.text) > LONGEST:
            raise ValueError(
                f"{self.heading}: {len(self.text)} characters of text; at most {LONGEST} fit"
            )
        if unknown := set(self.switch) - SHOWN:
            raise ValueError(f"{self.heading}: unknown in switch: {', '.join(sorted(unknown))}")
        if self.question and self.question.decides not in MEASURES:
            raise ValueError(f"{self.heading}: there is no measure {self.question.decides!r}")
        if self.finding:
            self.found()

    @property
    def plays(self) -> bool:
        """Whether the race runs: a slide that names a step stands there."""
        return self.at.t is None

    @property
    def scene(self) -> Scene:
        """The race that is shown."""
        return self.spec.race_scene()

    @property
    def race(self) -> Race:
        """That race, run; once for a whole class."""
        return race_of(self.spec)

    @property
    def finding_place(self) -> tuple[str, int]:
        """The key of the finding's scene, and the finding's place in its story."""
        key, _, place = self.finding.partition("/")
        return key, int(place)

    def found(self) -> tuple[Scene, Finding]:
        """The finding, and the scene that it belongs to."""
        try:
            key, place = self.finding_place
            return CATALOG[key], CATALOG[key].story[place]
        except (KeyError, ValueError, IndexError):
            raise ValueError(f"{self.heading}: there is no finding {self.finding}") from None

    def measurement(self, patient: bool = True) -> Measurement | None:
        """The finding, measured under its own scene's conditions; None without one.

        Args:
            patient: whether to measure it now if that takes long; else None until it is measured.
        """
        if not self.finding:
            return None
        scene, finding = self.found()
        if not patient and waiting([finding], scene.conditions):
            return None
        return measured_under(finding, scene.conditions)


@dataclass(frozen=True)
class Lesson:
    """A sequence of slides.

    Attributes:
        key: of the file.
        title: what it is about.
        minutes: how long it takes in a class.
        slides: in their order.
    """

    key: str
    title: str
    minutes: int
    slides: tuple[Slide, ...]


@kept(128)
def race_of(spec: RaceSpec) -> Race:
    """The race of a slide."""
    return race_that_runs(*spec.race_scene().conditions).race


def load(key: str) -> Lesson:
    """Read a lesson's file.

    Raises:
        ValueError: something in it is not valid; the sentence says what and where.
    """
    content = tomllib.loads((CONTENT / f"{key}.toml").read_text(encoding="utf-8"))
    slides = tuple(slide_of(each, key) for each in content["slide"])
    return Lesson(key, content["title"], content["minutes"], slides)


def slide_of(content: dict[str, Any], key: str) -> Slide:
    """One slide out of a file."""
    if unknown := content.keys() - KNOWN:
        raise ValueError(f"{key}: a slide has no {', '.join(sorted(unknown))}")
    spec, at, problems = read(parse_qs(content["show"]))
    if problems or spec is None:
        wrong = problems[0] if problems else "it names no race"
        raise ValueError(f"{content['heading']}: show: {wrong}")
    if spec.entrants is None:  # spelled out: a rule of a user's file would race, too
        spec = replace(spec, entrants=scene_entrants(spec.own_scene()))
    question = content.get("question")
    return Slide(
        heading=content["heading"],
        text=content["text"],
        spec=spec,
        at=at,
        switch=tuple(content.get("switch", ())),
        finding=content.get("finding", ""),
        notes=content.get("notes", ""),
        question=Question(**question) if question else None,
    )
