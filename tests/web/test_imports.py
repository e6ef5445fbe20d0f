"""The JavaScript's layers, read from its import statements, and that its built files are new."""

import hashlib
import re
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

WEB = Path(__file__).parents[2] / "optviz" / "web"
BUILT = WEB / "built"
OUTSIDE = {"node_modules", "built"}

# A file may import what stands in its own folder or in one of these. Types count.
MAY_IMPORT: dict[str, set[str]] = {
    "core": set(),
    "engine": {"core"},
    "plot": {"core"},
    "space": {"core", "plot"},
    "player": {"core", "engine", "plot", "space"},
    "explorer": {"core", "engine", "plot"},
    "room": {"core", "engine", "plot", "player", "explorer"},
    "gallery": {"core"},
    "table": {"core"},
    "embed": set(),
    "site": set(),
    "widget": {"core", "embed", "player", "space"},
}
FILES = sorted(path for folder in MAY_IMPORT for path in (WEB / folder).iterdir())
STATEMENT = re.compile(r'^(?:import|export)\b[^;]*?"(\.[^"]+)"', re.MULTILINE)
TYPE = re.compile(r'import\("(\.[^"]+)"\)')


def imported(path: Path, *patterns: re.Pattern[str]) -> set[Path]:
    """The project's files that a file imports."""
    text = path.read_text(encoding="utf-8")
    names = {name for pattern in patterns for name in pattern.findall(text)}
    return {(path.parent / name).resolve() for name in names}


def test_every_script_stands_in_a_layer() -> None:
    scripts = {
        path for path in WEB.rglob("*.js") if not {"node_modules", "built"} & set(path.parts)
    }
    assert scripts - set(FILES) == {WEB / "build.js", WEB / "eslint.config.js"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_scripts_import_downwards(path: Path) -> None:
    found = imported(path, STATEMENT, TYPE)
    assert all(each.is_file() for each in found), f"{path.name} imports what is not there"
    folders = {each.parent.name for each in found if each.parent != WEB}
    assert folders <= MAY_IMPORT[path.parent.name] | {path.parent.name}


def test_no_scripts_import_each_other_in_a_circle() -> None:
    try:
        TopologicalSorter({path: imported(path, STATEMENT) for path in FILES}).prepare()
    except CycleError as problem:
        pytest.fail(" imports ".join(path.name for path in reversed(problem.args[1])))


def test_the_reader_of_imports_finds_them() -> None:
    assert WEB / "core" / "dom.js" in imported(WEB / "player" / "layout.js", STATEMENT)
    assert WEB / "core" / "style.css" in imported(WEB / "player" / "player.js", STATEMENT)
    assert WEB / "core" / "payload.js" in imported(WEB / "plot" / "marks.js", TYPE)


@pytest.mark.parametrize("name", ["player", "explorer"])
def test_what_is_built_is_that_of_its_sources(name: str) -> None:
    """As optviz/web/build.js computes it; `npm run build` there makes it anew."""
    digest = hashlib.sha256((WEB / "look.json").read_bytes())
    for folder in MAY_IMPORT:
        for path in sorted((WEB / folder).iterdir()):
            digest.update(f"{path.name}\n".encode() + path.read_bytes())
    built = (BUILT / f"{name}.js").read_text(encoding="utf-8")
    assert built.splitlines()[0] == f"// optviz {name}; sources {digest.hexdigest()}"
