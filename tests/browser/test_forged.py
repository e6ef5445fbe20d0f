"""Forged messages: whatever a browser sends, its page stands and the log stays quiet."""

from collections.abc import Iterator
from typing import Any

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg

from tests.browser.forger import Forger, forging
from tests.browser.server import Server

DEEP = "[" * 10_000 + "]" * 10_000
LONG = "9" * 5_000
VALUES = ["1", "[1,2,3]", '"x"', "null", "{}", '{"start":1}', '{"start":["a","b"]}', DEEP, LONG]
VALUES += ['{"start":[NaN,Infinity]}', f'{{"start":[1,{LONG}]}}', f'{{"start":{DEEP}}}', "no JSON"]
VALUES += [
    '{"turn":"abc"}',
    '{"turn":1e400}',
    '{"turn":1}',
    '{"answer":[1]}',
    '{"answer":"nobody"}',
]
VALUES += [
    '{"settings":{"SGD":{"lr":"x"}}}',
    '{"settings":1}',
    '{"start":[1e308,1e308],"serial":"x"}',
]
FORMS: dict[str, Any] = {
    "double_value": float("nan"),
    "string_value": "nope",
    "string_array_value": ["nope"],
    "json_value": DEEP,
}


@pytest.fixture
def forger(server: Server, request: pytest.FixtureRequest) -> Iterator[Forger]:
    before = server.log
    with forging(server.address, request.param) as forger:
        yield forger
        assert forger.run().stands
    assert server.log == before


@pytest.mark.parametrize("forger", ["", "room=lessons"], indirect=True, ids=["race", "lesson"])
def test_a_page_stands_after_anything_that_its_player_may_say(forger: Forger) -> None:
    (key,) = (each for each in forger.ids if each.endswith("player"))
    for value in VALUES:
        said = f'{{"chosen":{value},"lesson":{value}}}'
        assert forger.run(forger.state(key, "json_value", said)).stands, value
        assert forger.run(forger.state(key, "json_value", value)).stands, value
        told = f'[{{"event":"lesson","value":{value}}}]'
        assert forger.run(forger.state(key, "json_trigger_value", told)).stands, value


@pytest.mark.parametrize("forger", ["preset=rate&rate=.01"], indirect=True)
def test_a_page_stands_after_any_form_of_value_for_any_field(forger: Forger) -> None:
    opened = forger.run(forger.state("beale/adam/open", "bool_value", True))
    assert opened.stands
    kinds = {key.rpartition("/")[2]: key for key in forger.ids}  # one of each
    for key in kinds.values():
        for form, value in FORMS.items():
            assert forger.run(forger.state(key, form, value)).stands, (key, form)


@pytest.mark.parametrize("forger", [""], indirect=True)
def test_what_cannot_be_used_is_named(forger: Forger) -> None:
    for said in ('{"chosen":{"start":[1]}}', f'{{"chosen":{DEEP}}}'):
        run = forger.run(forger.state("player", "json_value", said))
        assert "Of what the browser sent this cannot be used" in run.alerts[0]


@pytest.mark.parametrize("forger", [""], indirect=True)
def test_only_what_a_page_needs_is_done(forger: Forger) -> None:
    """The rest of what Streamlit offers is for those who write an app."""
    assert forger.begun.new_session.main_script_path == "script.py"
    for name in ("clear_cache", "load_git_info", "set_run_on_save", "debug_shutdown_runtime"):
        message = BackMsg()
        setattr(message, name, True)
        forger.send(message.SerializeToString())
    forger.send(b"\xff\xff no message")
    assert forger.run().stands
