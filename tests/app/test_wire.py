"""What the browser is told, and what it may tell."""

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from optviz.app.script import SCRIPT
from optviz.app.wire import without_path


def test_the_browser_is_not_told_where_the_app_lies() -> None:
    begun = ForwardMsg()
    begun.new_session.main_script_path = str(SCRIPT)
    begun.new_session.page_script_hash = "hash"
    told = ForwardMsg.FromString(without_path(begun.SerializeToString()))
    assert told.new_session.main_script_path == "script.py"
    assert told.new_session.page_script_hash == "hash"


def test_other_messages_are_passed_on_as_they_are() -> None:
    other = ForwardMsg()
    other.delta.new_element.alert.body = f"a sentence with {SCRIPT}"
    assert without_path(other.SerializeToString()) == other.SerializeToString()
    assert without_path(b"\xff\xff") == b"\xff\xff"
