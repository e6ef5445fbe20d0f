"""What a picture of a race over a hyper-parameter shows."""

from dataclasses import dataclass

from optviz.pictures.composition import PictureOptions
from optviz.studies.over import RaceOver


@dataclass(frozen=True, kw_only=True)
class OverComposition:
    """A picture of a race over a hyper-parameter; its steps are the values.

    Attributes:
        over: what is shown.
        options: as they were given.
    """

    over: RaceOver
    options: PictureOptions

    @property
    def steps(self) -> int:
        """The last value's place."""
        return len(self.over.values) - 1
