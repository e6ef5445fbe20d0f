"""Surfaces from a user's file: scenes of their names, or rejected in a sentence with a line."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from optviz import user_surfaces
from optviz.__main__ import main
from optviz.jobs.worker import run_in_worker
from optviz.optimizers import OPTIMIZERS, Adam
from optviz.scenes.catalog import CATALOG
from optviz.studies.sweep import learning_rate_sweep
from optviz.user_surfaces import load_surfaces
from tests.support.messages import sent
from tests.support.started import started

HEAD = "from optviz import SURFACES, Surface, function_surface, least_squares\n"
MINE = (
    HEAD
    + """beale = SURFACES["beale"]  # line 2: taken
"""
)
GOOD = (
    HEAD
    + """def bowl(x, y):
    return x * x + 3 * y * y

Bowl = function_surface(bowl, (-2, 2), (-2, 2), start=(1, 1))
line = least_squares([0, 1, 2, 3], [0, 1, 2, 4], batch=2)
_hidden = function_surface(bowl, (-2, 2), (-2, 2))
"""
)


@pytest.fixture(autouse=True)
def as_it_was() -> Iterator[None]:
    before = dict(CATALOG)
    yield
    user_surfaces.FILES.clear()
    CATALOG.clear()
    CATALOG.update(before)


def written(folder: Path, text: str) -> Path:
    path = folder / "mine.py"
    path.write_text(text, encoding="utf-8")
    return path


def test_each_named_surface_is_a_scene(tmp_path: Path) -> None:
    path = written(tmp_path, GOOD)
    scenes = load_surfaces(path)
    assert list(scenes) == ["bowl", "line"]
    assert load_surfaces(path) is scenes
    assert CATALOG["bowl"] is scenes["bowl"]
    bowl = scenes["bowl"]
    assert [type(each.optimizer) for each in bowl.entrants] == list(OPTIMIZERS.values())
    assert (bowl.start, bowl.source) == ((1.0, 1.0), "mine.py, with the defaults of torch.optim")
    sgd = bowl.race()["SGD"]
    np.testing.assert_allclose(sgd.grad[0], [2.0, 6.0])


def test_a_shell_races_and_exports_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(written(tmp_path, GOOD))
    race = ["race", "Bowl", "--surface", path, "--optimizers", "sgd", "--lr", "0.1", "--steps", "1"]
    assert main(race) == 0
    assert "(0.8, 0.4)" in capsys.readouterr().out  # 1 - 0.1 * 2, 1 - 0.1 * 6
    assert main(["race", "line", "--surface", path, "--batch", "1", "--seed", "2"]) == 0
    file = tmp_path / "line.json"
    assert main(["export", "line", str(file), "--surface", path]) == 0
    assert "4 samples, intercept b" in file.read_text(encoding="utf-8")


def test_the_page_has_it_among_the_scenes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    named = GOOD.replace("Bowl", "Dish")  # the page keeps what it knows of a scene by its name
    app = started(monkeypatch, "--surface", written(tmp_path, named), address="scene=dish")
    assert [each.value for each in app.warning] == []
    assert [each.value for each in app.markdown if each.value.startswith("# ")] == ["# bowl"]
    message = sent(app)
    runs = [run["name"] for run in message["race"]["runs"]]
    assert runs == [kind.__name__ for kind in OPTIMIZERS.values()]
    np.testing.assert_allclose(message["race"]["runs"][0]["grad"][0], [2.0, 6.0])


def test_what_is_wrong_is_told_on_the_page_which_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = started(monkeypatch, "--surface", written(tmp_path, "x = 1\n"))
    (warning,) = app.warning
    assert "it has no surface" in warning.value
    assert "The page goes on without it" in warning.value
    assert sent(app)["race"]["runs"]


def test_a_worker_has_it_too(tmp_path: Path) -> None:
    scene = load_surfaces(written(tmp_path, GOOD))["bowl"]
    optimizers = [Adam()]
    *_, far = [
        each
        for each in run_in_worker(learning_rate_sweep, scene.surface, optimizers, None, 20)
        if each is not None
    ]
    *_, here = learning_rate_sweep(scene.surface, optimizers, None, 20)
    np.testing.assert_array_equal(here.final, far.final)
    assert far.surface == scene.surface


REFUSED = {
    HEAD + "Data = least_squares([0, 1, 2], [0, 1, 3])\n": "line 2: the name Data is taken already",
    MINE: "mine.py, line 2: the name beale is taken already; give yours another",
    GOOD + "bowl = function_surface(bowl, (-2, 2), (-2, 2))\n": "line 5: the name Bowl is taken",
    "x = 1\n": "mine.py: it has no surface: give one a name, as in mine = function_surface(f, ",
    HEAD + "from optviz import nothing\n": "mine.py, line 2: ImportError",
    HEAD + "a = function_surface(lambda x, y: None, (-2, 2), (-2, 2))\n": (
        "mine.py, line 2: ValueError: <lambda> cannot be raced"
    ),
    HEAD
    + "a = Surface('a', lambda x, y: x * y, (-1, 1), (-1, 1), (1, 1), (), 's', lambda x, y: (x, x))"
    "\n": "mine.py, line 2: a: at (",
    HEAD
    + "a = function_surface(lambda x, y: 0 * x + y if x < 0 else float('inf'), (-1, 1), (-1, 1), "
    "(0.5, 0), minima=())\n": "line 2: <lambda> has no finite loss at its start: start elsewhere",
}


@pytest.mark.parametrize(("text", "sentence"), REFUSED.items())
def test_a_file_is_refused_in_a_sentence_with_the_line(
    tmp_path: Path, text: str, sentence: str
) -> None:
    path, before = written(tmp_path, text), dict(CATALOG)
    for _ in range(2):  # that it was is remembered
        with pytest.raises(ValueError) as refused:  # noqa: PT011, looked at below
            load_surfaces(path)
        assert sentence in str(refused.value)
        assert "\n" not in str(refused.value)
    assert before == CATALOG


def test_a_file_that_is_not_there_is_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["race", "bowl", "--surface", "nowhere.py"]) != 0
    assert "nowhere.py: it cannot be read: No such file" in capsys.readouterr().err
