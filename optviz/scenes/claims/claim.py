"""The Claim type: a common statement about optimizers, a race that shows it, the measurements."""

from dataclasses import dataclass

from optviz.scenes.scene import Scene
from optviz.stories.findings import Finding

HOLDS = "holds"
ONLY_IF = "holds only if"
FAILS = "does not hold"
VERDICTS = (HOLDS, ONLY_IF, FAILS)


@dataclass(frozen=True)
class Claim:
    """A statement that is often repeated, put to the test.

    Attributes:
        name: what it is called here.
        says: the sentence, in our words.
        source: who says it.
        scene: the race that shows it; its story is what was measured.
        verdict: one of `VERDICTS`, what the findings come to.
        condition: the half sentence after "holds only if"; "" with other verdicts.
        lesson: what to remember.

    Raises:
        ValueError: the verdict is not of `VERDICTS`, or it and the condition do not go together.
    """

    name: str
    says: str
    source: str
    scene: Scene
    verdict: str
    condition: str
    lesson: str

    def __post_init__(self) -> None:
        if self.verdict not in VERDICTS:
            raise ValueError(f"verdict = {self.verdict!r}: give one of {', '.join(VERDICTS)}")
        if bool(self.condition) != (self.verdict == ONLY_IF):
            raise ValueError(f'a condition belongs to "{ONLY_IF}", and only to it')

    @property
    def outcome(self) -> str:
        """What the findings come to, with its condition: "holds only if ..."."""
        return " ".join(filter(None, [self.verdict, self.condition]))

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was measured, sentence by sentence."""
        return self.scene.story
