"""What a picture of many seeds or starts shows."""

from dataclasses import dataclass, field

from optviz.pictures.composition import PictureOptions, choose
from optviz.race.bundles import Bundled

LOSS, NO_CHART = "loss", "none"


@dataclass(frozen=True, kw_only=True)
class BundleOptions(PictureOptions):
    """What can be chosen of the picture of many seeds or starts.

    Attributes:
        chart: "loss", its median and quartiles over the steps and each run's at the step that is
            shown, where there is room for it; or "none". "loss" if this is None.
    """

    chart: str | None = None

    def __post_init__(self) -> None:
        """Raise ValueError, with a sentence, where something cannot be drawn."""
        super().__post_init__()
        if self.chart is not None:
            choose("chart of many seeds or starts", self.chart, (LOSS, NO_CHART))


@dataclass(frozen=True, kw_only=True)
class BundleComposition:
    """A picture of many seeds or starts.

    Attributes:
        subject: the race.
        title: above the picture.
        options: as they were given.
        eased: whether it is of a film that has frames between steps, which the header says.
    """

    subject: Bundled
    title: str
    options: BundleOptions = field(default_factory=BundleOptions)
    eased: bool = False

    @property
    def steps(self) -> int:
        """The last step that it can show."""
        return self.subject.steps

    @property
    def chart(self) -> bool:
        """Whether there is a chart, if it finds room."""
        return self.options.chart != NO_CHART

    @classmethod
    def of(cls, subject: Bundled, options: BundleOptions | None = None) -> "BundleComposition":
        """A race of many seeds or starts, with what is chosen."""
        chosen = options or BundleOptions()
        title = chosen.title_or(chosen.say.name(subject.surface.name))
        return cls(subject=subject, title=title, options=chosen)
