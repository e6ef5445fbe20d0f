"""Scenes chosen from their pictures."""

from dataclasses import replace
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
    keys = [card["key"] for group in offered_groups(()) for card in group["scenes"]]
    assert sorted(keys) == sorted([*CATALOG, "formula", "data"])


def test_scenes_of_users_files_are_offered_behind_them(monkeypatch: pytest.MonkeyPatch) -> None:
    mine = replace(CATALOG["beale"], name="Mine", source="mine.py, with its defaults")
    monkeypatch.setitem(CATALOG, "mine", mine)
    first, *_ = offered_groups(("mine",))
    assert first["scenes"][-1] == {
        "key": "mine",
        "name": "Mine",
        "about": "From mine.py, with its defaults.",
        "mark": "mine",
    }


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
