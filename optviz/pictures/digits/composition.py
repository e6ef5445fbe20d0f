"""What the picture of the digits shows."""

from dataclasses import dataclass, field

from optviz.pictures.composition import PictureOptions
from optviz.studies.digits.study import Study


@dataclass(frozen=True, kw_only=True)
class DigitsComposition:
    """A picture of a study of the digits: the training of its first split.

    Attributes:
        study: what was measured.
        options: what was chosen of the picture.
    """

    study: Study
    options: PictureOptions = field(default_factory=PictureOptions)

    @property
    def steps(self) -> int:
        """The last step of the training, which is the one that is shown."""
        return int(self.study.shown.recorded[-1])
