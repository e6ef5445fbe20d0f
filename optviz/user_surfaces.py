"""Surfaces from a user's Python file: loaded, checked and added to the scenes of `CATALOG`.

As with optimizers (`optviz.user_rules`), the file is run as Python, with all rights of the user who
started this program. So only the command line can name one.
"""

import ast
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from optviz.heightmap import heightmap
from optviz.scenes import Scene
from optviz.scenes.catalog import CATALOG
from optviz.scenes.typed import plain_scene
from optviz.user_rules import loading, read, run
from optviz.validate import InvalidRule
from surfaces import SURFACES, Surface
from surfaces.validate import validate_surface

OPTION = "--surface"
TAKEN = ("formula", "data")  # what the page calls the losses that visitors bring


@dataclass(frozen=True)
class SurfaceFile:
    """A file that was read.

    Attributes:
        text: its content, as it was run.
        scenes: a scene on each of its surfaces, by the surface's name in the file, in lower case.
        problem: a sentence on why there is none, else "".
    """

    text: str
    scenes: dict[str, Scene]
    problem: str = ""


FILES: dict[Path, SurfaceFile] = {}


def load_surfaces(path: str | Path, text: str | None = None) -> dict[str, Scene]:
    """Load a file's surfaces and add a scene on each to `CATALOG`; once is enough.

    They are the `Surface`s to which the file itself gives a name that begins with a letter.

    Args:
        path: of the file.
        text: its content, if it has been read already.

    Raises:
        ValueError: it cannot be read or run, has no surface, or one that cannot race. One sentence
            with the file's name, and the line where it is known.
    """
    path = Path(path).expanduser().resolve()
    with loading:
        if path not in FILES:
            try:
                FILES[path] = loaded(path, text)
            except InvalidRule as refused:
                place = f"{path.name}, line {refused.line}" if refused.line else path.name
                FILES[path] = SurfaceFile("", {}, f"{place}: {refused}")
            CATALOG.update(FILES[path].scenes)
    if FILES[path].problem:
        raise ValueError(FILES[path].problem)
    return FILES[path].scenes


def loaded_scenes() -> dict[str, Scene]:
    """The scenes of all loaded files, by their keys in `CATALOG`."""
    return {key: scene for each in FILES.values() for key, scene in each.scenes.items()}


def loaded(path: Path, text: str | None) -> SurfaceFile:
    """Read, run and check a file.

    Raises:
        InvalidRule: something is wrong with it.
    """
    text = read(path) if text is None else text
    module, lines = run(path, text), lines_of(text)
    scenes: dict[str, Scene] = {}
    for name, surface in vars(module).items():
        if not isinstance(surface, Surface) or name.startswith("_") or name not in lines:
            continue
        key = name.lower()
        if key in TAKEN or key in CATALOG or key in scenes or key in SURFACES:
            raise InvalidRule(f"the name {name} is taken already; give yours another", lines[name])
        scenes[key] = checked(surface, path, lines[name])
    if not scenes:
        raise InvalidRule(
            "it has no surface: give one a name, as in mine = function_surface(f, (-2, 2), (-2, 2))"
        )
    return SurfaceFile(text, scenes)


def lines_of(text: str) -> dict[str, int]:
    """Which names the file assigns itself, and in which line."""
    found: dict[str, int] = {}
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            found[node.id] = node.lineno
    return found


def checked(surface: Surface, path: Path, line: int) -> Scene:
    """A scene on a surface that can be raced and drawn.

    Raises:
        InvalidRule: it cannot.
    """
    try:
        validate_surface(surface)
        heightmap(surface)  # raises for a loss without a value in the picture
        here = np.asarray(surface.start)
        if not np.isfinite(surface.loss(here[0], here[1])):
            raise ValueError(f"{surface.name} has no finite loss at its start: start elsewhere")
    except ValueError as error:
        raise InvalidRule(str(error), line) from None
    return plain_scene(surface, f"{path.name}, with the defaults of torch.optim")
