"""What README and docs/ show is true: their Python runs, their shell prints, their links lead."""

import re
import shlex
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

import matplotlib as mpl
import pytest

import optviz
from optviz import user_rules, user_surfaces
from optviz.__main__ import main
from optviz.scenes.catalog import CATALOG
from optviz.variants import RULES

ROOT = Path(__file__).parents[1]
GUIDES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
PAGES = [*GUIDES, *(path for path in sorted(ROOT.glob("*.md")) if path not in GUIDES)]
MOST_LINES = 150  # of the README
OPTIONAL = ("torch", "optax", "pytorch_optimizer")

Printed = pytest.CaptureFixture[str]


def code(text: str, language: str) -> list[str]:
    """The blocks of a language in Markdown."""
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def blocks() -> list[object]:
    """Each guide's Python, together with what the guides print in their comments."""
    found = [(path, code(path.read_text(encoding="utf-8"), "python")) for path in GUIDES]
    return [pytest.param(path, each, id=path.stem) for path, each in found if each]


def shell() -> list[object]:
    """Each command of the guides whose output is shown: the guide, the command, the output."""
    pattern = re.compile(r"^\$ python -m optviz (.+)\n((?:[^$`].*\n)+)", re.MULTILINE)
    return [
        pytest.param(path, *each, id=f"{path.stem}-{each[0]}")
        for path in GUIDES
        for each in pattern.findall(path.read_text(encoding="utf-8"))
    ]


@pytest.fixture(autouse=True)
def as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Work in an empty folder, without windows, and forget loaded rules and surfaces afterwards."""
    monkeypatch.chdir(tmp_path)
    rules, scenes = dict(RULES), dict(CATALOG)
    with mpl.rc_context({"backend": "agg"}):
        yield
    user_rules.FILES.clear()
    user_surfaces.FILES.clear()
    RULES.clear()
    RULES.update(rules)
    CATALOG.clear()
    CATALOG.update(scenes)


@pytest.mark.parametrize(("path", "examples"), blocks())
def test_python_examples_run_and_print_what_they_say(
    path: Path, examples: list[str], capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = ModuleType(f"reader_of_{path.stem.replace('-', '_')}")  # one session from top to end
    monkeypatch.setitem(sys.modules, reader.__name__, reader)  # dataclasses look there
    ran = 0
    for example in examples:
        named = {name for name in OPTIONAL if re.search(rf"\b(import|from) {name}\b", example)}
        if not all(map(find_spec, named)):
            continue
        exec(compile(example, path.name, "exec"), vars(reader))
        said = re.findall(r"^print\(.*\)  # (.*)$", example, re.MULTILINE)
        assert capsys.readouterr().out.splitlines() == said
        ran += 1
    assert ran


@pytest.mark.parametrize(("path", "line", "output"), shell())
def test_commands_print_what_is_shown(
    path: Path, line: str, output: str, capsys: Printed, tmp_path: Path
) -> None:
    if "mine.py" in line:
        before = path.read_text(encoding="utf-8").partition(f"$ python -m optviz {line}")[0]
        mine = code(before, "python")[-1]
        (tmp_path / "mine.py").write_text(mine, encoding="utf-8")
    assert main(shlex.split(line)) == 0
    assert capsys.readouterr().out == output


def test_there_are_commands_with_their_output() -> None:
    assert len(shell()) == 5


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.stem)
def test_commands_without_output_can_be_read(path: Path) -> None:
    """Their options exist; that they do what they say, the commands' own tests hold."""
    for block in code(path.read_text(encoding="utf-8"), "sh"):
        for line in re.findall(r"^python -m optviz (.*)$", block, re.MULTILINE):
            command = shlex.split(line)[0]
            with pytest.raises(SystemExit) as left:
                main([command, "--help"])
            assert left.value.code == 0


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_links_lead_to_files(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)", path.read_text(encoding="utf-8")):
        if not re.match(r"[a-z]+:", target):
            assert (path.parent / target).is_file(), f"{path.name} links to {target}"


def test_the_readme_is_short_and_leads_to_every_guide() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert len(readme.splitlines()) <= MOST_LINES
    linked = set(re.findall(r"\]\((docs/[\w-]+\.md)\)", readme))
    assert linked == {str(path.relative_to(ROOT)) for path in GUIDES[1:]}


def test_the_version_stands_in_changelog_and_citation() -> None:
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    latest = re.search(r"^## \[(\d.*?)\] - (\S+)$", changes, re.MULTILINE)
    assert latest
    version, date = latest.groups()
    assert version == optviz.__version__
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8").splitlines()
    assert f"version: {version}" in citation
    assert f"date-released: {date}" in citation
