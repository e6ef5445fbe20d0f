"""The box that makes a file of what is shown; what is in it is in `export`."""

from typing import Any

import streamlit as st

from optviz.pages.job_view import Later
from optviz.server.memory import tune_gc
from optviz.spec.race_spec import RaceSpec

File = tuple[str, Any] | tuple[str, Any, Any]  # what `export.panel` takes, but for the spec


def offer_file(
    name: str,
    subject: Any,
    options: Any = None,
    *,
    spec: RaceSpec | None = None,
) -> None:
    """The panel in which what is shown becomes a file; arguments as in `export.panel`.

    A subject that is only computed for a file is a `Later`.

    matplotlib takes a second to import, so it waits until the panel is opened.
    """
    kind = subject.name if isinstance(subject, Later) else type(subject).__name__.lower()
    box = st.expander(
        "Export",
        key=f"export/{kind}/open",
        on_change="rerun",
        icon=":material/download:",
    )
    if not box.open:
        return
    if isinstance(subject, Later):
        with box:
            subject = subject.result()
        if subject is None:
            return
    from optviz.pages import export  # noqa: PLC0415

    tune_gc("export")
    with box:
        export.panel(name, subject, options, spec)
