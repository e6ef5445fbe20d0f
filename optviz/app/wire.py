"""What goes over the websocket to the browser: without where on this machine the app lies."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from optviz.app.script import SCRIPT

NAME = SCRIPT.name  # what the browser is told in place of the path


class Wire:
    """ASGI middleware that changes the messages of a page's websocket."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on."""
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return

        async def tell(message: Message) -> None:
            if data := message.get("bytes"):
                message = {**message, "bytes": without_path(data)}
            await send(message)

        await self.app(scope, receive, tell)


PATH = str(SCRIPT).encode()


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
    changed: bytes = message.SerializeToString()
    return changed
