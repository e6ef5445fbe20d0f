"""The package as users install it holds everything, and its commands work without the project."""

import re
import subprocess
import tarfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

import optviz
from optviz.web.scripts import SCRIPTS
from tests.support.package import ROOT, Installed, build, install

PACKAGES = ("optviz", "surfaces")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist and the wheel."""
    folder = tmp_path_factory.mktemp("built")
    build(folder)
    return folder


@pytest.fixture(scope="module")
def installed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    return install(built, tmp_path_factory.mktemp("installed"), tmp_path_factory.mktemp("work"))


def tracked(*folders: str) -> set[str]:
    """The project's files, as git knows them; without it, those that are there."""
    listed = subprocess.run(
        ["git", "ls-files", *folders], cwd=ROOT, capture_output=True, text=True, check=False
    )
    found = listed.stdout.split("\n") if listed.returncode == 0 else present(folders)
    return {each for each in found if each and (ROOT / each).is_file()}


def present(folders: Sequence[str]) -> list[str]:
    return [
        str(path.relative_to(ROOT))
        for folder in folders or [""]
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and not {"__pycache__", "node_modules"} & set(path.parts)
    ]


def test_the_wheel_holds_both_packages_whole(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    assert wheel.name == f"optviz-{optviz.__version__}-py3-none-any.whl"
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        settings = archive.read("optviz/app/.streamlit/config.toml")
        (metadata,) = (archive.read(each) for each in names if each.endswith("/METADATA"))
    assert settings == (ROOT / ".streamlit/config.toml").read_bytes()
    assert tracked(*PACKAGES) <= names
    assert {"optviz/py.typed", "surfaces/py.typed", "optviz/web/built/player.js"} <= names
    assert "optviz/site/docs/python.md" in names
    assert not any(re.search("node_modules|__pycache__|^tests/", each) for each in names)
    needed = re.findall(
        r"^Requires-Dist: ([\w-]+)\b(?!.*extra ==)", metadata.decode(), re.MULTILINE
    )
    asked = re.findall(r"^([\w-]+)", (ROOT / "requirements.txt").read_text(), re.MULTILINE)
    assert sorted(needed) == sorted(asked)


def test_the_sdist_holds_the_project_whole(built: Path) -> None:
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {each.partition("/")[2] for each in archive.getnames()}
    assert tracked() <= names
    assert {"LICENSE", "README.md", "requirements.txt", "app.py"} <= names
    assert not any(
        re.search(r"node_modules|__pycache__|[a-z]_cache/|\.hypothesis", each) for each in names
    )


def test_it_is_imported_from_where_it_was_installed(installed: Installed) -> None:
    said = installed.python("import optviz, surfaces; print(optviz.__file__, surfaces.__file__)")
    assert said.count(str(installed.folder)) == 2
    assert str(ROOT) not in said


def test_the_command_races(installed: Installed) -> None:
    lines = installed.run("race", "beale").splitlines()
    assert len(lines) == 8
    assert lines[-1].split()[:2] == ["Adam", "51.66"]
    assert "optviz race beale" in installed.run()


def test_the_command_exports(installed: Installed) -> None:
    installed.run("export", "beale", "a.gif")
    assert (installed.work / "a.gif").read_bytes().startswith(b"GIF89a")


def test_a_notebook_shows_the_player(installed: Installed) -> None:
    said = installed.python("from optviz import SCENES; print(SCENES['beale']._repr_html_())")
    assert "<iframe" in said
    assert len(said) > len(SCRIPTS["player"].read_text(encoding="utf-8"))
