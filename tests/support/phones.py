"""A server of rooms alone, and phones that are connections to it."""

import contextlib
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import uvicorn
from starlette.applications import Starlette
from starlette.routing import BaseRoute
from websockets.sync.client import ClientConnection, connect

from optviz.room.routes import routes
from optviz.room.server import lifespan
from tests.support.ports import free_port, wait_for

PATIENCE = 60  # s


class RoomsAlone:
    """The routes of rooms, and more if given, served by the server that serves the app."""

    def __init__(self, port: int = 0, more: Sequence[BaseRoute] = ()) -> None:
        app = Starlette(routes=[*routes(), *more], lifespan=lifespan)
        self._server = uvicorn.Server(
            uvicorn.Config(app, port=port, log_level="error", ws_per_message_deflate=False)
        )
        self._thread = threading.Thread(target=self._server.run)

    def serve(self) -> None:
        """Serve in this thread."""
        self._server.run()

    def start(self) -> None:
        """Serve, by a port that is free."""
        self._thread.start()
        end = time.monotonic() + PATIENCE
        while not self._server.started:
            assert time.monotonic() < end, "no server"
            time.sleep(0.01)
        self.port = self._server.servers[0].sockets[0].getsockname()[1]

    def stop(self) -> None:
        """End it, and all connections to it."""
        self._server.should_exit = True
        self._thread.join(PATIENCE)
        assert not self._thread.is_alive()

    def get(self, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
        """What is answered: status, headers in small letters, content as it came."""
        asked = Request(f"http://127.0.0.1:{self.port}{path}", headers=headers)
        try:
            with urlopen(asked, timeout=PATIENCE) as answer:
                return answer.status, small(answer.headers), answer.read()
        except HTTPError as error:
            with error:
                return error.code, small(error.headers), error.read()

    @contextlib.contextmanager
    def phone(self, code: str, origin: str | None = None, **hello: Any) -> Iterator["Phone"]:
        """A phone or screen that says who it is; with no words, one that says nothing."""
        with phone_at(self.port, code, origin, **hello) as phone:
            yield phone


@contextlib.contextmanager
def phone_at(port: int, code: str, origin: str | None = None, **hello: Any) -> Iterator["Phone"]:
    """A phone or screen at a server of this machine."""
    with phone_of(f"http://127.0.0.1:{port}", code, origin, **hello) as phone:
        yield phone


@contextlib.contextmanager
def phone_of(address: str, code: str, origin: str | None = None, **hello: Any) -> Iterator["Phone"]:
    """The same, at the server with this address."""
    line = f"{address.replace('http', 'ws', 1)}/room/{code}/live"
    headers = {"Origin": origin} if origin else None
    # No pings: where a test does not take what it is told, their answers wait behind that.
    with connect(line, additional_headers=headers, ping_interval=None, close_timeout=1) as session:
        phone = Phone(session)
        if hello:
            phone.send(op="hello", **hello)
            phone.take()
        yield phone


@contextlib.contextmanager
def rooms_process(redis: str) -> Iterator[tuple[int, "subprocess.Popen[bytes]"]]:
    """A server of rooms alone in a process that can be killed: its port and the process."""
    port = free_port()
    command = [sys.executable, "-m", "tests.support.phones", str(port)]
    process = subprocess.Popen(command, env=os.environ | {"OPTVIZ_REDIS": redis})
    try:
        wait_for(port)
        yield port, process
    finally:
        process.kill()
        process.wait()


def small(headers: Any) -> dict[str, str]:
    return {name.lower(): value for name, value in headers.items()}


class Phone:
    """A connection, and the newest of each kind that it was told."""

    def __init__(self, session: ClientConnection) -> None:
        self.session = session
        self.told: dict[str, Any] = {}

    def send(self, **message: Any) -> None:
        """Say something."""
        self.session.send(json.dumps(message))

    def take(self) -> None:
        """Wait for the next message."""
        self.told |= json.loads(self.session.recv(PATIENCE))

    def hear(self, kind: str) -> Any:
        """The newest message of this kind that was not heard yet, or the next."""
        while kind not in self.told:
            self.take()
        return self.told.pop(kind)

    def until(self, kind: str, value: Any) -> None:
        """Wait until this was told last."""
        while self.told.get(kind) != value:
            self.take()

    def room(self, serial: int = 0) -> dict[str, Any]:
        """The room, once it has changed so often."""
        while self.told.get("room", {}).get("serial", -1) < serial:
            self.take()
        room: dict[str, Any] = self.told["room"]
        return room


def voter(n: int) -> str:
    """What a phone calls itself."""
    return f"voter-{n:016d}"


if __name__ == "__main__":
    RoomsAlone(int(sys.argv[1])).serve()
