"""The app with rooms open, for the benchmark: `python -m tests.benchmarks.room_app PORT ROOMS`.

Prints a line of JSON for each room: its code, the teacher's token and the invitation.
"""

import json
import sys
import threading
import time
from dataclasses import asdict

import streamlit as st

from optviz.app.middleware import middleware
from optviz.app.routes import routes
from optviz.app.script import SCRIPT
from optviz.room import server, service


def open_rooms(number: int) -> None:
    """Open them as soon as the server serves."""
    while not server.running:
        time.sleep(0.05)
    for _ in range(number):
        print(json.dumps(asdict(service.open_room())), flush=True)


if __name__ == "__main__":
    threading.Thread(target=open_rooms, args=[int(sys.argv[2])], daemon=True).start()
    config: dict[str, str | int] = {
        "server.port": int(sys.argv[1]),
        "server.headless": True,
        "server.fileWatcherType": "none",
    }
    sys.argv[1:] = []
    app = st.App(SCRIPT, routes=routes(), middleware=middleware(), lifespan=server.lifespan)
    app.run(config=config)
