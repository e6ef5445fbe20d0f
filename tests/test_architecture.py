"""ARCHITECTURE.md shows the project as it is: its table of folders, and the names it points to."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| `([\w./]+)` \|", re.MULTILINE)
NOT_CODE = {"__pycache__", "node_modules", ".streamlit"}


def folders(parent: Path) -> set[str]:
    """The packages right below a folder, as the table writes them."""
    return {
        f"{path.relative_to(ROOT)}/"
        for path in parent.iterdir()
        if path.is_dir() and path.name not in NOT_CODE
    }


def test_the_table_lists_every_folder_once_and_no_other() -> None:
    listed = ROW.findall(TEXT)
    assert len(set(listed)) == len(listed)
    assert set(listed) == folders(ROOT / "optviz") | {"surfaces/", "app.py"}


def test_every_path_it_names_exists() -> None:
    named = set(re.findall(r"`((?:[\w.-]+/)+[\w.-]*|\w+\.(?:py|js|txt|toml))`", TEXT))
    places = [ROOT, ROOT / "optviz", ROOT / "optviz/web", ROOT / "optviz/scenes"]
    places += [ROOT / "optviz/lessons", ROOT / "optviz/pictures", ROOT / "tests"]
    assert len(named) > 40
    missing = {each for each in named if not any((place / each).exists() for place in places)}
    assert not missing


def test_it_shows_the_javascripts_folders() -> None:
    for path in folders(ROOT / "optviz/web"):
        assert f"`{path.removeprefix('optviz/web/')}`" in TEXT or f"`{path}`" in TEXT
