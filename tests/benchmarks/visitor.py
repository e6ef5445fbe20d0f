"""A visitor without a browser: speaks with the app's server as Streamlit's page does.

It keeps what a page keeps, the state of every field it was sent, and sends all of it with each
change. Fragments that run by themselves are run as often as the server wishes.
"""

import asyncio
import json
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType
from typing import Any

from streamlit.components.v2.bidi_component.main import _make_trigger_id
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

WHOLE = ForwardMsg.FINISHED_SUCCESSFULLY  # the page ran to its end, not only a part of it
PATIENCE = 60  # s; who waits longer for an answer counts it as an error


class Visitor:
    """One page of the app.

    Attributes:
        race: of the last payload that came, its header's "race"; {} before the first.
        live: of the last sweep or map, what a browser computes it with; {} where Python does.
        errors: a sentence on everything that went wrong.
        files: how many files were offered for saving, each as often as the page ran with it.
        studies: how many results of sweeps and maps came, partial ones too.
        runs: how often the whole page has run to its end.
        bytes: how many came.
    """

    def __init__(self, address: str, query: str = "", *, waits: bool = True) -> None:
        """Not connected yet.

        Args:
            address: of the server.
            query: of the page's address.
            waits: whether the page counts as open only with its race.
        """
        self._query = query
        self._waits = waits
        self.race: dict[str, Any] = {}
        self.live: dict[str, Any] = {}
        self.errors: list[str] = []
        self.files = self.studies = 0
        self.runs = 0
        self.bytes = 0
        self._player = ""  # its id
        self._serial = 0  # of what was let go in it
        self._buttons: dict[str, str] = {}  # their ids, by their labels
        self._address = address.replace("http", "ws") + "/_stcore/stream"
        self._fields: dict[str, WidgetState] = {}  # by the app's keys
        self._seen: set[str] = set()  # of these fields, those of the newest run
        self._repeating: dict[str, asyncio.Task[None]] = {}  # by the fragments' ids
        self._known: list[str] = []  # messages that need not be sent again, by their hashes
        self._news = asyncio.Event()
        self._socket: ClientConnection | None = None
        self._listening: asyncio.Task[None] | None = None

    async def __aenter__(self) -> "Visitor":
        """Open the page and wait for its race."""
        self._socket = await connect(self._address, subprotocols=["streamlit"], max_size=None)  # type: ignore[list-item]
        self._listening = asyncio.create_task(self._listen())
        await self._send()
        if self._waits:
            await self.until(lambda: self.race)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for task in [*self._repeating.values(), self._listening]:
            assert task is not None
            task.cancel()
        assert self._socket is not None
        await self._socket.close()

    async def set(self, field: str, value: str | float | bool | list[str]) -> None:
        """Change a field, by the app's key, once the page has it, and let the page run."""
        await self.until(lambda: field in self._fields)
        if field not in self._fields:
            return
        state = self._fields[field]
        if isinstance(value, list):
            state.string_array_value.data[:] = value
        elif isinstance(value, bool):
            state.bool_value = value
        elif isinstance(value, str):
            state.string_value = value
        else:
            state.double_value = value
        await self._send()

    async def choose(self, wish: dict[str, Any]) -> None:
        """Let go what was dragged in the player, once there is one."""
        await self.until(lambda: self._player)
        self._serial += 1
        said = {"chosen": wish | {"serial": self._serial, "surface": self.race["surface"]}}
        self._fields["player"] = WidgetState(id=self._player, json_value=json.dumps(said))
        await self._send()

    async def tell(self, event: str, said: dict[str, Any]) -> None:
        """Send what the page's component tells once."""
        heard = WidgetState(id=_make_trigger_id(self._player, "events"))
        heard.json_trigger_value = json.dumps([{"event": event, "value": said}])
        await self._send(heard)

    async def press(self, label: str) -> None:
        """Press the button of this name."""
        await self._send(WidgetState(id=self._buttons[label], trigger_value=True))

    @property
    def working(self) -> bool:
        """Whether a part of the page runs by itself, as it does during long work."""
        return bool(self._repeating)

    def offers(self, label: str) -> bool:
        """Whether the page has had a button of this name."""
        return label in self._buttons

    async def until(self, holds: Callable[[], object]) -> None:
        """Wait for messages until this is so; after long, or without a server, an error."""
        try:
            async with asyncio.timeout(PATIENCE):
                while not holds():
                    self._news.clear()
                    await self._news.wait()
        except TimeoutError:
            self.errors.append(f"no answer within {PATIENCE} s")

    async def _send(self, pressed: WidgetState | None = None, fragment: str = "") -> None:
        message = BackMsg()
        message.rerun_script.query_string = self._query
        message.rerun_script.fragment_id = fragment
        message.rerun_script.is_auto_rerun = bool(fragment)
        message.rerun_script.cached_message_hashes.extend(self._known)
        message.rerun_script.widget_states.widgets.extend(self._fields.values())
        if pressed:
            message.rerun_script.widget_states.widgets.append(pressed)
        assert self._socket is not None
        with suppress(ConnectionClosed):  # the listener tells
            await self._socket.send(message.SerializeToString())

    async def _listen(self) -> None:
        assert self._socket is not None
        try:
            async for raw in self._socket:
                assert isinstance(raw, bytes)
                self.bytes += len(raw)
                self._take(ForwardMsg.FromString(raw))
                self._news.set()
        except ConnectionClosed:
            self.errors.append("the server closed the connection")

    def _take(self, message: ForwardMsg) -> None:
        kind = message.WhichOneof("type")
        if kind == "new_session" and not message.metadata.run.fragment_ids:
            for each in list(self._repeating):
                self._stop(each)
        elif kind == "auto_rerun":
            self._begin(message.auto_rerun.fragment_id, message.auto_rerun.interval)
        elif kind == "stop_auto_rerun":
            for each in message.stop_auto_rerun.fragment_ids:
                self._stop(each)
        elif kind == "script_finished" and message.script_finished == WHOLE:
            self._fields = {key: self._fields[key] for key in self._seen}
            self._seen.clear()
            self.runs += 1
        elif kind == "delta":
            if message.metadata.cacheable:
                self._known = [message.hash]
            if message.delta.WhichOneof("type") == "add_block":
                self._hold("block", message.delta.add_block.expandable)
            elif message.delta.WhichOneof("type") == "new_element":
                element = message.delta.new_element
                name = str(element.WhichOneof("type"))
                self._show(name, getattr(element, name))

    def _show(self, kind: str, element: Any) -> None:
        if kind == "bidi_component" and element.bytes:
            self._player = element.id
            size = int.from_bytes(element.bytes[:4], "little")
            content = json.loads(element.bytes[4 : 4 + size])
            self.race = content.get("race", self.race)
            self.studies += "kind" in content
            self.live = content.get("live") or {}
        elif kind == "exception":
            self.errors.append(f"{element.type}: {element.message}")
        elif kind == "button":
            self._buttons[element.label] = element.id
        elif kind == "download_button":
            self.files += 1
        else:
            self._hold(kind, element)

    def _hold(self, kind: str, element: Any) -> None:
        """Keep a field; what the visitor has set in it stays, unless the server sets another."""
        if kind not in HOLDS or not element.id:
            return
        key = element.id.split("-", 2)[2]  # of "$$ID-hash-key"
        self._seen.add(key)
        if key not in self._fields or (kind != "block" and element.set_value):
            self._fields[key] = HOLDS[kind](element)

    def _begin(self, fragment: str, interval: float) -> None:
        self._stop(fragment)
        self._repeating[fragment] = asyncio.create_task(self._repeat(fragment, interval))

    def _stop(self, fragment: str) -> None:
        if fragment in self._repeating:
            self._repeating.pop(fragment).cancel()

    async def _repeat(self, fragment: str, interval: float) -> None:
        while True:
            await asyncio.sleep(interval)
            await self._send(fragment=fragment)


def pressed_in(element: Any) -> WidgetState:
    """A group of buttons, with those that are pressed."""
    state = WidgetState(id=element.id)
    default = [element.options[each].content for each in element.default]
    state.string_array_value.data.extend(element.raw_values if element.set_value else default)
    return state


def chosen_in(element: Any) -> WidgetState:
    """A list, with the entry that is chosen."""
    own = element.options[element.default] if element.options else ""
    return WidgetState(id=element.id, string_value=element.raw_value or own)


def text_in(element: Any) -> WidgetState:
    """A text field with its text."""
    value = element.value if element.set_value else element.default
    return WidgetState(id=element.id, string_value=value)


# What a field holds when it comes, for the kinds of fields that the app has most of.
HOLDS: dict[str, Callable[[Any], WidgetState]] = {
    "text_input": text_in,
    "selectbox": chosen_in,
    "button_group": pressed_in,
    "block": lambda box: WidgetState(id=box.id, bool_value=box.expanded),
}
