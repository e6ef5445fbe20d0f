"""The page's fields as a visitor changes them, and what comes of that in the player."""

from typing import Any

from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import ButtonGroup, TextInput

from optviz.pages.number_field import typed
from optviz.spec.parsing import number
from tests.support.messages import sent


def losses(app: AppTest) -> dict[str, Any]:
    return {run["name"]: run["loss"] for run in sent(app)["race"]["runs"]}


def origins(app: AppTest) -> set[str]:
    return {run["origin"] for run in sent(app)["race"]["runs"]}


def field(app: AppTest, key: str) -> TextInput:
    """A number's field; an optimizer's are there once its box is open."""
    if key.count("/") == 2:
        app.session_state[f"{key.rpartition('/')[0]}/open"] = True
        app.run()
    return app.text_input(key=typed(key))


def number_in(app: AppTest, key: str) -> float:
    """The number that a field shows."""
    return number(field(app, key).value or "")


def set_number(app: AppTest, key: str, value: float | str) -> None:
    """Type a number as Python writes it, or any text."""
    field(app, key).set_value(str(value)).run()


def choose_optimizers(app: AppTest, names: list[str]) -> None:
    pills = app.get("button_group")[1]
    assert isinstance(pills, ButtonGroup)
    pills.set_value(names).run()


def choose(app: AppTest, key: str) -> None:
    """Show another scene, as a click on its picture does."""
    app.session_state["scene"] = key
    app.run()
