"""The panel that makes files: what it offers for what, and how a file is made again elsewhere."""

import shlex
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from optviz.__main__ import main
from optviz.app.script import SCRIPT
from optviz.export import FORMATS
from optviz.export.formats import export, preview, request_for
from optviz.export.purposes import PURPOSES
from optviz.pictures.composition import PictureOptions
from optviz.pictures.race.composition import RaceOptions
from optviz.pictures.sizes import size_of
from optviz.scenes import SCENES
from tests.support.fields import set_number
from tests.support.patience import PATIENCE


@pytest.fixture
def app() -> AppTest:
    """The race's page, its panel open."""
    app = AppTest.from_file(str(SCRIPT), default_timeout=PATIENCE)
    app.session_state["export/scene/open"] = True
    app.run()
    assert not app.exception
    return app


def choose(app: AppTest, purpose: str) -> None:
    app.button_group(key="export/purpose").set_value(purpose).run()
    assert not app.exception


def field(app: AppTest, label: str) -> Any:
    return next(each for each in app.selectbox if each.label == label)


def again(app: AppTest) -> tuple[str, str]:
    """The command and the Python that are shown."""
    shell, python = (each.value for each in app.code if each.language in ("bash", "python"))
    return shell, python


def test_every_purpose_has_formats_and_sizes_that_there_are() -> None:
    assert set().union(*(each.formats for each in PURPOSES.values())) == FORMATS.keys()
    for purpose in PURPOSES.values():
        assert set(purpose.formats) <= FORMATS.keys()
        for size in purpose.sizes:
            PictureOptions(size=size)
    assert all(size_of(each).printed for each in PURPOSES["paper"].sizes)


@pytest.mark.parametrize("purpose", PURPOSES)
def test_what_is_offered_goes_by_what_it_is_for(app: AppTest, purpose: str) -> None:
    choose(app, purpose)
    names = [FORMATS[each].name for each in PURPOSES[purpose].formats]
    assert field(app, "Format").options == names
    if FORMATS[PURPOSES[purpose].formats[0]].drawn:
        assert len(field(app, "Size").options) == len(PURPOSES[purpose].sizes)


def test_chats_have_a_limit(app: AppTest) -> None:
    choose(app, "chat")
    shell, python = again(app)
    assert "--max-bytes=2MB" in shell
    assert "max_bytes='2MB'" in python.replace('"', "'")


@pytest.mark.parametrize("purpose", ["paper", "any"])
def test_the_command_and_the_python_make_the_file_again(
    app: AppTest, purpose: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_number(app, "beale/steps", 20)
    choose(app, purpose)
    field(app, "Format").set_value("png").run()
    field(app, "Paper").set_value("dark").run()
    field(app, "Language").set_value("de").run()
    field(app, "Legend").set_value("below").run()
    shell, python = again(app)
    monkeypatch.chdir(tmp_path)
    words = shlex.split(shell)
    assert main(words[words.index("optviz") + 1 :]) == 0
    (made,) = tmp_path.glob("*.png")
    first = made.read_bytes()
    made.unlink()
    exec(compile(python, "again.py", "exec"), {})
    assert made.read_bytes() == first


def test_a_preview_has_the_pixels_of_the_file(tmp_path: Path) -> None:
    scene, options = SCENES["beale"], RaceOptions(size=(640, 480), theme="dark")
    path = export(scene, tmp_path / "a.png", options)
    assert preview(request_for(scene, "png", options)) == path.read_bytes()
