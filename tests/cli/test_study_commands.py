"""Commands that tune, sweep and map: what they write and print, and one line where it cannot be."""

import re
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from optviz.__main__ import main
from optviz.export import FORMATS, PictureOptions, export
from optviz.scenes import SCENES
from optviz.studies.basins import basins
from optviz.studies.sweep import FINE, axis_for, learning_rate_sweep, pair_sweep
from optviz.studies.tuning import RATES, SHARES, tune

Printed = pytest.CaptureFixture[str]
FEW = ["--steps", "20"]
SMALL = ["--size", "320x240"]


@pytest.fixture(autouse=True)
def handler() -> Iterator[None]:
    """Leave signals as they were."""
    before = signal.getsignal(signal.SIGTERM)
    yield
    signal.signal(signal.SIGTERM, before)


def run(*arguments: str | Path) -> int:
    return main([str(each) for each in arguments])


@pytest.mark.parametrize("second", [False, True])
@pytest.mark.parametrize(
    ("objective", "threshold"), [("final", None), ("mean", None), ("steps", 0.5)]
)
def test_tune_prints_everyones_best(
    objective: str, threshold: float | None, second: bool, capsys: Printed
) -> None:
    asked = ["--objective", objective, "--steps", "30"]
    asked += [] if threshold is None else ["--threshold", str(threshold)]
    assert run("tune", "beale", *asked, *(["--second"] if second else [])) == 0
    head, _, columns, *lines = capsys.readouterr().out.splitlines()
    shares = SHARES if second else ()
    found = tune(SCENES["beale"], objective, threshold, 30, second=shares)
    assert head.endswith(f"; {found.budget} trials each of 30 steps")
    assert found.budget == len(RATES) * (6 if second else 1)
    assert columns.split()[0] == "best"
    assert len(lines) == 7
    for line, trials in zip(lines, found.trials, strict=True):
        assert line.split()[0] == type(trials.optimizer).__name__
        assert ("at the edge" in line) == trials.at_edge
        best, chosen = trials.best, trials.chosen
        if best is None or chosen is None:
            assert line.split()[1] == "none"
            continue
        assert line.split()[1] == f"{trials.score[best]:.4g}"
        assert f"lr {chosen.settings()['lr']:g}" in line


def test_tune_says_who_has_nothing_to_show(capsys: Printed) -> None:
    given = ["--optimizers", "sgd,adam", "--rates", "1,100", "--steps", "20"]
    assert run("tune", "beale", *given) == 0
    said = capsys.readouterr().out
    assert re.search(r"^SGD +none +9 of 9 trials ended early$", said, re.MULTILINE)


def test_a_sweep_is_what_python_makes(tmp_path: Path, capsys: Printed) -> None:
    surface, optimizers, start, _, seed = SCENES["beale"].conditions
    *_, own = learning_rate_sweep(surface, optimizers, start, 20, seed, FINE)
    for suffix in ("png", "svg", "csv", "json"):
        path = tmp_path / f"sweep.{suffix}"
        drawn = FORMATS[suffix].drawn
        assert run("sweep", "beale", path, *FEW, *SMALL * drawn) == 0
        true = export(own, tmp_path / f"true.{suffix}", *[PictureOptions(size=(320, 240))] * drawn)
        assert path.read_bytes() == true.read_bytes()
    assert re.search(r"sweep\.json: [\d,]+ KB in \d+\.\d s\n$", capsys.readouterr().out)


def test_a_sweep_is_set_as_wished(tmp_path: Path) -> None:
    path = tmp_path / "sweep.csv"
    given = ["--optimizers", "adam", "--rates", "1e-4,1", "--threshold", "0.5", "--start", "-1,1"]
    assert run("sweep", "beale", path, *given, "--steps", "9") == 0
    lines = path.read_text().splitlines()
    assert "# threshold: 0.5" in lines
    assert "# start: [-1.0, 1.0]" in lines
    rows = [line for line in lines if line.startswith("Adam,")]
    assert len(rows) == 33
    assert [rows[k].split(",")[1] for k in (0, -1)] == ["0.0001", "1.0"]


def test_a_heat_map_is_what_python_makes(tmp_path: Path) -> None:
    scene = SCENES["beale"]
    momentum = next(each for each in scene.conditions.optimizers if hasattr(each, "mu"))
    values = {"mu": axis_for(momentum, "mu", 5), "lr": axis_for(momentum, "lr", 7)}
    *_, own = pair_sweep(scene.surface, momentum, values, scene.start, 20)
    for suffix in ("png", "csv"):
        path = tmp_path / f"heat.{suffix}"
        names = ["--x", "lr", "--y", "mu", "--cells", "7x5"]
        drawn = FORMATS[suffix].drawn
        assert run("heatmap", "beale", "momentum", path, *names, *FEW, *SMALL * drawn) == 0
        true = export(own, tmp_path / f"true.{suffix}", *[PictureOptions(size=(320, 240))] * drawn)
        assert path.read_bytes() == true.read_bytes()


def test_a_heat_map_has_ranges_that_suit_its_hyper_parameters(tmp_path: Path) -> None:
    path = tmp_path / "heat.csv"
    few = ["--cells", "4x3", "--steps", "5"]
    assert run("heatmap", "beale", "adam", path, *few) == 0
    assert '# swept: {"beta1": [0.0, ' in path.read_text()
    pair = ["--x", "eps", "--y", "beta2", "--x-range", "1e-9,1e-3", "--force"]
    assert run("heatmap", "beale", "adam", path, *few, *pair) == 0
    rows = [line for line in path.read_text().splitlines() if line.startswith("Adam,")]
    assert len(rows) == 12
    assert rows[0].startswith("Adam,0.0,1e-09,")
    beta2 = [float(row.split(",")[1]) for row in rows[::4]]
    np.testing.assert_allclose(beta2, 1 - np.geomspace(1, 1e-5, 3))


def test_basins_are_what_python_makes(tmp_path: Path) -> None:
    surface, optimizers, _, _, seed = SCENES["long_valley"].conditions
    *_, own = basins(surface, optimizers, (9, 12), 20, seed)
    for suffix in ("png", "gif", "csv"):
        path = tmp_path / f"basins.{suffix}"
        drawn = FORMATS[suffix].drawn
        assert run("basins", "long_valley", path, "--starts", "12x9", *FEW, *SMALL * drawn) == 0
        true = export(own, tmp_path / f"true.{suffix}", *[PictureOptions(size=(320, 240))] * drawn)
        assert path.read_bytes() == true.read_bytes()
    film = ["--fps", "5", "--speed", "5", "--poster", "0", "--hold", "1", "--loop", "2"]
    path = tmp_path / "wished.webp"
    assert run("basins", "beale", path, "--starts", "8", "--radius", "2", *film, *FEW, *SMALL) == 0
    with Image.open(path) as opened:
        assert opened.size == (320, 240)
        assert opened.info["loop"] == 2


@pytest.mark.parametrize(
    "command",
    [
        ["sweep", "beale", "--rates", "1e-60,1"],
        ["heatmap", "beale", "nag"],
        ["basins", "beale", "--starts", "30"],
    ],
)
def test_several_processes_write_the_same_file(command: list[str], tmp_path: Path) -> None:
    one, two = tmp_path / "one.csv", tmp_path / "two.csv"
    assert run(*command, one, *FEW) == 0
    assert run(*command, two, *FEW, "--jobs", "2") == 0
    assert one.read_bytes() == two.read_bytes()


def test_no_process_is_too_few(tmp_path: Path, capsys: Printed) -> None:
    with pytest.raises(SystemExit):
        run("basins", "beale", tmp_path / "a.png", "--jobs", "0")
    assert "0 processes are not possible: give 1 to 1000" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["tune", "beale", "--objective", "best"], "there are final, mean, steps"),
        (
            ["tune", "beale", "--objective", "steps"],
            "needs the loss to be reached: add --threshold",
        ),
        (["tune", "beale", "--rates", "1"], "--rates takes a lowest and a highest value: '1'"),
        (["tune", "beale", "--lr", "0.1"], "of its own: leave --lr out"),
        (["tune", "beale", "--threshold", "1"], "--threshold is for --objective steps"),
        (["tune", "beale", "--rates", "1,0.1"], "the lower one first"),
        (["tune", "beale", "--rates", "-1,0.1"], "two numbers above 0"),
        (["sweep", "beale", "a.gif"], "a sweep cannot be written as GIF"),
        (["sweep", "beale", "a.tiff"], "names no format: let it end in .png"),
        (["sweep", "beale", "a.png", "--size", "9x9"], "width = 9"),
        (["sweep", "beale", "a.png", "--theme", "pink"], "light or dark"),
        (["sweep", "beale", "nowhere/a.png"], "there is no folder nowhere"),
        (["heatmap", "beale", "adm", "a.png"], "did you mean adam"),
        (["heatmap", "beale", "sgd", "a.png"], "say with --y"),
        (["heatmap", "beale", "adam", "a.png", "--y", "mu"], "no hyper-parameter of adam 'mu'"),
        (["heatmap", "beale", "adam", "a.png", "--y", "lr"], "--x and --y are both lr"),
        (["heatmap", "beale", "adam", "a.png", "--cells", "1x1"], "2 or more of each"),
        (["heatmap", "beale", "adam", "a.png", "--cells", "many"], "as in 49x31"),
        (["heatmap", "beale", "adam", "a.png", "--y-range", "0,1"], "from 0 to below 1"),
        (["heatmap", "beale", "adam", "a.png", "--x-range", "-1,1"], "a range above 0"),
        (["heatmap", "beale", "adam", "a.png", "--optimizers", "nag"], "has one optimizer"),
        (["basins", "saddle_point", "a.png"], "no known minimum"),
        (["basins", "beale", "a.png", "--starts", "few"], "as in 120x80"),
        (["basins", "beale", "a.png", "--starts", "1"], "2 or more"),
        (["basins", "beale", "a.png", "--radius", "-1"], "radius = -1"),
        (["basins", "beale", "a.png", "--start", "1,1"], "leave --start out"),
        (["basins", "beale", "a.html"], "a basin map cannot be written as HTML"),
    ],
)
def test_what_is_not_possible_is_one_line(
    arguments: list[str],
    says: str,
    tmp_path: Path,
    capsys: Printed,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(*arguments) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert re.fullmatch(r"optviz: .+\n", said.err)
    assert says in said.err
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "command", [["sweep", "beale"], ["heatmap", "beale", "nag"], ["basins", "beale"]]
)
def test_files_are_replaced_only_by_force(
    command: list[str], tmp_path: Path, capsys: Printed
) -> None:
    path = tmp_path / "mine.csv"
    path.write_text("mine")
    assert run(*command, path, "--steps", "3") == 2
    assert "add --force" in capsys.readouterr().err
    assert path.read_text() == "mine"
    assert run(*command, path, "--steps", "3", "--force", "--quiet") == 0
    assert capsys.readouterr().out == ""
    assert len(path.read_text()) > 1000


@pytest.mark.parametrize(
    "command",
    [["sweep", "beale", "a.png"], ["basins", "long_valley", "a.gif", "--starts", "60"]],
)
def test_a_terminal_sees_how_far_it_is(
    command: list[str], tmp_path: Path, capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert run(*command, *FEW) == 0
    shares = [int(each) for each in re.findall(r"(\d+) %", capsys.readouterr().err)]
    assert shares == sorted(shares)
    assert shares[-1] == 100
    assert len(shares) > (20 if "a.gif" in command else 1)


def test_rates_may_be_as_far_apart_as_numbers_can(tmp_path: Path) -> None:
    given = ["--rates", "1e-320,1e308", "--optimizers", "sgd", "--steps", "1"]
    assert main(["sweep", "beale", str(tmp_path / "a.csv"), *given, "--quiet"]) == 0
    tried = [line for line in (tmp_path / "a.csv").read_text().splitlines() if line[0] != "#"]
    assert len(tried) == 1 + 1 + 8 * 628
