"""optviz in the browser. Start it with `streamlit run app.py`."""

import streamlit as st

from optviz.app.middleware import middleware
from optviz.app.routes import routes
from optviz.app.script import SCRIPT
from optviz.room.server import lifespan

app = st.App(SCRIPT, routes=routes(), middleware=middleware(), lifespan=lifespan)
