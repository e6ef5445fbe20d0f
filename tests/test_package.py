"""The package as users install it: built, installed into a folder of its own, run from there.

Only optviz itself comes from that folder; the libraries are those of this environment.
"""

import os
import re
import subprocess
import sys
import tarfile
import time
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

import optviz
from optviz.web.scripts import SCRIPTS, version
from tests.browser.server import PATIENCE, free_port

ROOT = Path(__file__).parents[1]
PACKAGES = ("optviz", "surfaces")


@dataclass(frozen=True)
class Installed:
    """Where the package lies, and an empty folder to work in."""

    folder: Path
    work: Path

    @property
    def environment(self) -> dict[str, str]:
        return os.environ | {"PYTHONPATH": str(self.folder), "STREAMLIT_SERVER_HEADLESS": "true"}

    def start(self, *arguments: str) -> "subprocess.Popen[str]":
        """Start the command `optviz`."""
        return subprocess.Popen(
            [sys.executable, self.folder / "bin" / "optviz", *arguments],
            cwd=self.work,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def run(self, *arguments: str) -> str:
        """Run it to its end; what it printed."""
        process = self.start(*arguments)
        said, _ = process.communicate(timeout=PATIENCE)
        assert process.returncode == 0, said
        return said

    def python(self, code: str) -> str:
        done = subprocess.run(
            [sys.executable, "-c", code],
            cwd=self.work,
            env=self.environment,
            capture_output=True,
            check=True,
            text=True,
        )
        return done.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist and the wheel."""
    folder = tmp_path_factory.mktemp("built")
    build = [sys.executable, "-m", "hatchling", "build", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def installed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    here = Installed(tmp_path_factory.mktemp("installed"), tmp_path_factory.mktemp("work"))
    (wheel,) = built.glob("*.whl")
    pip = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-index"]
    subprocess.run([*pip, "--target", str(here.folder), str(wheel)], check=True)
    return here


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
    assert not any(re.search("node_modules|__pycache__|^tests/", each) for each in names)
    needed = re.findall(r"^Requires-Dist: ([\w-]+)", metadata.decode(), re.MULTILINE)
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


def test_the_command_serves_the_page_and_its_script(installed: Installed) -> None:
    port = free_port()
    address = f"http://localhost:{port}"
    process = installed.start("app", "--port", str(port), "--address", "localhost")
    try:
        await_health(address, process)
        page = urlopen(address).read().decode()
        assert "<title>Streamlit</title>" in page
        script = f"{address}/scripts/player.js?v={version('player')}"
        with urlopen(script) as answered:
            assert answered.read() == SCRIPTS["player"].read_bytes()
            assert "immutable" in answered.headers["Cache-Control"]
        with pytest.raises(HTTPError, match="404"):
            urlopen(f"{address}/scripts/main.js")
    finally:
        process.terminate()
        said, _ = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0, said
    assert "Traceback" not in said


def await_health(address: str, process: "subprocess.Popen[str]") -> None:
    """Until the server says that it is well."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        assert process.poll() is None, process.communicate()[0]
        try:
            with urlopen(f"{address}/_stcore/health", timeout=1) as answered:
                assert answered.status == 200
                return
        except OSError:
            time.sleep(0.05)
    pytest.fail("the server does not answer")
