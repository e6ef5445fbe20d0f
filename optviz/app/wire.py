"""What goes over the websocket between a page and its browser, put right on its way.

Streamlit trusts its own JavaScript: a value of another type than a widget has, or JSON that Python
cannot read, ends the page in a traceback before any line of ours runs. So it is sorted out here.
"""

import json
import math
import re
from collections.abc import Callable, Sequence

from google.protobuf.message import DecodeError
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

from optviz.app.script import SCRIPT
from optviz.pages.messages import JSON, LARGEST, NUMBER, TABLES, UNREADABLE, form_of, readable

PATH, NAME = str(SCRIPT).encode(), SCRIPT.name  # the browser is told the name in the path's place

PAGES = "/_stcore/stream"  # the path of pages' websockets; what rooms say there is their own

# What a page's browser may ask for. The rest of Streamlit's own is for those who write an app:
# clearing the caches of all visitors, what git says of the folder, installing files.
ASKED = {"rerun_script", "stop_script", "app_heartbeat"}
KEY = re.compile(r"\$\$ID-[0-9a-f]{32}-(.*)", re.DOTALL)  # in a widget's id, the key behind it
EVENTS = "__events"  # ends the id of a component's triggers
TRIGGERS = "json_trigger_value"
GIVES = f"data/box{EVENTS}"  # by which a table comes
MOST = 1_000  # values of one widget


class Wire:
    """ASGI middleware that changes the messages of a page's websocket."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on, but for what must not pass."""
        if scope["type"] != "websocket" or not scope["path"].endswith(PAGES):
            await self.app(scope, receive, send)
            return

        async def tell(message: Message) -> None:
            await send(changed(message, without_path))

        async def hear() -> Message:
            return changed(await receive(), possible)

        await self.app(scope, hear, tell)


def changed(message: Message, change: Callable[[bytes], bytes]) -> Message:
    """A message with its bytes changed, if it has some."""
    data = message.get("bytes")
    return {**message, "bytes": change(data)} if data else message


def without_path(data: bytes) -> bytes:
    """A message for the browser, with the script's name where Streamlit tells its path.

    Only the message that begins a run has it. The browser takes it for a mark of the app, and any
    constant will do.
    """
    if PATH not in data:
        return data
    message = ForwardMsg.FromString(data)
    if message.WhichOneof("type") != "new_session":
        return data
    message.new_session.main_script_path = NAME
    told: bytes = message.SerializeToString()
    return told


def possible(data: bytes) -> bytes:
    """What is possible of a browser's message; where nothing is, a sign of life."""
    message = BackMsg()
    try:
        message.ParseFromString(data)
    except DecodeError:
        return alive()
    if message.WhichOneof("type") not in ASKED:
        return alive()
    widgets = message.rerun_script.widget_states.widgets
    wrong = [place for place, each in enumerate(widgets) if not is_possible(each)]
    for place in reversed(wrong):
        put_right(widgets, place)
    heard: bytes = message.SerializeToString() if wrong else data
    return heard


def alive() -> bytes:
    """A message without consequences."""
    message = BackMsg()
    message.app_heartbeat = True
    data: bytes = message.SerializeToString()
    return data


def is_possible(state: WidgetState) -> bool:
    """Whether a widget's value is of the form that the widget has, and can be read."""
    found = KEY.search(state.id)
    form, key = state.WhichOneof("value"), found.group(1) if found else ""
    if key.endswith(EVENTS):
        largest = TABLES if key == GIVES else LARGEST
        return form == TRIGGERS and readable(state.json_trigger_value, list, largest)
    if form is None:  # a field that was emptied
        return True
    if form != form_of(key):
        return False
    if form == JSON:
        return readable(state.json_value)
    value = getattr(state, form)
    if isinstance(value, str):
        return len(value) <= LARGEST
    return can_be_held(form, getattr(value, "data", []))


def can_be_held(form: str, values: Sequence[str | float]) -> bool:
    """Whether a widget can have these values: so many, and numbers that are finite."""
    few = len(values) == 1 if form == NUMBER else len(values) <= MOST
    return few and all(isinstance(each, str) or math.isfinite(each) for each in values)


def put_right(widgets: list[WidgetState], place: int) -> None:
    """Take a value out that is not possible; of a component's state a word stays, for the page."""
    if widgets[place].WhichOneof("value") == JSON and form_of_id(widgets[place].id) == JSON:
        widgets[place].json_value = json.dumps({UNREADABLE: True})
    else:
        del widgets[place]


def form_of_id(name: str) -> str:
    """The form of the widget with this id."""
    found = KEY.search(name)
    return form_of(found.group(1)) if found else ""
