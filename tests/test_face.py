"""What `import optviz` offers, what it costs, and that its example is true."""

import doctest
import json
import pydoc
import re
import subprocess
import sys
from types import FunctionType

import pytest

import optviz
from optviz.optimizers import OPTIMIZERS

HEAVY = ("matplotlib", "streamlit", "sklearn")


def imported(statement: str) -> list[str]:
    """The heavy libraries that a statement imports in a fresh process."""
    code = f"""
import json, sys
{statement}
print(json.dumps([each for each in {HEAVY!r} if each in sys.modules]))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    heavy: list[str] = json.loads(done.stdout)
    return heavy


@pytest.mark.parametrize(
    "statement",
    [
        "import optviz",
        "from optviz import race, Adam; race.__call__, Adam()",
        "from optviz import SCENES, SURFACES, Race, Scene, Surface, basins, sweep, tune",
        "import optviz; dir(optviz), optviz.__doc__, optviz.__version__",
    ],
)
def test_what_does_not_draw_imports_nothing_heavy(statement: str) -> None:
    assert imported(statement) == []


def test_the_page_waits_with_what_only_some_visitors_need() -> None:
    """scikit-learn takes a second and 140 MB; the moons and the digits alone need it."""
    assert imported("import optviz.pages.main") == ["streamlit"]


def test_every_name_is_there_and_is_listed() -> None:
    assert set(optviz.HOME) == set(optviz.__all__) - {"__version__"}
    assert {kind.__name__ for kind in OPTIMIZERS.values()} <= set(optviz.__all__)
    assert set(optviz.__all__) <= set(dir(optviz))
    for name, module in optviz.HOME.items():
        assert getattr(optviz, name) is getattr(sys.modules[module], name)


def test_a_name_that_is_not_there_is_named() -> None:
    with pytest.raises(AttributeError, match="'optviz' has no attribute 'Adan'"):
        optviz.Adan  # noqa: B018


@pytest.mark.parametrize(
    ("name", "module"), [("race", "race"), ("race", "scenes"), ("export", "export.formats")]
)
def test_functions_stay_functions_when_modules_of_their_names_are_imported(
    name: str, module: str
) -> None:
    code = f"""
import optviz, types
import optviz.{module}
assert isinstance(optviz.{name}, types.FunctionType)
from optviz import {name}
from optviz.{name} import {name} as inner
assert {name} is inner is optviz.{name}
"""
    subprocess.run([sys.executable, "-c", code], check=True)


def test_help_teaches_and_its_example_is_true() -> None:
    assert isinstance(optviz.race, FunctionType)
    said = pydoc.plain(pydoc.render_doc(optviz))
    for name in optviz.HOME:
        assert re.search(rf"\b{name}\b", said)
    assert optviz.__version__ in said
    failed, tried = doctest.testmod(optviz)
    assert tried > 2
    assert not failed
