"""The JavaScript's own checks: types, linter, format and unit tests, as `npm test` runs them."""

import re
import shutil
import subprocess
from pathlib import Path

WEB = Path(__file__).parents[2] / "optviz" / "web"
NEEDED = (20, 19)
ADVICE = "install Node.js 20.19 or later, with npm, from https://nodejs.org"


def passes() -> bool:
    """Run `npm test`, after `npm ci` where what it needs is not there; without Node it fails."""
    problem = missing()
    if problem:
        print(f"npm test cannot run: {problem}; {ADVICE}", flush=True)
        return False
    commands = [["npm", "test"]] if installed() else [["npm", "ci", "--no-audit"], ["npm", "test"]]
    return all(run(command) for command in commands)


def missing() -> str:
    """What of Node.js is not there, in words; empty where nothing is missing."""
    if not shutil.which("node") or not shutil.which("npm"):
        return "there is no Node.js"
    said = subprocess.run(["node", "--version"], capture_output=True, text=True, check=True).stdout
    version = tuple(int(part) for part in re.findall(r"\d+", said)[:2])
    return "" if version >= NEEDED else f"Node.js {said.strip()} is too old"


def installed() -> bool:
    """Whether node_modules holds what the lock file says."""
    lock, held = WEB / "package-lock.json", WEB / "node_modules" / ".package-lock.json"
    return held.exists() and held.stat().st_mtime >= lock.stat().st_mtime


def run(command: list[str]) -> bool:
    print("+", *command, flush=True)
    return subprocess.run(command, cwd=WEB, check=False).returncode == 0
