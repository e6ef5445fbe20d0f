"""Scenes chosen from their pictures."""

from typing import Any

import pytest
import streamlit as st

from optviz.pages.messages import complaints
from optviz.pages.scene_gallery import offered_groups, take
from optviz.scenes.catalog import CATALOG


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The session's state."""
    state: dict[str, Any] = {"scene": "beale"}
    monkeypatch.setattr(st, "session_state", state)
    return state


def test_all_scenes_and_what_visitors_bring_are_offered() -> None:
    keys = [card["key"] for group in offered_groups() for card in group["scenes"]]
    assert sorted(keys) == sorted([*CATALOG, "formula", "data"])


@pytest.mark.parametrize("key", ["saddle_point", "bias", "adam-eps", "formula", "data"])
def test_what_is_clicked_is_shown(held: dict[str, Any], key: str) -> None:
    held["gallery"] = {"scene": {"key": key}}
    take()
    assert held["scene"] == key
    assert not complaints()


@pytest.mark.parametrize("said", [{"key": "nope"}, {"key": 3}, {"key": "../x"}, {}, "beale", None])
def test_what_is_not_offered_changes_nothing(held: dict[str, Any], said: object) -> None:
    held["gallery"] = {"scene": said}
    take()
    assert held["scene"] == "beale"
    assert bool(complaints()) == (said not in ({}, None))
