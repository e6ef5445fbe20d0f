"""Films over a hyper-parameter: a frame for each value, with the value and how runs ended."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from optviz.__main__ import main
from optviz.export import FilmOptions, PictureOptions, StillOptions, export
from optviz.numbers import short
from optviz.optimizers import SGD, Adam, Momentum
from optviz.pictures.over.composition import OverComposition
from optviz.pictures.over.over_picture import OverPicture
from optviz.race import race
from optviz.studies.over import race_over
from optviz.wrappers import EMA
from surfaces import SURFACES

OWN = race(SURFACES["beale"], [SGD(), EMA()(Momentum()), Adam(lr=0.3)], (1, 1.6), 30)
OVER = race_over(OWN, "mu", (0.5, 0.99), 9)


def picture() -> OverPicture:
    return OverPicture(OverComposition(over=OVER, options=PictureOptions()))


@pytest.mark.parametrize("place", [0, 4, 8])
def test_trails_are_those_of_the_race_at_the_value(place: int) -> None:
    drawn = picture()
    drawn.show(place)
    for line, run in zip(drawn.trails.lines, OVER.runs[place], strict=True):
        inside = run.x[(abs(run.x) < 4.5).all(axis=-1)]
        shown = np.column_stack(line.get_data())
        for point in inside:
            assert np.isclose(shown, point, atol=1e-9).all(axis=-1).any()
    (average,) = (trail for trail, _ in drawn.trails.heads.averages)
    last = OVER.runs[place][1].state["average"][-1]
    if np.isfinite(last).all():  # it did not diverge
        np.testing.assert_allclose(np.column_stack(average.get_data())[-1], last)


def test_the_value_and_how_runs_ended_are_written() -> None:
    drawn = picture()
    value, legend = drawn.counted
    assert value.values[0] == "0.5"  # type: ignore[attr-defined]
    assert value.values[-1] == "0.99"  # type: ignore[attr-defined]
    fast = race_over(OWN, "lr", (0.001, 10), 5)
    drawn = OverPicture(OverComposition(over=fast, options=PictureOptions()))
    *_, legend = drawn.counted
    words = legend.words(4)  # type: ignore[attr-defined]
    assert words[0].startswith("diverged at step ")
    assert words[2] == f"loss {short(float(fast.runs[4][2].loss[-1]))}"


def test_a_film_has_a_frame_for_each_value(tmp_path: Path) -> None:
    path = export(OVER, tmp_path / "a.gif", PictureOptions(size=(400, 300)))
    with Image.open(path) as image:
        assert image.n_frames == 9  # type: ignore[attr-defined]
        times = []
        for k in range(9):
            image.seek(k)
            times.append(image.info["duration"])
    assert times == [40] * 8 + [1000]
    still = export(OVER, tmp_path / "a.png", StillOptions(step=3)).read_bytes()
    assert still != export(OVER, tmp_path / "b.png", StillOptions(step=4)).read_bytes()
    with pytest.raises(ValueError, match="easing has no effect on a race over a hyper-parameter"):
        export(OVER, tmp_path / "c.gif", FilmOptions(easing="linear"))


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = ["export", "beale", str(tmp_path / "a.gif"), "--steps", "20", "--size", "400x300"]
    assert main([*given, "--over", "lr=0.001:1", "--frames", "6"]) == 0
    with Image.open(tmp_path / "a.gif") as image:
        assert image.n_frames == 6  # type: ignore[attr-defined]
    for wrong, says in {
        "lr=1": "--over 'lr=1': write lr=0.001:1, or lr alone",
        "lr=1:a": "number",
        "zeta": "none of these optimizers has 'zeta'",
    }.items():
        assert main([*given, "--force", "--over", wrong]) == 2
        assert says in capsys.readouterr().err
    assert main([*given, "--force", "--over", "lr", "--views", "space"]) == 2
    assert "views has no effect on a race over a hyper-parameter" in capsys.readouterr().err
