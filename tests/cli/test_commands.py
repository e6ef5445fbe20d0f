"""The command line: what it writes and prints, and one line for what is not possible."""

import os
import re
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from optviz.__main__ import main
from optviz.entrants import DEFAULT
from optviz.export import FORMATS, FilmOptions, PictureOptions, RaceOptions, export
from optviz.optimizers import NAG, SGD, Adam
from optviz.race import race
from optviz.scenes import SCENES
from optviz.schedules import Piecewise
from surfaces import SURFACES
from surfaces.ill_conditioned import ill_conditioned
from tests.support.patience import PATIENCE

ROOT = Path(__file__).parents[2]
SMALL = ["--steps", "10", "--size", "400x300"]
Printed = pytest.CaptureFixture[str]


def command(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "optviz", *map(str, arguments)]


def run(*arguments: str | Path) -> int:
    return main([str(each) for each in arguments])


def problem(printed: Printed, *arguments: str | Path) -> str:
    """The one line that a command has to say of what is not possible."""
    assert run(*arguments) == 2
    said = printed.readouterr()
    assert said.out == ""
    assert re.fullmatch(r"optviz: .+\n", said.err)
    return said.err


def test_without_a_command_it_lists_the_scenes(capsys: Printed) -> None:
    assert run() == 0
    said = capsys.readouterr().out
    assert all(key in said and scene.name in said for key, scene in SCENES.items())


@pytest.mark.parametrize("suffix", FORMATS)
def test_every_format_is_what_export_makes(suffix: str, tmp_path: Path, capsys: Printed) -> None:
    path = tmp_path / f"race.{suffix}"
    drawn = FORMATS[suffix].drawn
    assert run("export", "beale", path, "--steps", "10", *["--size", "400x300"] * drawn) == 0
    said = capsys.readouterr()
    assert re.fullmatch(rf"{re.escape(str(path))}: [\d,]+ KB in \d+\.\d s\n", said.out)
    assert said.err == ""
    scene = replace(SCENES["beale"], steps=10)
    true = export(scene, tmp_path / f"true.{suffix}", *[PictureOptions(size=(400, 300))] * drawn)
    assert path.read_bytes() == true.read_bytes()


def test_the_race_is_set_as_wished(tmp_path: Path) -> None:
    given = ["--optimizers", "adam,nag", "--lr", "adam=0.05,nag=0.002", "--set", "nag.mu=0.5"]
    where = ["--start", "-1,1.6", "--steps", "7"]
    assert run("export", "beale", tmp_path / "cli.csv", *given, *where) == 0
    own = race(SURFACES["beale"], [Adam(lr=0.05), NAG(lr=0.002, mu=0.5)], (-1, 1.6), 7)
    export(own, tmp_path / "own.csv")
    assert rows(tmp_path / "cli.csv") == rows(tmp_path / "own.csv")


@pytest.mark.parametrize("formula", ["-x^2 - y^2", "-x^2-y^2", "-x²-y²", "-1*x*x-(y)(y)"])
def test_a_formula_may_begin_with_a_minus(formula: str, capsys: Printed) -> None:
    assert run("race", formula, "--start", "-1,2", "--steps", "5") == 0
    first = capsys.readouterr().out
    assert run("race", "formula: -x**2 - y**2", "--start", "-1,2", "--steps", "5") == 0
    assert capsys.readouterr().out == first


@pytest.mark.parametrize("port", ["65536", "-1", "99999999"])
def test_ports_that_there_are_not_are_refused(port: str, capsys: Printed) -> None:
    assert run("app", "--port", port) == 2
    assert "from 0 to 65,535" in capsys.readouterr().err


def test_a_rule_races_several_times(tmp_path: Path) -> None:
    which = ["--optimizers", "sgd,adam,sgd~fast,sgd", "--lr", "fast=0.1,SGD 2=0.03,sgd=0.02"]
    more = ["--set", "Adam.beta1=0.5,fast.lr=0.05", "--lr", "adam=0.2"]
    assert run("export", "beale", tmp_path / "cli.csv", *which, *more, "--steps", "7") == 0
    optimizers = {
        "SGD": SGD(lr=0.02),
        "Adam": Adam(lr=0.2, beta1=0.5),
        "fast": SGD(lr=0.05),
        "SGD 2": SGD(lr=0.03),
    }
    export(race(SURFACES["beale"], optimizers, (1, 1.6), 7), tmp_path / "own.csv")
    assert rows(tmp_path / "cli.csv") == rows(tmp_path / "own.csv")


@pytest.mark.parametrize(
    ("given", "rates"),
    [
        (["--lr", "0,05"], [0.05, 0.05]),
        (["--lr", "adam=1/200", "--lr", "0.1"], [0.1, 0.005]),
        (["--lr", "adam=0,005,SGD=2^-3"], [0.125, 0.005]),
    ],
)
def test_a_rate_is_for_all_or_for_some(
    given: list[str], rates: list[float], tmp_path: Path
) -> None:
    where = ["--optimizers", "SGD, Adam", "--start", "0,5;-1/2", "--steps", "1e1"]
    assert run("export", "Beale", tmp_path / "cli.csv", *given, *where) == 0
    sgd, adam = rates
    own = race(SURFACES["beale"], [SGD(lr=sgd), Adam(lr=adam)], (0.5, -0.5), 10)
    export(own, tmp_path / "own.csv")
    assert rows(tmp_path / "cli.csv") == rows(tmp_path / "own.csv")


def test_a_formula_needs_no_mark(capsys: Printed) -> None:
    assert run("race", "x**2 + 3*y**2", "--steps", "5") == 0
    first = capsys.readouterr().out
    assert run("race", "formula: x**2 + 3*y**2", "--steps", "5") == 0
    assert capsys.readouterr().out == first


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["tune", "beale", "--second", "--steps", "5"], "mu 0"),
        (["race", "beale", "--optimizers", "sgd~\u03bc\u6f22", "--steps", "5"], "mu?"),
        (["race", "\u6f22"], "there is no scene '?'"),
        (["--help"], "command"),
    ],
)
def test_what_a_pipe_cannot_encode_is_spelt(
    arguments: list[str], says: str, encoding: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipe = BytesIO()
    stream = TextIOWrapper(pipe, encoding=encoding)
    for name in ("stdout", "stderr"):
        monkeypatch.setattr(sys, name, stream)
    with suppress(SystemExit):
        run(*arguments)
    stream.flush()
    assert says in pipe.getvalue().decode(encoding)


def rows(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


def test_the_picture_and_the_film_are_set_as_wished(tmp_path: Path) -> None:
    path = tmp_path / "race.webp"
    picture = ["--size", "320x240", "--theme", "dark", "--views", "space,above", "--chart", "loss"]
    film = ["--fps", "10", "--hold", "1", "--poster", "0", "--loop", "2", "--turn", "-20"]
    rest = ["--camera", "-20,30", "--title", "Mine", "--steps", "4"]
    assert run("export", "noisy_moons", path, *picture, *film, *rest) == 0
    own = export(
        replace(SCENES["noisy_moons"], steps=4),
        tmp_path / "own.webp",
        RaceOptions(
            size=(320, 240),
            theme="dark",
            views=("space", "above"),
            chart="loss",
            camera=(-20, 30),
            title="Mine",
        ),
        FilmOptions(fps=10, hold=1, poster=0, loop=2, turn=-20),
    )
    assert path.read_bytes() == own.read_bytes()


@pytest.mark.parametrize(
    ("given", "size"),
    [
        ("slide", (1280, 720)),
        ("column", (640, 800)),
        ("300X240", (300, 240)),
        ("85x65mm", (1003, 767)),
    ],
)
def test_sizes_have_names(given: str, size: tuple[int, int], tmp_path: Path) -> None:
    assert run("export", "beale", tmp_path / "race.png", "--steps", "3", "--size", given) == 0
    with Image.open(tmp_path / "race.png") as image:
        assert image.size == size


def test_a_chart_may_be_left_out(tmp_path: Path) -> None:
    for name, chart in {"with": [], "without": ["--chart", "none"]}.items():
        path = tmp_path / f"{name}.png"
        assert run("export", "noisy_moons", path, "--steps", "3", *chart) == 0
    assert (tmp_path / "with.png").read_bytes() != (tmp_path / "without.png").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["export", "beal", "a.csv"], "no scene 'beal'; did you mean beale"),
        (["race", "Saddle"], "no scene 'Saddle'; did you mean saddle_point"),
        (["race", "beale", "--optimizers", "adm"], "no optimizer 'adm'; did you mean adam"),
        (["race", "beale", "--optimizers", ""], "no optimizer ''"),
        (["race", "beale", "--optimizers", "adam;nag"], "write commas between several"),
        (["race", "beale", "--lr", "adam=fast"], "--lr 'adam=fast': 'fast' is no finite number"),
        (["race", "beale", "--lr", "adam"], "--lr 'adam' has no number: write adam=0.05"),
        (["race", "beale", "--lr", "1,000"], "--lr '1,000' can be read in two ways"),
        (["race", "beale", "--lr", "-1/2"], "lr = -0.5"),
        (["race", "beale", "--set", "beta1=0.5"], "does not say whose beta1: write adam.beta1"),
        (["race", "x"], "no scene 'x'; "),
        (["race", "x**2 +"], "'x**2 +' is no scene and no formula: "),
        (["race", "beale", "--start", "0,5,1,5"], "0,5;1,6 with decimal commas"),
        (["race", "beale", "--preset", "defaults=3"], "is for the settings 'rate'"),
        (["race", "beale", "--lr", "adam=-1"], "lr = -1"),
        (["race", "beale", "--lr", "adam=nan"], "--lr 'adam=nan': 'nan' is no finite number"),
        (["race", "beale", "--set", "adam.beta=0.5"], "did you mean beta2 or beta1?"),
        (["race", "beale", "--optimizers", "sgd", "--lr", "adam=1"], "add it to --optimizers"),
        (["race", "beale", "--lr", "fast=1"], "there is no optimizer 'fast'"),
        (["race", "beale", "--optimizers", "sgd,adam~sgd~2,sgd~"], "no name for an entrant"),
        (["race", "beale", "--optimizers", "sgd,adam~SGD"], "two entrants are called 'SGD'"),
        (["race", "beale", "--preset", "rate=x"], "--preset 'x' is no finite number"),
        (["race", "beale", "--preset", "best"], "there are own, defaults, rate, tuned"),
        (["race", "beale", "--start", "1"], "--start '1' is not a pair: give two numbers"),
        (["race", "beale", "--start", "1,nan"], "--start 'nan' is no finite number"),
        (["race", "beale", "--steps", "0"], "steps = 0"),
        (["race", "beale", "--seed", "-1"], "seed = -1"),
        (["race", "beale", "--seed", "3"], "has no minibatches: leave --seed out"),
        (["tune", "x^2 + y^2", "--seed", "3"], "has no minibatches: leave --seed out"),
        (["app", "--address", "no address", "--port", "0"], "'no address' cannot be listened at: "),
        (["gallery", os.devnull], f"{os.devnull} is no folder: give another name"),
        (["race", "noisy_moons", "--batch", "0"], "0"),
        (["export", "beale", "a.tiff"], "a.tiff names no format"),
        (["export", "beale", "nowhere/a.csv"], "there is no folder nowhere"),
        (["export", "beale", "."], "names no format"),
        (["export", "beale", "folder.png"], "folder.png is a folder"),
        (["export", "beale", "a.png", "--size", "large"], "'large' is no size"),
        (["export", "beale", "a.png", "--size", "100x100"], "width = 100"),
        (["export", "beale", "a.png", "--theme", "pink"], "light or dark"),
        (["export", "beale", "a.png", "--views", "abov"], "did you mean above?"),
        (
            ["export", "beale", "a.png", "--camera", "up"],
            "--camera takes elevation and azimuth in degrees: 'up'",
        ),
        (["export", "beale", "a.png", "--camera", "nan,0"], "'nan' is no finite number"),
        (["export", "beale", "a.png", "--chart", "accuracy"], "has no accuracy"),
        (["export", "beale", "a.png", "--step", "500"], "step = 500"),
        (["export", "beale", "a.gif", "--fps", "0"], "fps = 0"),
        (["export", "beale", "a.csv", "--size", "400x300"], "size has no effect on a race as CSV"),
        (["export", "beale", "a.mp4", "--loop", "1"], "loop has no effect on a race as MP4"),
        (["export", "beale", "a.png", "--turn", "9"], "turn has no effect on a race as PNG"),
        (["export", "beale", "a.gif", "--turn", "90"], "add the view space"),
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
    Path("folder.png").mkdir()
    assert says in problem(capsys, *arguments)
    assert list(tmp_path.rglob("*")) == [tmp_path / "folder.png"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["fly"], "there is no command 'fly'; there are race, export,"),
        (["tun", "beale"], "there is no command 'tun'; did you mean tune?"),
        (["export", "beale"], "the following arguments are required: file"),
        (["race", "beale", "--steps", "many"], "--steps: 'many' is no whole number"),
        (["race", "beale", "--steps", "1,000"], "write 1000 or 1.000"),
        (["sweep", "beale", "a.png", "--threshold", "nan"], "'nan' is no finite number"),
        (["race", "beale", "--step", "20"], "no option '--step'; did you mean --steps?"),
        (["race", "beale", "--learning-rate", "1"], "did you mean --lr?"),
        (["race", "beale", "--theme", "dark"], "no option '--theme'; see"),
        (["race", "beale", "more"], "'more' is one argument too many"),
        (["export", "beale", "a.png", "-o", "b.png"], "the file stands behind the scene"),
    ],
)
def test_what_the_parser_refuses_is_one_line_too(
    arguments: list[str], says: str, capsys: Printed
) -> None:
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == 2
    said = capsys.readouterr().err
    assert re.fullmatch(r"optviz: .+\n", said)
    assert says in said


def test_a_file_is_replaced_only_by_force(tmp_path: Path, capsys: Printed) -> None:
    path = tmp_path / "race.csv"
    path.write_text("mine")
    assert "--force" in problem(capsys, "export", "beale", path, "--steps", "3")
    assert path.read_text() == "mine"
    assert run("export", "beale", path, "--steps", "3", "--force") == 0
    assert len(rows(path)) == 1 + 7 * 4


def test_quiet_says_nothing(tmp_path: Path, capsys: Printed) -> None:
    assert run("export", "beale", tmp_path / "race.gif", "--quiet", *SMALL) == 0
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "")
    assert (tmp_path / "race.gif").stat().st_size > 1000


def test_a_terminal_sees_how_far_it_is(
    tmp_path: Path, capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert run("export", "beale", tmp_path / "race.gif", *SMALL) == 0
    shares = [int(each) for each in re.findall(r"(\d+) %", capsys.readouterr().err)]
    assert shares == sorted(shares)
    assert shares[-1] == 100
    assert len(shares) > 20


def test_help_names_every_format_and_examples(capsys: Printed) -> None:
    with pytest.raises(SystemExit) as left:
        main(["export", "--help"])
    assert left.value.code == 0
    said = capsys.readouterr().out
    assert "python -m optviz export beale beale.gif" in said
    for suffix, kind in FORMATS.items():
        assert re.search(rf"^  \.{suffix} +{re.escape(kind.use)}$", said, re.MULTILINE)


def test_race_prints_who_got_how_far(capsys: Printed) -> None:
    assert run("race", "beale", "--optimizers", "sgd,adam", "--lr", "sgd=1") == 0
    head, sgd, adam = capsys.readouterr().out.splitlines()
    assert head.split()[-4:] == ["step", "198", "ended", "at"]
    assert re.search(r"SGD .* nan .*, diverged at step \d+$", sgd)
    assert adam.startswith("Adam ")
    assert adam.endswith("3.019e-05   (2.986, 0.4965)")


def test_the_gallery_makes_every_picture_that_the_guides_show(tmp_path: Path) -> None:
    pages = [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]
    text = "".join(path.read_text(encoding="utf-8") for path in pages)
    shown = set(re.findall(r"!\[[^]]*\]\((?:docs/)?([^)]+)\)", text))
    assert run("gallery", tmp_path / "new" / "folder") == 0
    made = {path.name for path in (tmp_path / "new" / "folder").iterdir()}
    assert shown
    assert made == shown
    assert made == {path.name for path in (ROOT / "docs").glob("*.gif")}


def test_ffmpeg_that_fails_is_one_line(
    tmp_path: Path, capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "ffmpeg"
    script.write_text("#!/bin/sh\necho the disk is full >&2\nexit 3\n")
    script.chmod(0o755)
    monkeypatch.setenv("IMAGEIO_FFMPEG_EXE", str(script))
    said = problem(capsys, "export", "beale", tmp_path / "race.mp4", *SMALL)
    assert said.endswith("the disk is full\n")
    assert list(tmp_path.iterdir()) == [script]


def test_a_process_ends_with_its_status(tmp_path: Path) -> None:
    for arguments, status in ((["export", "beal", "a.gif"], 2), (["race", "beale"], 0)):
        ended = subprocess.run(
            command(*arguments), cwd=ROOT, capture_output=True, text=True, check=False
        )
        assert ended.returncode == status
        assert "Traceback" not in ended.stderr
        assert len(ended.stderr.splitlines()) == (status != 0)


@pytest.fixture
def hearing() -> Iterator[None]:
    """What a shell runs in the background ignores interrupts, under nohup the other, too."""
    heard: dict[signal.Signals, Any] = {
        signal.SIGINT: signal.default_int_handler,
        signal.SIGHUP: signal.SIG_DFL,
    }
    before = {number: signal.signal(number, handler) for number, handler in heard.items()}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.usefixtures("hearing")
@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("drawn.gif", signal.SIGTERM),
        ("written.mp4", signal.SIGINT),
        ("written.webp", signal.SIGHUP),
    ],
)
def test_an_interrupted_process_leaves_nothing(
    name: str, number: signal.Signals, tmp_path: Path
) -> None:
    longer = ["--turn", "90"] if name.startswith("drawn") else ["--size", "2000x2000"]
    arguments = command("export", "saddle_point", tmp_path / name, *longer)
    process = subprocess.Popen(
        arguments,
        cwd=ROOT,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    end = time.monotonic() + PATIENCE
    least = 0 if name.startswith("drawn") else 1  # bytes
    while not any(path.stat().st_size >= least for path in tmp_path.iterdir()):
        assert process.poll() is None
        assert time.monotonic() < end
        time.sleep(0.02)
    if not least:
        time.sleep(0.3)  # in the middle of a drawing; what is written may be whole soon
    os.killpg(process.pid, number)  # as a terminal does
    _, said = process.communicate(timeout=PATIENCE)
    assert process.returncode == 130
    assert said == "optviz: stopped; no unfinished file is left\n"
    assert not list(tmp_path.iterdir())


INTERRUPTED = """
import os, signal, sys

class Interrupt:
    def find_spec(self, name, path=None, target=None):
        if name == "numpy":
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Interrupt())
from optviz.__main__ import main
sys.exit(main(["race", "beale"]))
"""


# As in matplotlib, whose trees of transforms have such callbacks, and whose C++ makes a ValueError
# of whatever is raised while it converts a box.
SWALLOWED = """
import os, signal, sys, time, weakref
from optviz.__main__ import main
from optviz.cli import commands

def end(*ignored):
    os.kill(os.getpid(), signal.SIGTERM)

def run(arguments):
    tree = set()
    watch = weakref.ref(tree, end)
    del tree
    time.sleep(20)
    return 0

def convert(arguments):
    try:
        end()
    except BaseException:
        raise ValueError("Invalid bounding box")

commands.run = RUN
sys.exit(main([]))
"""


@pytest.mark.usefixtures("hearing")
@pytest.mark.parametrize(
    "script", [INTERRUPTED, SWALLOWED.replace("RUN", "run"), SWALLOWED.replace("RUN", "convert")]
)
def test_an_interrupt_at_an_awkward_moment_is_one_line(script: str) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (ended.returncode, ended.stderr) == (
        130,
        "optviz: stopped; no unfinished file is left\n",
    )


def test_signals_and_hooks_are_as_they_were_afterwards() -> None:
    numbers = signal.SIGINT, signal.SIGTERM, signal.SIGHUP
    before = [sys.unraisablehook, *map(signal.getsignal, numbers)]
    assert run() == 0
    assert [sys.unraisablehook, *map(signal.getsignal, numbers)] == before


@pytest.fixture
def no_room() -> Iterator[None]:
    """No file may be larger than a few KB, as on a disk that is nearly full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4000, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.usefixtures("no_room")
@pytest.mark.parametrize("name", [*(f"race.{suffix}" for suffix in FORMATS), "hand-out.html"])
def test_a_disk_without_room_is_one_line_and_keeps_no_half_file(
    name: str, tmp_path: Path, capsys: Printed
) -> None:
    path = tmp_path / name
    given: list[str | Path] = ["export", "beale", path, "--steps", "10"]
    given += ["--size", "400x300"] * FORMATS[path.suffix[1:]].drawn
    if path.stem == "hand-out":
        given = ["handout", "beale", path]
    said = problem(capsys, *given)
    assert said.startswith(f"optviz: {path} was not written: it would be larger than a file may be")
    assert not list(tmp_path.iterdir())


def test_a_hand_out_is_html(tmp_path: Path, capsys: Printed) -> None:
    assert "let it end in .html" in problem(capsys, "handout", "beale", tmp_path / "hand.pdf")
    assert "no folder" in problem(capsys, "handout", "beale", tmp_path / "nowhere" / "a.html")
    assert not list(tmp_path.iterdir())


def test_claims_definitions_variants_and_presets_export_too(tmp_path: Path) -> None:
    assert main(["export", "adam-eps", str(tmp_path / "a.csv"), "--quiet"]) == 0
    chosen = ["--optimizers", "lion,adam", "--preset", "defaults", "--steps", "5"]
    assert main(["export", "jump", str(tmp_path / "b.csv"), "--quiet", *chosen]) == 0
    text = (tmp_path / "b.csv").read_text()
    assert "Lion" in text
    assert DEFAULT in text


def test_a_minibatch_size_is_refused_where_there_are_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "beale", str(tmp_path / "a.csv"), "--batch", "5"]) == 2
    assert "no minibatches" in capsys.readouterr().err


def test_the_condition_is_set_as_wished(tmp_path: Path, capsys: Printed) -> None:
    scene = SCENES["beale"]
    path = tmp_path / "a.csv"
    given = ["--condition", "40", "--optimizers", "sgd", "--lr", "sgd=0.04", "--steps", "9"]
    assert run("export", "ill_conditioned", path, *given) == 0
    own = race(ill_conditioned(40), [SGD(lr=0.04)], steps=9)
    export(own, tmp_path / "own.csv")
    assert rows(path) == rows(tmp_path / "own.csv")
    for key, value, told in [
        ("beale", "40", f"{scene.name} has no condition: leave --condition out"),
        ("ill_conditioned", "0.5", "condition = 0.5: give a number from 1 to 10,000"),
    ]:
        assert run("export", key, tmp_path / "b.csv", "--condition", value) == 2
        assert told in capsys.readouterr().err
        assert not (tmp_path / "b.csv").exists()


@pytest.mark.parametrize("preset", ["rate", "rate=x", "best"])
def test_a_preset_that_is_not_there_is_one_line(
    preset: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["export", "beale", str(tmp_path / "a.csv"), "--preset", preset]
    assert main(arguments) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


@pytest.mark.parametrize(
    "given",
    [
        ["--lr", "0.01@30=0,005", "--optimizers", "sgd"],
        ["--lr", "sgd=0,01@30=0.005", "--optimizers", "sgd"],
        ["--set", "sgd.lr=0.01@30=0.005", "--optimizers", "sgd"],
        ["--optimizers", "sgd:lr=0.01@30=0.005"],
    ],
)
def test_a_learning_rate_changes_on_the_way(given: list[str], tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    assert run("export", "beale", path, "--steps", "40", *given) == 0
    beale = SCENES["beale"]
    rate: Any = Piecewise(0.01, {30: 0.005})
    own = race(beale.surface, [SGD(lr=rate)], beale.start, steps=40)
    export(own, tmp_path / "own.csv")
    assert rows(path) == rows(tmp_path / "own.csv")
    assert "0.005" in path.read_text()


def test_a_site_is_not_written_among_other_files(tmp_path: Path, capsys: Printed) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    assert run("site", tmp_path) == 2
    assert "has files: give another folder, or --force to write into it" in capsys.readouterr().err
    assert run("site", tmp_path / "new", "--url", "example.org") == 2
    said = capsys.readouterr().err
    assert "--url example.org: give an address with http:// or https://" in said
    assert not (tmp_path / "new").exists()
