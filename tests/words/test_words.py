"""Languages as files: what a table must have, and how it writes numbers and names."""

import re
import shutil
from pathlib import Path

import pytest

from optviz.entrants import ORIGINS
from optviz.look import LOOK
from optviz.scenes.catalog import CATALOG
from optviz.words import COMING, ENGLISH, words_of
from optviz.words.tables import HERE
from surfaces import SURFACES

GERMAN = words_of("de")


def changed(folder: Path, old: str, new: str) -> Path:
    """The German table with another text in it."""
    text = (HERE / "de.toml").read_text(encoding="utf-8")
    assert old in text
    path = folder / "mine.toml"
    path.write_text(text.replace(old, new), encoding="utf-8")
    return path


def test_what_comes_with_it_is_whole() -> None:
    assert set(COMING) == {"de", "en"}
    assert GERMAN.texts.keys() == ENGLISH.texts.keys()
    same = [key for key, text in ENGLISH.texts.items() if text == GERMAN.texts[key]]
    written = [key for key in same if re.search(r"\w", re.sub(r"\{\w+\}", "", ENGLISH.texts[key]))]
    assert written == ["curve.InverseSqrt"]


def test_all_that_scenes_bring_has_a_german_name() -> None:
    scenes = [each.name for each in CATALOG.values()]
    surfaces = [*SURFACES.values(), *(each.surface for each in CATALOG.values())]
    axes = [name for each in surfaces for name in each.axes if len(name) > 2]
    numbers = [each.parameter.name for each in surfaces if each.parameter]
    names = [*scenes, *(each.name for each in surfaces), *axes, *numbers, *ORIGINS]
    missing = [each for each in [*names, *LOOK["captions"].values()] if GERMAN.name(each) == each]
    assert not missing


def test_a_name_with_a_number_is_found_whatever_the_number() -> None:
    assert GERMAN.name("Quadratic of condition 2.5").endswith("Kondition 2,5")
    assert GERMAN.name("A loss of mine, 2.5") == "A loss of mine, 2.5"
    assert ENGLISH.name("Quadratic of condition 2.5") == "Quadratic of condition 2.5"


@pytest.mark.parametrize(
    ("english", "german"), [("0.05", "0,05"), ("1,000", "1.000"), ("2.1·10⁻⁷", "2,1·10⁻⁷")]
)
def test_numbers_have_the_languages_own_marks(english: str, german: str) -> None:
    assert ENGLISH.digits(english) == english
    assert GERMAN.digits(english) == german


def test_a_share_that_is_not_all_is_not_said_to_be() -> None:
    assert (ENGLISH.percent(0.999), GERMAN.percent(0.999)) == ("under 100%", "unter 100 %")
    assert (ENGLISH.percent(0.5), GERMAN.percent(0.5)) == ("50%", "50 %")
    assert GERMAN.percents([1, 999]) == ["0,1 %", "99,9 %"]


def test_a_file_of_the_same_form_is_a_language_and_is_read_again_once_changed(
    tmp_path: Path,
) -> None:
    path = changed(tmp_path, 'step = "Schritt"', 'step = "Étape"')
    assert words_of(path)("chart.step") == "Étape"
    path.write_text(path.read_text(encoding="utf-8").replace("Étape", "Paso"), encoding="utf-8")
    assert words_of(str(path))("chart.step") == "Paso"


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('early = "endet vorzeitig"\n', "", "lacks ending.early"),
        ("[marks]\n", '[marks]\nfirst = "x"\n', "has marks.first, which English has not"),
        ('"{steps} Schritte"', '"{step} Schritte"', r"has \{step\}: write it with \{steps\}"),
        ('"{steps} Schritte"', '"Schritte"', "has no placeholder"),
        ('"{steps} Schritte"', '"{steps:5} Schritte"', "braces that do not match"),
        ('"{steps} Schritte"', '"{steps Schritte"', "braces that do not match"),
        ('"{steps} Schritte"', "5", "conditions.steps = 5 is no text"),
        ('"Schritt"', "Schritt", "is no file of words in TOML"),
        ("der Kondition {}", "der Kondition", "differ in their {}"),
        ('"tuned" = "abgestimmt"', '"tuned" = 1', "the name of 'tuned' is no text"),
    ],
)
def test_what_does_not_fit_is_refused_in_a_sentence(
    tmp_path: Path, old: str, new: str, sentence: str
) -> None:
    with pytest.raises(ValueError, match=sentence):
        words_of(changed(tmp_path, old, new))


@pytest.mark.parametrize("language", ["fr", "", None, 3, "words.txt"])
def test_what_is_no_language_is_refused(language: object) -> None:
    with pytest.raises(ValueError, match="give de or en, or a file"):
        words_of(language)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="is not there"):
        words_of(tmp_path / "fr.toml")
    shutil.copy(HERE / "en.toml", tmp_path / "fr.toml")
    assert words_of(tmp_path / "fr.toml").texts == ENGLISH.texts
