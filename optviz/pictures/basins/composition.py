"""What a picture of a basin map shows."""

from dataclasses import dataclass, field

from optviz.pictures.composition import PictureOptions
from optviz.studies.basins import Basins


@dataclass(frozen=True, kw_only=True)
class BasinComposition:
    """A picture of a basin map, a panel for each optimizer.

    Attributes:
        basins: where runs end.
        options: what was chosen of the picture.
    """

    basins: Basins
    options: PictureOptions = field(default_factory=PictureOptions)

    @property
    def steps(self) -> int:
        """The last step that it can show."""
        return self.basins.steps
