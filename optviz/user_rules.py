"""Optimizers from a user's Python file: loaded, checked and added to `RULES`.

The file is run as Python, with all rights of the user who started this program. So only the command
line can name one; nothing that a visitor of the page sends ever gets here.

A file is read once per process: after editing it, restart the program.
"""

import ast
import hashlib
import inspect
import re
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from optviz.optimizers import Optimizer
from optviz.stepping.failures import in_words, line_of
from optviz.validate import InvalidRule, validate_rule
from optviz.variants import RULES

OPTION = "--optimizer"


@dataclass(frozen=True)
class RuleFile:
    """A file that was read.

    Attributes:
        text: its content, as it was run.
        kinds: its optimizer classes, by their names in `RULES`.
        problem: a sentence on why it has none, else "".
    """

    text: str
    kinds: dict[str, type[Optimizer]]
    problem: str = ""


FILES: dict[Path, RuleFile] = {}
RAN: dict[str, tuple[str, str]] = {}  # module -> path and text of every file that was run
loading = threading.Lock()  # two visitors may open the page at the same moment


def load_rules(path: str | Path, text: str | None = None) -> dict[str, type[Optimizer]]:
    """Load a file's optimizers and add them to `RULES`; the second time, only return them.

    They are the subclasses of `Optimizer` that the file itself defines, except those without a
    rule, and the instances that it makes with `optviz.adapters`.

    Args:
        path: of the file.
        text: its content, if it has been read already.

    Returns:
        Its optimizers by their names in `RULES`.

    Raises:
        ValueError: it cannot be read or run, has no optimizer, or one that cannot race. One
            sentence with the file's name, and the line where it is known.
    """
    path = Path(path).expanduser().resolve()
    with loading:
        if path not in FILES:
            try:
                FILES[path] = loaded(path, text)
            except InvalidRule as refused:
                place = f"{path.name}, line {refused.line}" if refused.line else path.name
                FILES[path] = RuleFile("", {}, f"{place}: {refused}")
            RULES.update(FILES[path].kinds)
    if FILES[path].problem:
        raise ValueError(FILES[path].problem)
    return FILES[path].kinds


def loaded_rules() -> dict[str, type[Optimizer]]:
    """The optimizers of all loaded files, by their names in `RULES`."""
    return {name: kind for each in FILES.values() for name, kind in each.kinds.items()}


def files_named_in(pickled: bytes) -> tuple[tuple[str, str], ...]:
    """Path and content of each file that a pickle speaks of, for `run_files` elsewhere.

    Of surfaces too. A pickle has the names of modules as they are; what another file needs, such
    as a library, may be missing there.
    """
    named = (name for name in RAN if name in sys.modules and name.encode() in pickled)
    return tuple(RAN[name] for name in named)


def run_files(files: Sequence[tuple[str, str]]) -> None:
    """Run files whose modules this process does not have, so that pickles find what they define.

    Raises:
        ValueError: one cannot be run here. One sentence with its name.
    """
    with loading:
        for path, text in files:
            if module_name(Path(path)) not in sys.modules:
                try:
                    run(Path(path), text)
                except InvalidRule as refused:
                    raise ValueError(f"{Path(path).name}, in another process: {refused}") from None


def loaded(path: Path, text: str | None) -> RuleFile:
    """Read, run and check a file.

    Raises:
        InvalidRule: something is wrong with it.
    """
    text = read(path) if text is None else text
    module = run(path, text)
    lines = {
        node.name: node.lineno for node in ast.parse(text).body if isinstance(node, ast.ClassDef)
    }
    kinds: dict[str, type[Optimizer]] = {}
    for kind in defined_in(module):
        name = kind.__name__.lower()
        try:
            if name in RULES or name in kinds:
                raise InvalidRule(
                    f"the name {kind.__name__} is taken already; give yours another one"
                )
            validate_rule(kind, str(path))
        except InvalidRule as refused:
            raise InvalidRule(str(refused), refused.line or lines.get(kind.__name__)) from None
        kinds[name] = kind
    if not kinds:
        raise InvalidRule("it has no optimizer: write a subclass of Optimizer with a rule")
    return RuleFile(text, kinds)


def make_findable(module: ModuleType, kind: type[Optimizer]) -> None:
    """Let pickle find a class in its module, whatever name the file gives it."""
    free = vars(module).get(kind.__name__, kind) is kind
    kind.__qualname__ = kind.__name__ if free else f"_{kind.__name__}"
    setattr(module, kind.__qualname__, kind)


def read(path: Path) -> str:
    """The file's content."""
    try:
        return path.read_text(encoding="utf-8-sig")  # Windows' editors write a mark before it
    except OSError as error:
        mistaken = (
            f"; the optimizers that race are set by {OPTION}s" if path.name.lower() in RULES else ""
        )
        raise InvalidRule(f"it cannot be read: {error.strerror}{mistaken}") from None
    except UnicodeDecodeError:
        raise InvalidRule("it cannot be read: it is not UTF-8 text") from None


def module_name(path: Path) -> str:
    """The name under which a file is run, the same in every process."""
    digest = hashlib.sha256(str(path).encode()).hexdigest()[:8]
    stem = re.sub(r"\W", "_", path.stem)
    return f"optviz_rules_{stem}_{digest}"


def run(path: Path, text: str) -> ModuleType:
    """Run the file as a module under a name of its own; pickles find its optimizers there."""
    module = ModuleType(module_name(path))
    sys.modules[module.__name__] = module  # dataclasses and pickles look there
    try:
        exec(compile(text, str(path), "exec", dont_inherit=True), vars(module))
    except (Exception, SystemExit) as error:
        del sys.modules[module.__name__]
        raise InvalidRule(in_words(error) + hint(error), line_of(error, str(path))) from None
    for kind in defined_in(module):
        make_findable(module, kind)
    RAN[module.__name__] = str(path), text
    return module


def hint(error: BaseException) -> str:
    """Advice for a dataclass that is not frozen, which fails when the class is made."""
    frozen = isinstance(error, TypeError) and "non-frozen dataclass" in str(error)
    return "; write @dataclass(frozen=True) above the class" if frozen else ""


def defined_in(module: ModuleType) -> list[type[Optimizer]]:
    """The optimizers that a module makes itself, in its order, not those that it imports."""
    values = vars(module).values()
    kinds = [each if isinstance(each, type) else type(each) for each in values]
    return [
        kind
        for kind in dict.fromkeys(kinds)
        if issubclass(kind, Optimizer)
        and kind.__module__ == module.__name__
        and not inspect.isabstract(kind)
    ]
