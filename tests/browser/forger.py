"""A browser that says what it likes: a page's websocket without Streamlit's JavaScript."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

from tests.support.messages import EVENTS
from tests.support.patience import PATIENCE

STREAMLIT = Subprotocol("streamlit")


@contextmanager
def forging(address: str, query: str = "") -> Iterator["Forger"]:
    """A page that is open."""
    stream = address.replace("http", "ws", 1) + "/_stcore/stream"
    with connect(stream, origin=Origin(address), subprotocols=[STREAMLIT], max_size=None) as socket:
        yield Forger(socket, query)


class Forger:
    """A page; `run` sends a message and returns what its run said."""

    def __init__(self, socket: ClientConnection, query: str) -> None:
        self._socket = socket
        self._query, self._hash = query, ""
        self.ids: dict[str, str] = {}  # a widget's key -> its id
        self.begun = ForwardMsg()
        self.run()

    def state(self, key: str, form: str, value: Any) -> WidgetState:
        """A widget's value; of a component's triggers with the form `json_trigger_value`."""
        name = self.ids[key]
        state = WidgetState(id=EVENTS.format(name) if form == "json_trigger_value" else name)
        if form.endswith("array_value"):
            getattr(state, form).data.extend(value)
        else:
            setattr(state, form, value)
        return state

    def send(self, data: bytes) -> None:
        """Anything at all."""
        self._socket.send(data)

    def run(self, *states: WidgetState) -> "Run":
        """Have the page run with these values."""
        message = BackMsg()
        message.rerun_script.query_string = self._query
        message.rerun_script.page_script_hash = self._hash
        message.rerun_script.widget_states.widgets.extend(states)
        self.send(message.SerializeToString())
        return self.hear()

    def hear(self) -> "Run":
        """What is said until the run ends."""
        run = Run()
        while True:
            message = ForwardMsg.FromString(self._socket.recv(timeout=PATIENCE))
            kind = message.WhichOneof("type")
            if kind == "new_session":
                self.begun, self._hash = message, message.new_session.page_script_hash
            elif kind == "delta":
                self._note(message.delta, run)
            elif kind == "script_finished" and message.script_finished < 2:
                return run

    def _note(self, delta: Any, run: "Run") -> None:
        if delta.WhichOneof("type") == "add_block":
            self._know(delta.add_block.id)
            return
        kind = delta.new_element.WhichOneof("type")
        shown: Any = getattr(delta.new_element, kind) if kind else None
        self._know(getattr(shown, "id", ""))
        run.elements.append(kind or "")
        if kind == "alert":
            run.alerts.append(shown.body)

    def _know(self, name: str) -> None:
        if name.startswith("$$ID-"):
            self.ids[name.split("-", 2)[2]] = name


class Run:
    """What a run of the page showed."""

    def __init__(self) -> None:
        self.elements: list[str] = []
        self.alerts: list[str] = []

    @property
    def stands(self) -> bool:
        """Whether the page is whole: no traceback, and its sidebar is there."""
        return "exception" not in self.elements and "selectbox" in self.elements
