"""What the player is sent, read by its description alone."""

import json
import struct
from typing import Any

import numpy as np
from streamlit.testing.v1 import AppTest


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


def payload(app: AppTest) -> bytes:
    """The same, packed."""
    (data,) = payloads(app)
    return data


def payloads(app: AppTest) -> list[bytes]:
    """What a player or an explorer was sent; other components get JSON."""
    return [each.proto.bytes for each in app.get("bidi_component") if each.proto.bytes]
