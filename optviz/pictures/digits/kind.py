"""A study of the digits as a kind of picture."""

from typing import Any

from optviz.pictures.composition import PictureOptions
from optviz.pictures.digits.composition import DigitsComposition
from optviz.pictures.digits.digits_picture import DigitsPicture
from optviz.pictures.digits.table import digits_table
from optviz.pictures.kind import LINES, Cost, Kind
from optviz.pictures.table import table_files
from optviz.studies.digits.study import Study


def is_study(subject: Any) -> bool:
    """Whether it is a study of the digits."""
    return isinstance(subject, Study)


def compose(study: Study, options: PictureOptions) -> DigitsComposition:
    """A picture of a study."""
    return DigitsComposition(study=study, options=options)


def rows(composition: DigitsComposition) -> int:
    """One for every optimizer, split and epoch."""
    trainings = composition.study.trainings
    return sum(len(training) * (training.epochs + 1) for training in trainings)


DIGITS = Kind(
    called="a study of the digits",
    shows=is_study,
    options=PictureOptions,
    style=LINES | {"levels", "colours"},
    compose=compose,
    draw=DigitsPicture,
    data=table_files(digits_table),
    rows=rows,
    costs={
        "png": Cost(150, 0, 0.5, 0),
        "svg": Cost(170, 0, 0.2, 0),
        "pdf": Cost(100, 0, 0.5, 0),
        "csv": Cost(5, 0.05, 0.1, 4e-6),
        "json": Cost(8, 0.05, 0.1, 4e-6),
    },
)
