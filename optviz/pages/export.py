"""What is shown as a file: choose how, see a preview, make it, take it.

The file is written by a job, on demand.
"""

from dataclasses import replace
from typing import Any

import streamlit as st

from optviz.export import FORMATS, FilmOptions, PictureOptions, RaceOptions, StillOptions
from optviz.export.embedding import element, frame
from optviz.export.estimate import estimate
from optviz.export.export_job import export_job
from optviz.export.formats import Request, Subject, formats_of, request_for
from optviz.export.options import Options
from optviz.export.preview_job import preview_key
from optviz.jobs.job import Job
from optviz.pages.job_view import result_of
from optviz.pages.messages import offered
from optviz.pages.picture_view import show_picture
from optviz.pictures.kinds import kind_of
from optviz.pictures.sizes import SIZES, size_words
from optviz.scenes import Scene
from optviz.server.presence import presence
from optviz.studies.basins import Basins
from optviz.studies.cloud import COLUMNS, SHAPES
from optviz.web.scripts import SCRIPTS
from surfaces.keeping import keeper_of

SPEEDS = (5.0, 10.0, 25.0, 50.0, 100.0, 200.0)  # steps a second; Radford's pictures have 25
EXPORT_SIZES = {"usual": "800x600", "small": "400x300"} | {name: name for name in SIZES}
PAPERS = ("light", "dark")
VIEWS = {"above": "From above", "space": "3-D"}
TURN = 90.0  # degrees
NO_CLOUD = "none"
HOLDS = (
    "The page holds the chosen columns of your table, of which its races are computed: they can be "
    "read by all who get it."
)
KEPT: Any = {"persist_state": "session"}


def panel(name: str, subject: Subject, options: PictureOptions | None = None) -> None:
    """The panel for whatever can be exported.

    Args:
        name: of the file, without its suffix.
        subject: what the file is to show.
        options: of the picture, as far as they are not asked for here.
    """
    left, right = st.columns([2, 3], gap="medium")
    private = keeper_of([getattr(subject, "surface", None)]) is not None
    with left:
        request, suffix = ask(subject, options or kind_of(subject).options())
        size, seconds = estimate(request, suffix)
        use = FORMATS[suffix].use
        st.caption(f"{use[0].upper()}{use[1:]}. About {in_words(size)}, {max(1, seconds):.0f} s.")
        if request.film.turn and suffix != "mp4":
            lighter, _ = estimate(request, "mp4")
            st.caption(f"A turning camera moves every pixel: as MP4 about {in_words(lighter)}.")
        if st.button("Make the file"):  # no callback: it would make what was asked for before
            stop()
            st.session_state["export/job"] = export_job(request, f"{name}.{suffix}", presence())
            st.session_state["export/name"] = f"{name}.{suffix}"
        offer()
        if suffix == "html" and private:
            st.caption(HOLDS)
        if suffix == "html":
            title = subject.name if isinstance(subject, Scene) else name
            show_embedding(f"{name}.html", title)
    with right:
        alt = f"Preview of {name}"
        key = preview_key(request)
        show_picture("export", key, lambda: request, kept=not private, alt=alt)


def show_embedding(file: str, title: str) -> None:
    """What to copy into another page, and the script that one of the two ways needs."""
    st.markdown("**Embed** the page in one of your own: as a frame,")
    st.code(frame(file, title), language="html", wrap_lines=True)
    st.markdown("or, as high as it wants to be and light or dark as your page, with `embed.js`:")
    st.code(element(file, title), language="html", wrap_lines=True)
    script = SCRIPTS["embed"].read_bytes()
    st.download_button(
        f"Download embed.js ({in_words(len(script))})", script, "embed.js", on_click="ignore"
    )


def ask(subject: Subject, options: PictureOptions) -> tuple[Request, str]:
    """What is to be made: a request and the suffix of its format."""
    formats, name = formats_of(subject), type(subject).__name__.lower()
    suffix = st.selectbox(
        "Format",
        list(formats),
        format_func=lambda each: formats[each].name,
        key=f"export/{name}/format",
        **KEPT,
    )
    suffix = offered(suffix, formats)
    chosen = formats[suffix]
    motion = chosen.options & kind_of(subject).motion
    wanted: list[Options] = [options]
    if chosen.drawn:
        wanted = [ask_for_picture(subject, options)]
    if chosen.moving:
        wanted.append(ask_for_film(motion, wanted[0]))
    elif chosen.drawn and "step" in motion and isinstance(subject, Scene | Basins):
        steps = subject.steps
        step = st.slider("Step", 0, steps, steps, key=f"export/{name}/step")
        wanted.append(StillOptions(step=step))
    return request_for(subject, suffix, *wanted), suffix


def ask_for_picture(subject: Subject, options: PictureOptions) -> PictureOptions:
    """Size and theme; of a race also the views."""
    left, right = st.columns(2)
    size = left.selectbox(
        "Size",
        list(EXPORT_SIZES),
        format_func=lambda each: f"{each}, {size_words(EXPORT_SIZES[each])}",
        key="export/size",
        **KEPT,
    )
    theme = right.selectbox("Paper", PAPERS, key="export/theme", **KEPT)
    picture = replace(
        options, size=EXPORT_SIZES[offered(size, EXPORT_SIZES)], theme=offered(theme, PAPERS)
    )
    if isinstance(picture, RaceOptions) and isinstance(subject, Scene):
        views = ask_for_views(subject)
        return replace(picture, views=views, cloud=ask_for_cloud() if "above" in views else None)
    return picture


def ask_for_cloud() -> str | None:
    """A cloud as well, at first the one that is open in the player; None for none."""
    shown = st.query_params.get("cloud", NO_CLOUD)
    clouds = [NO_CLOUD, *(f"{shape}:{trials}" for shape in SHAPES for trials in COLUMNS)]
    chosen = st.selectbox(
        "Cloud",
        clouds,
        index=clouds.index(shown) if shown in clouds else 0,
        format_func=cloud_words,
        key="export/cloud",
        **KEPT,
    )
    return None if offered(chosen, clouds) == NO_CLOUD else chosen


def cloud_words(cloud: str) -> str:
    """A choice of clouds: "200 starts each, disc"."""
    shape, _, trials = cloud.partition(":")
    return f"{int(trials):,} starts each, {shape}" if trials else cloud


def ask_for_views(scene: Scene) -> tuple[str, ...]:
    """From above, in space, or both."""
    own = [view for view in VIEWS if view in scene.views] or ["above"]
    views = st.pills(
        "Views",
        list(VIEWS),
        format_func=lambda view: VIEWS[view],
        selection_mode="multi",
        default=own,
        key=f"export/{scene.name}/views",
        **KEPT,
    )
    return tuple(views or own)


def ask_how_often(place: Any) -> int:
    """How often a film plays, 0 for ever."""
    again = place.selectbox("Plays", ["for ever", "once"], key="export/loop", **KEPT)
    return 0 if again == "for ever" else 1


def ask_for_film(motion: frozenset[str], picture: Options) -> FilmOptions:
    """Repetition; of a race also speed and camera. `motion` are the options that have an effect."""
    if not isinstance(picture, RaceOptions):
        return FilmOptions(loop=ask_how_often(st) if "loop" in motion else None)
    left, right = st.columns(2)
    speed = left.selectbox(
        "Speed",
        SPEEDS,
        index=SPEEDS.index(25.0),
        format_func=lambda each: f"{each:g} steps/s",
        key="export/speed",
        **KEPT,
    )
    loop = ask_how_often(right) if "loop" in motion else None
    in_space = "space" in (picture.views or ())
    turn = in_space and st.toggle("Turn the camera", key="export/turn", **KEPT)
    return FilmOptions(speed=offered(speed, SPEEDS), loop=loop, turn=TURN if turn else None)


def stop() -> None:
    """Cancel the export, if there is one."""
    job = st.session_state.pop("export/job", None)
    if job:
        job.leave()


def offer() -> None:
    """The file, or how far it is, or what went wrong."""
    job: Job | None = st.session_state.get("export/job")
    if job is None or (job.stopped and not job.problem):  # its process has ended with it
        return
    data = result_of("export", job, "Cancel", stop)
    if data is not None:
        name = st.session_state["export/name"]
        st.download_button(f"Save {name} ({in_words(len(data))})", data, name, on_click="ignore")


def in_words(size: float) -> str:
    """A number of bytes in KB or MB."""
    return f"{size / 1e6:.1f} MB" if size >= 1e6 else f"{max(1, round(size / 1000))} KB"
