"""The package as users install it: built, and installed into a folder of its own.

Only optviz itself comes from that folder; the libraries are those of this environment.
"""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.support.patience import PATIENCE

ROOT = Path(__file__).parents[2]


def build(folder: Path) -> None:
    """Put the sdist and the wheel into a folder."""
    command = [sys.executable, "-m", "hatchling", "build", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)


@dataclass(frozen=True)
class Installed:
    """Where the package lies, and an empty folder to work in."""

    folder: Path
    work: Path

    @property
    def environment(self) -> dict[str, str]:
        """What lets Python find it."""
        return {"PYTHONPATH": str(self.folder), "STREAMLIT_SERVER_HEADLESS": "true"}

    def command(self, *arguments: str) -> list[str]:
        """The command `optviz` with these arguments."""
        return [sys.executable, str(self.folder / "bin" / "optviz"), *arguments]

    def run(self, *arguments: str) -> str:
        """Run it to its end; what it printed."""
        return self.output(self.command(*arguments))

    def python(self, code: str) -> str:
        """Run Python code where the package can be imported; what it printed."""
        return self.output([sys.executable, "-c", code])

    def output(self, command: list[str]) -> str:
        done = subprocess.run(
            command,
            cwd=self.work,
            env=os.environ | self.environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout


def install(built: Path, folder: Path, work: Path) -> Installed:
    """Install the wheel of a folder into another one."""
    (wheel,) = built.glob("*.whl")
    pip = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-index"]
    subprocess.run([*pip, "--target", str(folder), str(wheel)], check=True)
    return Installed(folder, work)
