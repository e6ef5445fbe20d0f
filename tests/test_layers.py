"""Which way the imports run, read from the import statements themselves."""

import ast
import re
import sys
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TESTS = ROOT / "tests"

# The whole project from the bottom to the top. Each module stands in exactly one layer, by its own
# name or by its package's, and may import what stands below it or in its own entry; types count.
# Two entries of one layer know nothing of each other. `optviz` alone is the package's face.
LAYERS = [
    (
        "surfaces",
        "optviz.files",
        "optviz.numbers",
        "optviz.spellings",
    ),
    ("optviz.words",),
    ("optviz.schedules", "optviz.memo"),
    ("optviz.server", "optviz.web"),
    ("optviz.room",),
    ("optviz.film",),
    (
        "optviz.optimizers",
        "optviz.scene_names",
        "optviz.heightmap",
        "optviz.look",
        "optviz.filmwriter",
    ),
    ("optviz.rule_failed",),
    ("optviz.oracles",),
    ("optviz.variants", "optviz.adapters", "optviz.entrants", "optviz.equations", "optviz.endings"),
    ("optviz.wrappers",),
    ("optviz.stepping",),
    ("optviz.validate",),
    ("optviz.user_rules",),
    ("optviz.elsewhere",),
    ("optviz.race", "optviz.style", "optviz.basin_colors", "optviz.stability"),
    ("optviz.race_words",),
    (
        "optviz.batch",
        "optviz.timing",
        "optviz.stories",
        "optviz.rule_texts",
    ),
    ("optviz.program", "optviz.scenes"),
    ("optviz.studies", "optviz.user_surfaces"),
    ("optviz.user_files",),
    ("optviz.jobs",),
    ("optviz.spec", "optviz.player"),
    ("optviz.pictures",),
    ("optviz.export",),
    ("optviz.notebook",),
    ("optviz.lessons",),
    ("optviz.site",),
    ("optviz.pages",),
    ("optviz.app",),
    ("optviz.cli",),
    ("optviz.__main__", "optviz", "app"),
]
RANKS = {entry: rank for rank, layer in enumerate(LAYERS) for entry in layer}

# Only these may import what is heavy, or what only they need.
HEAVY = {
    "streamlit": ("app", "optviz.app", "optviz.pages", "optviz.server"),
    "starlette": ("optviz.app", "optviz.room"),
    "matplotlib": ("optviz.pictures", "optviz.export", "optviz.film", "optviz.filmwriter"),
    "contourpy": ("optviz.pictures",),
    "PIL": ("optviz.film", "optviz.pictures.thumbnail"),
    "imageio_ffmpeg": ("optviz.film",),
    "sklearn": ("surfaces", "optviz.studies"),
    "joblib": ("optviz.cli",),
    "cloudpickle": ("optviz.elsewhere",),
    "autograd": ("surfaces",),
    "segno": ("optviz.lessons", "optviz.pages"),
    "torch": ("optviz.adapters",),
    "optax": ("optviz.adapters",),
    "jax": ("optviz.adapters",),
}


def name_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


FILES = [
    path
    for path in [ROOT / "app.py", *ROOT.glob("surfaces/**/*.py"), *ROOT.glob("optviz/**/*.py")]
    if "node_modules" not in path.parts
]
MODULES = {name_of(path): path for path in FILES}
every_module = pytest.mark.parametrize("module", sorted(MODULES))


def imports(module: str, types: bool = True) -> set[str]:
    """Every module that it imports, by full name, inside functions too.

    Args:
        module: of `MODULES`.
        types: whether those count that only type checkers import.
    """
    path = MODULES[module]
    package = module if path.name == "__init__.py" else module.rpartition(".")[0]
    tree = ast.parse(path.read_text(encoding="utf-8"))
    skipped = set() if types else {each for node in only_types(tree) for each in ast.walk(node)}
    found = set()
    for node in ast.walk(tree):
        if node in skipped:
            continue
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1]
            base = ".".join([*(above if node.level else ()), *filter(None, [node.module])])
            # `from optviz import race` imports a module too, and only the files can tell.
            inner = {f"{base}.{alias.name}" for alias in node.names} & MODULES.keys()
            found |= inner or {base}
    return found


def only_types(tree: ast.Module) -> list[ast.If]:
    """The blocks that never run."""
    blocks = [node for node in ast.walk(tree) if isinstance(node, ast.If)]
    return [each for each in blocks if ast.unparse(each.test) == "TYPE_CHECKING"]


def belongs(module: str, owner: str) -> bool:
    """Whether it is this module or part of this package."""
    return module == owner or module.startswith(owner + ".")


def entry_of(module: str) -> str:
    """The entry of `LAYERS` that a module is part of; "" if there is none."""
    owners = [each for each in RANKS if each != "optviz" and belongs(module, each)]
    return next(iter(owners), "optviz" if module == "optviz" else "")


def of_this_project(module: str) -> bool:
    return module.partition(".")[0] in {"app", "optviz", "surfaces"}


@every_module
def test_every_module_stands_in_a_layer(module: str) -> None:
    owners = [each for each in RANKS if each != "optviz" and belongs(module, each)]
    assert len(owners) == 1 or module == "optviz", f"give {module} a place in LAYERS"


@pytest.mark.parametrize("entry", RANKS)
def test_every_entry_is_there(entry: str) -> None:
    assert entry in MODULES, f"{entry} is gone; take it out of LAYERS"


@every_module
def test_imports_run_downwards(module: str) -> None:
    own = entry_of(module)
    wrong = {
        each
        for each in filter(of_this_project, imports(module))
        if entry_of(each) != own and RANKS[entry_of(each)] >= RANKS[own]
    }
    assert not wrong, f"{module} imports what stands above or beside it"


def test_no_modules_import_each_other_in_a_circle() -> None:
    try:
        TopologicalSorter({each: imports(each, types=False) for each in MODULES}).prepare()
    except CycleError as problem:
        pytest.fail(" imports ".join(reversed(problem.args[1])))


@every_module
def test_heavy_libraries_stay_in_their_rooms(module: str) -> None:
    for library, rooms in HEAVY.items():
        if any(belongs(each, library) for each in imports(module)):
            assert any(belongs(module, room) for room in rooms), f"{module} imports {library}"


@every_module
def test_films_know_nothing_of_what_is_filmed(module: str) -> None:
    """So they serve any figure of matplotlib's, as the film writer shows."""
    known = {"optviz.film": ["optviz.film"], "optviz.filmwriter": ["optviz.film", "optviz.files"]}
    if (own := entry_of(module)) in known:
        theirs = [*known[own], own]
        assert {entry_of(each) for each in filter(of_this_project, imports(module))} <= {*theirs}


def test_the_optimizers_import_numpy_alone() -> None:
    outside = {each.partition(".")[0] for each in imports("optviz.optimizers")}
    assert outside - sys.stdlib_module_names == {"numpy", "optviz"}
    assert {each for each in imports("optviz.optimizers") if of_this_project(each)} == {
        "optviz.spellings",
        "optviz.schedules",
    }
    beside = {each for each in imports("optviz.variants") if each not in sys.stdlib_module_names}
    assert beside == {"numpy", "optviz.optimizers", "optviz.oracles"}


def test_the_reader_of_imports_finds_them() -> None:
    assert {"optviz.optimizers", "surfaces.surface"} <= imports("optviz.race.march")
    assert "sklearn.datasets" in imports("surfaces.noisy_moons")
    assert "surfaces.surface" in imports("surfaces.parameter")
    assert "surfaces.surface" not in imports("surfaces.parameter", types=False)


# What tests are about that is no folder of the code: they look from outside, or help.
BESIDE_THE_CODE = {"benchmarks", "browser", "references", "support", "tables"}


@pytest.mark.parametrize(
    "folder",
    sorted(path.parent for path in TESTS.glob("**/__init__.py")),
    ids=lambda path: path.name,
)
def test_every_folder_of_tests_mirrors_one_of_the_code(folder: Path) -> None:
    """And says in a sentence what is tested there."""
    assert ast.get_docstring(ast.parse((folder / "__init__.py").read_text(encoding="utf-8")))
    parts = folder.relative_to(TESTS).parts
    if not BESIDE_THE_CODE & {*parts}:
        mirrored = (ROOT.joinpath(*parts), ROOT.joinpath("optviz", *parts))
        assert any(each.is_dir() for each in mirrored), f"optviz has no folder {folder.name}"


def test_every_folder_with_tests_is_a_package() -> None:
    folders = {path.parent for path in TESTS.glob("**/test_*.py")}
    assert all((folder / "__init__.py").is_file() for folder in folders)


@pytest.mark.parametrize("path", sorted(TESTS.glob("**/test_*.py")), ids=lambda path: path.stem)
def test_no_file_of_tests_imports_another(path: Path) -> None:
    """What several need stands in support/, or beside the browser's tests."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    named = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert not [each for each in named if f"{each}".startswith("tests.") and ".test_" in f"{each}"]


def test_the_architectures_table_has_the_layers_from_the_top_down() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([\w/]+)(?:/|\.py)` \|", text, re.MULTILINE)
    ranks = [RANKS[row.replace("/", ".")] for row in rows]
    assert len(ranks) > 15
    assert ranks == sorted(ranks, reverse=True)
