"""Optimizers from a user's file: raced as the seven, or rejected in a sentence with a line."""

import pickle
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import ButtonGroup

from optviz import user_rules as own
from optviz import validate
from optviz.__main__ import main
from optviz.entrants import OWN, YOURS, Entrant
from optviz.export.export_job import export_job
from optviz.export.formats import request_for
from optviz.optimizers import OPTIMIZERS, SGD, Adam
from optviz.pages.rule_latex import rule_latex
from optviz.player.payload import message
from optviz.race import race
from optviz.rule_texts import parts
from optviz.scenes import SCENES
from optviz.spec.race_spec import scene_with_preset
from optviz.studies.sweep import learning_rate_sweep
from optviz.studies.tuning import tune
from optviz.user_files import loaded as loaded_files
from optviz.variants import RULES
from surfaces import SURFACES
from tests.support.fields import set_number
from tests.support.messages import sent, unpack
from tests.support.optimizers import built
from tests.support.started import started

HEAD = """from dataclasses import dataclass
from typing import ClassVar
import numpy as np
from optviz.optimizers import Optimizer, Adam

"""
MINE = (
    HEAD
    + '''@dataclass(frozen=True)
class Signs(Optimizer):
    """Steps of lr, whatever the gradient.

        c <- mu c + (1 - mu) g
        x <- x - lr sign(c)

    Source: a test, 2026.
    """

    lr: float = 0.02
    mu: float = 0.5
    memory: ClassVar = ("c",)

    def rule(self, x, g, s):
        s.c = self.mu * s.c + (1 - self.mu) * g
        return x - self.lr * np.sign(s.c)
'''
)
PLAIN = HEAD + "@dataclass(frozen=True)\nclass Mine(Optimizer):\n    lr: float = 0.1\n"
RULE = "    def rule(self, x, g, s):\n        "

Write = Callable[..., Path]
BEALE = SCENES["beale"]


@pytest.fixture(autouse=True)
def no_rule_stays() -> Iterator[None]:
    """What a test brings goes with it."""
    rules, modules = dict(RULES), set(sys.modules)
    yield
    own.FILES.clear()
    RULES.clear()
    RULES.update(rules)
    scene_with_preset.cache_clear()  # the same spec names another test's class
    for name in set(sys.modules) - modules:
        if name.startswith("optviz_rules"):
            del sys.modules[name]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write(text: str, name: str = "mine.py") -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


# What is taken.


def test_it_races_as_its_formula_says(write: Write) -> None:
    (kind,) = own.load_rules(write(MINE)).values()
    assert repr(kind()) == "Signs(lr=0.02, mu=0.5)"
    run = race(SURFACES["beale"], [kind(lr=0.1)], steps=30)[0]  # type: ignore[call-arg]
    c, x = np.zeros(2), np.array(SURFACES["beale"].start)
    for k in range(30):
        c = 0.5 * c + 0.5 * SURFACES["beale"].step_gradient(x)
        x = x - 0.1 * np.sign(c)
        np.testing.assert_array_equal(run.x[k + 1], x)
        np.testing.assert_array_equal(run.state["c"][k + 1], c)


def test_it_is_known_wherever_the_seven_are(write: Write) -> None:
    own.load_rules(write(MINE))
    kind = RULES["signs"]
    assert BEALE.rules["signs"] is kind
    assert BEALE.racing == [*OPTIMIZERS, "signs"]
    two = BEALE.changed(built(BEALE, {"adam": {}, "sgd": {}}), (1, 1), 10, 0)
    assert two.racing == ["sgd", "adam"]
    changed = BEALE.changed(built(BEALE, {"signs": {}, "sgd": {"lr": 0.001}}), (1, 1), 10, 0)
    assert changed.entrants[0].origin == OWN
    assert changed.preset("defaults").entrants[0].origin == OWN
    assert changed.preset("rate", 0.5).entrants[0].optimizer == kind(lr=0.5)  # type: ignore[call-arg]
    other = BEALE.changed(built(BEALE, {"signs": {"lr": 1.0}}), (1, 1), 10, 0)
    assert other.entrants[0].origin == YOURS


def test_sweeps_tuning_and_the_player_take_it(write: Write) -> None:
    own.load_rules(write(MINE))
    scene = BEALE.changed(built(BEALE, {"signs": {}, "adam": {}}), (1, 1.6), 40, 0)
    swept = list(
        learning_rate_sweep(BEALE.surface, [RULES["signs"]()], steps=40, rates=[0.01, 0.1])
    )[-1]
    for k, rate in enumerate((0.01, 0.1)):
        alone = race(BEALE.surface, [RULES["signs"](lr=rate)], steps=40)[0]  # type: ignore[call-arg]
        assert swept.final[0, k] == alone.loss[-1]
    assert tune(scene).trials[0].chosen is not None
    sent = unpack(message(scene.race()))
    run = sent["race"]["runs"][0]
    assert (run["name"], run["source"]) == ("Signs", "a test, 2026.")
    assert [name for name, _ in run["equations"]] == ["c", "x"]
    assert run["origin_means"] == "the defaults in the file that defines the rule"


@pytest.mark.parametrize("doc", ["", '    """No arrows here."""\n'])
def test_who_forgets_the_equations_is_shown_without(doc: str, write: Write) -> None:
    text = PLAIN.replace("    lr", doc + "    lr") + RULE + "return x - self.lr * g\n"
    (kind,) = own.load_rules(write(text)).values()
    both = [Entrant("Mine", kind(), OWN), Entrant("SGD", SGD(), OWN)]
    done = race(SURFACES["beale"], both, steps=20)
    run = unpack(message(done))["race"]["runs"][0]
    assert (run["equations"], run["source"]) == ([], "")
    summary, notes, remarks = parts(kind)
    assert summary
    assert (notes, remarks, rule_latex(kind)) == ([], [], "")


def test_a_rule_without_a_learning_rate_may_race(write: Write) -> None:
    text = PLAIN.replace("lr: float = 0.1", "size: float = 0.1")
    own.load_rules(write(text + RULE + "return x - self.size * np.sign(g)\n"))
    scene = BEALE.changed(built(BEALE, {"mine": {}}), (1, 1.6), 10, 0)
    assert scene.preset("rate", 0.3).entrants[0].optimizer == RULES["mine"]()


def test_a_file_may_hold_several_and_import_ours(write: Write) -> None:
    more = MINE + "\n@dataclass(frozen=True)\nclass Half(Signs):\n    lr: float = 0.01\n"
    more += "\nclass Base(Optimizer):\n    pass\n\nfast = Adam(lr=3.0)\n"
    assert list(own.load_rules(write(more))) == ["signs", "half"]
    assert RULES["adam"] is Adam


def test_twice_is_as_once_and_an_edit_waits_for_the_next_start(write: Write) -> None:
    path = write(MINE)
    first = own.load_rules(path)
    write(MINE.replace("Signs", "Other"))
    assert own.load_rules(str(path)) == first
    assert "other" not in RULES
    assert [each[1:] for each in loaded_files()] == [(str(path), MINE)]
    assert own.loaded_rules() == first


def test_an_exports_process_knows_it_too_even_if_the_file_is_gone(write: Write) -> None:
    path = write(MINE)
    own.load_rules(path)
    scene = BEALE.changed(built(BEALE, {"signs": {}, "adam": {}}), (1, 1.6), 10, 0)
    assert pickle.loads(pickle.dumps(scene.conditions)) == scene.conditions
    path.unlink()
    job = export_job(request_for(scene, "csv"), "race.csv")
    while job.running:
        job.wait(1)
    assert job.problem == ""
    assert b"Signs" in job.latest.result


# What is refused.

BROKEN = [
    ("", "mine.py: it has no optimizer: write a subclass of Optimizer with a rule"),
    ("x = 1\n" + HEAD, "mine.py: it has no optimizer"),
    ("def f(:\n", "mine.py, line 1: SyntaxError: invalid syntax"),
    (HEAD + "\nx = 1 / 0\n", "mine.py, line 7: ZeroDivisionError: division by zero"),
    ("import no_such_thing\n", "mine.py, line 1: ModuleNotFoundError: No module named"),
    ("raise SystemExit\n", "mine.py, line 1: SystemExit"),
    (PLAIN, "mine.py: it has no optimizer"),
    (
        PLAIN.replace("Mine", "Adam") + RULE + "return x\n",
        "mine.py, line 7: the name Adam is taken",
    ),
    (
        PLAIN.replace("Mine", "ADAM") + RULE + "return x\n",
        "the name ADAM is taken already; give yours another one",
    ),
    (
        PLAIN.replace("@dataclass(frozen=True)\n", "") + RULE + "return x - self.lr * g\n",
        "mine.py, line 6: Mine is not a frozen dataclass: write @dataclass(frozen=True) above it",
    ),
    (
        PLAIN.replace("(frozen=True)", "") + RULE + "return x\n",
        "line 6: TypeError: cannot inherit non-frozen dataclass from a frozen one; write @data",
    ),
    (
        PLAIN.replace(" = 0.1", "") + RULE + "return x\n",
        "mine.py, line 7: Mine: the setting lr needs a default, as in lr: float = 0.1",
    ),
    (PLAIN.replace("0.1", "'a'") + RULE + "return x\n", "the setting lr needs a number"),
    (PLAIN.replace("0.1", "-0.1") + RULE + "return x\n", "lr is a finite number, 0 or more"),
    (PLAIN + RULE + "return y\n", "mine.py, line 10: Mine fails on a trial step: NameError: name"),
    (
        PLAIN + RULE + "s.u = s.v + g\n        return x\n",
        "line 10: Mine fails on a trial step: AttributeError: nothing is remembered as 'v'",
    ),
    (PLAIN + RULE + "return x[..., 0]\n", "Mine: its rule returns shape () where x has shape (2,)"),
    (PLAIN + RULE + "pass\n", "Mine: its rule returns None where x has shape (2,)"),
    (
        PLAIN + RULE + "x -= g\n        return x\n",
        "line 10: Mine fails on a trial step: Val",
    ),
    (PLAIN + RULE + "x -= g\n        return x\n", "the rule must not change what it gets"),
    (PLAIN + RULE + "s.u = np.zeros(3)\n        return x\n", "its rule keeps s.u as shape (3,)"),
    (PLAIN + RULE + "s.u = 'a'\n        return x\n", "Mine: its rule keeps s.u as a str"),
    (
        PLAIN + RULE + "setattr(s, f'u{s.t}', g)\n        return x\n",
        "Mine: its rule assigns other names to s than in its first step",
    ),
    (
        PLAIN + RULE + "return x - np.random.rand()\n",
        "line 7: Mine takes another step when it is asked the same again, so it uses randomness or",
    ),
    (
        PLAIN
        + "    seen = []\n"
        + RULE
        + "self.seen.append(0)\n        return x - len(self.seen)\n",
        "keeps something elsewhere than in s",
    ),
    (
        PLAIN + RULE + "return x - g if g > 0 else x\n",
        "write np.where(..., ..., ...) instead of if",
    ),
    (PLAIN + RULE + "s.t = s.t + 1\n        return x\n", "Mine: its rule changes s.t, which is"),
    (PLAIN + RULE + "s.u = 1j * g\n        return x\n", "its rule keeps s.u as shape (2,) of comp"),
    (PLAIN + RULE + "return x + 0j\n", "its rule returns shape (2,) of complex128 where x has"),
    (PLAIN + RULE + "raise SystemExit\n", "line 10: Mine fails on a trial step: SystemExit"),
    (
        PLAIN.replace("lr", "memory: ClassVar = 'velocity'\n    lr") + RULE + "return x\n",
        "Mine: its memory is no tuple of names",
    ),
    (
        PLAIN.replace("    lr", '    """\n        u <- a @ b\n    """\n    lr')
        + RULE
        + "return x\n",
        "Mine: its docstring has an arrow, but",
    ),
    (
        PLAIN.replace("    lr", '    """\n        x <- x - lr u\n    """\n    lr')
        + RULE
        + "return x - self.lr * g\n",
        "Mine: the equation of x in its docstring names u, which is neither a setting nor assigned",
    ),
]


@pytest.mark.parametrize(("text", "says"), BROKEN, ids=range(len(BROKEN)))
def test_a_mistake_is_one_sentence(text: str, says: str, write: Write) -> None:
    path, before = write(text), dict(RULES)
    with pytest.raises(ValueError, match=re.escape(says)) as refused:
        own.load_rules(path)
    assert re.fullmatch(r"mine\.py(, line \d+)?: [^\n]+[^.\n]", str(refused.value))
    assert before == RULES
    write(MINE)
    with pytest.raises(ValueError, match=re.escape(says)):  # until the next start
        own.load_rules(path)


# What goes wrong later.

LATE = PLAIN.replace("0.1", "1e-4") + RULE + "if s.t > 20:\n            return x * [][0]\n"
LATE += "        return x - self.lr * g\n"


def test_what_fails_later_is_named_and_the_others_go_on(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    late = write(LATE, "late.py")
    app = started(monkeypatch, "--optimizer", late, "--optimizer", write(MINE))
    says = "late.py, line 11: Mine fails at step 21: IndexError: list index out of range"
    assert names(app) == [*(kind.__name__ for kind in OPTIMIZERS.values()), "Signs"]
    assert told(app) == [f"{says}. The race goes on without it."]
    pills = app.get("button_group")[1]
    assert isinstance(pills, ButtonGroup)
    pills.set_value(["mine"]).run()
    assert not app.exception
    assert told(app) == [f"{says}."]


def test_sweeps_and_maps_go_on_without_it(
    write: Write, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    late = str(write(LATE, "late.py"))
    out = str(tmp_path / "out.csv")
    begin = ["--optimizer", late, "--optimizers", "mine,adam", "--steps", "30"]
    note = "optviz: late.py, line 11: Mine fails at step 21: IndexError: list index out of range"
    commands = [
        ["sweep", "beale", out],
        ["basins", "beale", out, "--starts", "9"],
        ["tune", "beale"],
    ]
    for command in commands:
        assert main([*command, *begin, *(["--force"] if out in command else [])]) == 0
        said = capsys.readouterr()
        assert said.err == f"{note}; Mine is left out\n"
        shown = said.out if command[0] == "tune" else Path(out).read_text(encoding="utf-8")
        assert "Adam" in shown
        assert "Mine" not in shown
    assert main(["race", "beale", *begin]) == 2
    assert capsys.readouterr().err == f"{note}\n"
    alone = ["--optimizer", late, "--optimizers", "mine", "--steps", "30"]
    assert main(["sweep", "beale", out, "--force", *alone]) == 2
    assert capsys.readouterr().err == f"{note}; Mine is left out\n"


def test_a_rule_that_mixes_a_batch_is_taken_and_takes_longer(
    write: Write, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    clips = PLAIN + RULE + "return x - self.lr * g / max(1, np.linalg.norm(g))\n"
    begin = ["--optimizer", str(write(clips)), "--optimizers", "mine,adam", "--steps", "9"]
    assert main(["basins", "beale", str(tmp_path / "b.csv"), "--starts", "5", *begin]) == 0
    note = (
        "optviz: Mine mixes the runs of a batch, so each is stepped by itself, which takes longer"
    )
    assert capsys.readouterr().err == f"{note}\n"
    assert main(["race", "beale", *begin]) == 0
    assert capsys.readouterr().err == ""


def test_settings_that_a_class_refuses_in_its_own_way(
    write: Write, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    picky = "    def __post_init__(self):\n        assert self.lr < 1, 'lr is below 1'\n"
    path = write(PLAIN + picky + RULE + "return x - self.lr * g\n")
    begin = ["--optimizer", str(path), "--optimizers", "mine", "--lr", "mine=2"]
    assert main(["race", "beale", *begin]) == 2
    says = "Mine cannot have these settings: AssertionError: lr is below 1"
    assert capsys.readouterr().err == f"optviz: {says}\n"
    own.FILES.clear()
    RULES.pop("mine")
    app = started(monkeypatch, "--optimizer", path)
    set_number(app, "beale/mine/lr", 2.0)
    assert not app.exception
    assert told(app) == [f"{says}. Until then the race stays as it was."]


def test_a_loop_without_an_end_is_a_sentence(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(validate, "PATIENCE", 0.05)
    path = write("import time\n" + PLAIN + RULE + "time.sleep(1)\n        return x\n")
    says = r"^mine\.py, line 8: Mine takes longer than 0\.05 s for its trial steps: look for a loop"
    with pytest.raises(ValueError, match=says):
        own.load_rules(path)


def test_two_files_cannot_have_the_same_name(write: Write) -> None:
    own.load_rules(write(MINE))
    with pytest.raises(ValueError, match="the name Signs is taken already"):
        own.load_rules(write(MINE, "again.py"))
    assert len(own.loaded_rules()) == 1


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"^absent\.py: it cannot be read: No such file"):
        own.load_rules(tmp_path / "absent.py")
    with pytest.raises(
        ValueError, match=r"No such file or directory; the optimizers that race are set by --opti"
    ):
        own.load_rules("adam")
    (tmp_path / "marked.py").write_bytes(b"\xef\xbb\xbf" + MINE.encode())
    assert list(own.load_rules(tmp_path / "marked.py")) == ["signs"]
    (tmp_path / "bytes.py").write_bytes(b"\xff\xfe\xff")
    with pytest.raises(ValueError, match="it is not UTF-8 text"):
        own.load_rules(tmp_path / "bytes.py")


# The command line and the page.


def test_the_command_line_takes_it(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(write(MINE))
    assert main(["race", "beale", "--optimizer", path]) == 0
    names = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    assert names == ["loss", *(kind.__name__ for kind in OPTIMIZERS.values()), "Signs"]
    chosen = ["--optimizers", "signs,adam", "--lr", "signs=0.1", "--set", "signs.mu=0"]
    assert main(["race", "beale", "--optimizer", path, *chosen]) == 0
    _, signs, adam = capsys.readouterr().out.splitlines()
    own_run = race(BEALE.surface, [RULES["signs"](lr=0.1, mu=0)], BEALE.start, BEALE.steps)[0]  # type: ignore[call-arg]
    assert f"{own_run.loss[-1]:.4g}" in signs
    assert adam.startswith("Adam")
    assert main(["race", "beale", "--optimizer", str(write("x = 1 / 0", "bad.py"))]) == 2
    said = capsys.readouterr().err
    assert said == "optviz: bad.py, line 1: ZeroDivisionError: division by zero\n"


def told(app: AppTest) -> list[str]:
    """The warnings, as they are read."""
    return [each.value.replace("`", "") for each in app.warning]


def names(app: AppTest) -> list[str]:
    return [run["name"] for run in sent(app)["race"]["runs"]]


def test_the_page_opens_with_it_beside_the_seven(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = started(monkeypatch, "--optimizer", write(MINE))
    assert names(app) == [*(kind.__name__ for kind in OPTIMIZERS.values()), "Signs"]
    assert not app.warning
    pills = app.get("button_group")[1]
    assert isinstance(pills, ButtonGroup)
    pills.set_value(["signs", "adam"]).run()
    assert names(app) == ["Adam", "Signs"]
    set_number(app, "beale/signs/lr", 0.5)
    assert not app.exception
    assert sent(app)["race"]["runs"][1]["settings"] == "lr 0.5, μ 0.5"
    app.session_state["page"] = "definitions"
    app.run()
    app.selectbox(key="definitions/rule").set_value("signs").run()
    assert not app.exception
    assert r"\operatorname{sign}\left(c\right)" in app.latex[0].value


def test_the_page_goes_on_without_what_is_wrong(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = write(PLAIN + RULE + "return y*z\n", "bad_*one*.py")
    app = started(monkeypatch, "--optimizer", bad, "--optimizer", write(MINE), "--lr", "3")
    assert len(names(app)) == 8
    said = told(app)
    assert said == [
        "Unknown argument --lr 3: the app takes --optimizer mine.py and --surface mine.py only. "
        "The page goes on without it.",
        "bad_*one*.py, line 10: Mine fails on a trial step: NameError: name 'y' is not defined. "
        "The page goes on without it.",
    ]
    assert app.warning[1].value.startswith("`bad_*one*.py")  # read letter by letter


def test_an_option_without_its_file_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    app = started(monkeypatch, "--optimizer")
    assert "needs a file after it" in app.warning[0].value.replace("\\", "")
    assert len(names(app)) == 7
