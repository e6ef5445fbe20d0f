"""What the player is sent, read by its description alone."""

import json
import struct
from typing import Any

import numpy as np
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.testing.v1 import AppTest

EVENTS = "$$STREAMLIT_INTERNAL_KEY_{}__events"  # the id of a component's triggers


def header_of(data: bytes) -> tuple[str, bytes]:
    """The header's text, and the arrays behind it."""
    (length,) = struct.unpack_from("<I", data)
    assert (4 + length) % 8 == 0
    return data[4 : 4 + length].decode(), data[4 + length :]


def unpack(data: bytes) -> Any:
    """The content of a payload, read by its description alone."""
    text, arrays = header_of(data)

    def revive(entry: dict[str, Any]) -> Any:
        if entry.keys() != {"at", "type", "shape"}:
            return entry
        assert entry["at"] % 8 == 0
        count = int(np.prod(entry["shape"], dtype=int))
        array = np.frombuffer(arrays, f"<{entry['type']}", count, entry["at"])
        return array.reshape(entry["shape"])

    def refuse(constant: str) -> None:
        raise AssertionError(f"{constant} is not JSON")

    return json.loads(text, object_hook=revive, parse_constant=refuse)


def sent(app: AppTest) -> Any:
    """What the player was sent, as unpacked content."""
    return unpack(payload(app))


def tell(app: AppTest, event: str, wish: dict[str, Any]) -> None:
    """Have the player tell something, as when a slide is turned in it, and the page run again."""
    (component,) = app.get("bidi_component")
    states = app._tree.get_widget_states()
    said = json.dumps([{"event": event, "value": wish}])
    name = EVENTS.format(component.proto.id)
    states.widgets.append(WidgetState(id=name, json_trigger_value=said))
    app._run(states)


def payload(app: AppTest) -> bytes:
    """The same, packed."""
    (data,) = payloads(app)
    return data


def payloads(app: AppTest) -> list[bytes]:
    """What a player or an explorer was sent; other components get JSON."""
    return [each.proto.bytes for each in app.get("bidi_component") if each.proto.bytes]
