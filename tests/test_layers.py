"""Which way the imports run, read from the import statements themselves."""

import ast
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

# A module may import what stands as low as itself or lower. Modules that are not listed may
# import everything but the app, and may be imported by everyone.
RANKS = {
    "surfaces": 0,
    "optviz.optimizers": 0,
    "optviz.variants": 0,
    "optviz.race": 1,
    "optviz.validate": 1,
    "optviz.user_rules": 1,
    "optviz.adapters": 1,
    "optviz.batch": 2,
    "optviz.studies.sweep": 2,
    "optviz.studies.basins": 2,
    "optviz.scenes": 2,
    "optviz.scenes.claims": 3,
    "optviz.studies.digits": 2,
    "optviz.style": 3,
    "optviz.pictures": 3,
    "optviz.player": 3,
    "optviz.export": 4,
    "optviz.studies.tuning": 4,
    "optviz.pages": 5,
    "optviz.explorer": 4,
    "optviz.lessons": 4,
    "optviz.spec.link": 5,
    "optviz.app": 6,
    "optviz.cli": 7,
    "optviz.__main__": 7,
    "app": 7,
}
UNLISTED = 5

# Upward all the same, inside a function that only notebooks call: a race and a scene show
# themselves there in the player, and nobody could ask for that in advance.
SHOWS_ITSELF = {
    "optviz.race": {"optviz.player.notebook"},
    "optviz.scenes.scene": {"optviz.player.notebook"},
}

# Only these may import what is heavy.
HEAVY = {
    "streamlit": ("app", "optviz.app", "optviz.pages", "optviz.server"),
    "matplotlib": ("optviz.pictures", "optviz.export", "optviz.film", "optviz.filmwriter"),
}


def name_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


FILES = [ROOT / "app.py", *ROOT.glob("surfaces/**/*.py"), *ROOT.glob("optviz/**/*.py")]
MODULES = {name_of(path): path for path in FILES if path.exists()}
every_module = pytest.mark.parametrize("module", sorted(MODULES))


def imports(module: str, inside: bool = True) -> set[str]:
    """Every module that it imports, by full name; `inside` functions too, or at the top only."""
    path = MODULES[module]
    package = module if path.name == "__init__.py" else module.rpartition(".")[0]
    found = set()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree) if inside else tree.body:
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1]
            base = ".".join([*(above if node.level else ()), *filter(None, [node.module])])
            # `from optviz import race` imports a module too, and only the files can tell.
            inner = {f"{base}.{alias.name}" for alias in node.names} & MODULES.keys()
            found |= inner or {base}
    return found


def belongs(module: str, owner: str) -> bool:
    """Whether it is this module or part of this package; export_gif belongs to export."""
    return module == owner or module.startswith((owner + ".", owner + "_"))


def rank(module: str) -> int:
    return next((RANKS[owner] for owner in RANKS if belongs(module, owner)), UNLISTED)


def of_this_project(module: str) -> bool:
    return module.partition(".")[0] in {"app", "optviz", "surfaces"}


@every_module
def test_imports_run_one_way(module: str) -> None:
    upward = {
        each
        for each in filter(of_this_project, imports(module))
        if rank(each) > rank(module) and rank(each) != UNLISTED
    }
    allowed = SHOWS_ITSELF.get(module, set())
    assert upward == allowed, f"{module} imports what is built on it"
    assert not allowed & imports(module, inside=False)


@every_module
def test_heavy_libraries_stay_in_their_rooms(module: str) -> None:
    for library, rooms in HEAVY.items():
        if any(belongs(each, library) for each in imports(module)):
            assert any(belongs(module, room) for room in rooms), f"{module} imports {library}"


@every_module
def test_surfaces_know_nothing_of_who_uses_them(module: str) -> None:
    if belongs(module, "surfaces"):
        strangers = {each for each in imports(module) if belongs(each, "optviz")}
        assert not strangers


def test_the_optimizers_import_numpy_alone() -> None:
    outside = {each.partition(".")[0] for each in imports("optviz.optimizers")}
    assert outside - sys.stdlib_module_names == {"numpy"}
    beside = {each for each in imports("optviz.variants") if each not in sys.stdlib_module_names}
    assert beside == {"numpy", "optviz.optimizers"}


def test_the_reader_of_imports_finds_them() -> None:
    assert {"optviz.optimizers", "surfaces.surface"} <= imports("optviz.race")
    assert "sklearn.datasets" in imports("surfaces.noisy_moons")
