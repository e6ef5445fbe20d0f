"""The widget of notebooks without a browser: what it refuses, and what is saved of it."""

import base64
from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from optviz.notebook.widget import RaceWidget
from optviz.optimizers import SGD
from optviz.race import race


def test_what_is_no_question_leaves_the_race_as_it_was() -> None:
    widget = RaceWidget("beale")
    nonsenses: list[Any] = [{"serial": "x"}, {"steps": []}, {"entrants": [7]}, {"start": 3}]
    for nonsense in nonsenses:
        widget.problem = ""
        widget._asked = nonsense
        assert widget.problem.endswith("The race stays as it was.")
    with pytest.raises(ValueError, match="is no point"):
        widget.start = (float("nan"), 1)
    assert widget.start == (1.0, 1.6)
    assert widget.race.start.tolist() == [1.0, 1.6]


def test_a_race_longer_than_the_page_offers_keeps_its_length() -> None:
    widget = RaceWidget(race("beale", [SGD(lr=1e-4)], steps=1_500))
    widget.start = (2, 1)
    assert (widget.race.steps, widget.race.start.tolist()) == (1_500, [2, 1])


def test_its_race_is_saved_as_a_picture_and_words() -> None:
    """For where no kernel answers; HTML would not let the picture be chosen."""
    widget = RaceWidget("beale")
    widget.start = (2, 1)
    shown, _ = widget._repr_mimebundle_()
    live = "application/vnd.jupyter.widget-view+json"
    assert sorted(shown) == [live, "image/png", "text/plain"]
    assert shown["text/plain"] == repr(widget) == repr(widget.race)
    assert shown["image/png"] == widget.race._repr_mimebundle_()["image/png"]
    assert Image.open(BytesIO(base64.b64decode(shown["image/png"]))).size == (640, 480)
    assert "start x, y = 2, 1" in repr(widget)
