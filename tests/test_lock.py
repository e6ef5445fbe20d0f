"""The locked versions are possible ones, whole, and name no place to fetch them from."""

import re
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PIN = r"^([\w.-]+)==([^\s;]+)(?: ; .+?)? \\\n((?:    --hash=.+\n)+)"  # name, version, hashes
PINS = re.findall(PIN, LOCK, re.MULTILINE)
NEEDED = [
    Requirement(line.partition("#")[0])
    for line in (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    if line.partition("#")[0].strip()
]


@pytest.mark.parametrize("needed", NEEDED, ids=lambda each: each.name)
def test_what_is_needed_is_locked_in_its_range(needed: Requirement) -> None:
    versions = [version for name, version, _ in PINS if name == needed.name]
    assert versions
    assert all(needed.specifier.contains(each) for each in versions)


def test_every_version_has_its_hashes() -> None:
    assert len(PINS) == len(re.findall(r"^\S", LOCK, re.MULTILINE)) > len(NEEDED)
    hashes = [each for _, _, block in PINS for each in block.split() if each != "\\"]
    assert all(re.fullmatch("--hash=sha256:[0-9a-f]{64}", each) for each in hashes)


def test_no_place_is_named() -> None:
    assert not re.search(r"://|index-url|find-links|trusted-host", LOCK)


def test_all_that_the_image_copies_reaches_the_build() -> None:
    copied = re.findall(r"^COPY (.+) \S+$", (ROOT / "Dockerfile").read_text("utf-8"), re.MULTILINE)
    sources = {source for line in copied for source in line.split()}
    let_in = set(re.findall(r"^!(\S+)$", (ROOT / ".dockerignore").read_text("utf-8"), re.MULTILINE))
    assert sources == let_in
    assert all((ROOT / source).exists() for source in sources)
