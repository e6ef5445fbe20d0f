"""The legend says every setting, in type that can be read."""

from dataclasses import replace

import pytest
from matplotlib.text import Text

from optviz.export import RaceOptions
from optviz.optimizers import NAG, SGD, Adam, Optimizer
from optviz.pictures.labels import SMALL, shortened, width_of, wrapped
from optviz.pictures.race.composition import RaceComposition
from optviz.pictures.race.race_picture import RacePicture, legend_of
from optviz.pictures.theme import DPI
from optviz.race import race
from optviz.scenes import SCENES
from optviz.style import settings_text
from optviz.variants import RULES
from surfaces import SURFACES
from tests.support.words import check_words, written

LONG = Adam(lr=0.0123456, beta1=0.912345, beta2=0.998765, eps=1.2345e-7)
NAMES = {"a name of mine which is forty characters": LONG, "second, quite a long name": NAG()}
MANY: dict[str, Optimizer] = NAMES | {key: RULES[key]() for key in list(RULES)[-6:]}


def picture_of(optimizers: dict[str, Optimizer], options: RaceOptions) -> RacePicture:
    return RacePicture(RaceComposition.of(race(SURFACES["beale"], optimizers, steps=3), options))


def small(picture: RacePicture) -> list[Text]:
    """The texts round the picture that are no names."""
    return [each for each in picture.figure.texts if each.get_fontweight() != "bold"]


def pixels(text: Text) -> float:
    return float(text.get_fontsize()) * DPI / 72


def test_eight_long_settings_are_wrapped_and_not_shrunk() -> None:
    picture = picture_of(MANY, RaceOptions())
    check_words(picture)
    assert min(map(pixels, small(picture))) > 0.85 * SMALL
    said = " ".join(text.get_text() for text in picture.figure.texts)
    for optimizer in MANY.values():
        assert settings_text(optimizer) in said


def test_a_small_picture_keeps_the_settings() -> None:
    picture = RacePicture(RaceComposition.of(SCENES["beale"], RaceOptions(size=(400, 300))))
    assert picture.layout.detailed
    check_words(picture)


@pytest.mark.parametrize("size", [(800, 600), (240, 240)])
def test_long_names_are_shortened_before_they_are_too_small(size: tuple[int, int]) -> None:
    picture = picture_of(MANY, RaceOptions(size=size))
    check_words(picture)
    names = [each for each in picture.figure.texts if each.get_fontweight() == "bold"]
    assert min(map(pixels, names)) > 6
    assert any("…" in each.get_text() for each in names)


@pytest.mark.parametrize("room", [60, 100, 1000])
def test_lines_fit_and_nothing_is_lost(room: float) -> None:
    words = settings_text(LONG)
    lines = wrapped(words, SMALL, room)
    assert " ".join(lines) == words
    parted = [line for line in lines if line.count(",") > 1]
    assert all(width_of(line, SMALL) <= room for line in parted)


def test_short_words_stay() -> None:
    assert shortened("Adam", SMALL, 100) == "Adam"
    assert wrapped("lr 1", SMALL, 1) == ("lr 1",)


@pytest.mark.parametrize(
    ("size", "rate"), [((1280, 720), 1e-3), ((800, 600), 1e100), ((640, 800), 1e100)]
)
def test_no_word_of_a_chart_is_cut_off(size: tuple[int, int], rate: float) -> None:
    """Neither where losses are small, nor where they are as large as numbers can be."""
    both: dict[str, Optimizer] = {"SGD": SGD(lr=rate), "Adam": Adam()}
    picture = picture_of(both, RaceOptions(chart="loss", size=size))
    boxes = written(picture)
    assert {"loss", "step"} <= {text.get_text() for text in boxes}
    for text, box in boxes.items():
        assert box.x0 >= 0, text.get_text()
    numbers = [text for text in picture.figure.axes[1].get_yticklabels() if text in boxes]
    assert numbers
    (name,) = (text for text in boxes if text.get_text() == "loss")
    for text in numbers:
        assert not boxes[text].overlaps(boxes[name])


@pytest.mark.parametrize("key", ["beale", "saddle_point"])
def test_labels_on_steep_contours_read_the_same_way(key: str) -> None:
    picture = RacePicture(RaceComposition.of(SCENES[key], RaceOptions(views=("above",))))
    angles = [text.get_rotation() for text in picture.figure.axes[0].texts]
    assert len(angles) > 5
    assert all(-70 <= (angle + 180) % 360 - 180 < 110 for angle in angles)


def test_how_a_run_ended_is_left_out_where_it_is_still_to_be_predicted() -> None:
    composition = RaceComposition.of(race(SURFACES["beale"], [SGD(lr=1.0)], steps=20))
    (told,), (untold,) = legend_of(composition), legend_of(replace(composition, endings=False))
    assert told.note.startswith("diverged")
    assert untold.note == composition.race[0].entrant.origin
