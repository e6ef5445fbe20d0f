"""What is shown as a file: say what for, choose how, see a preview, make it, take it.

The file is written by a job, on demand.
"""

from dataclasses import replace
from typing import Any

import streamlit as st

from optviz.export import FORMATS, FilmOptions, PictureOptions, RaceOptions, StillOptions
from optviz.export.embedding import element, frame
from optviz.export.estimate import estimate
from optviz.export.export_job import export_job
from optviz.export.formats import Request, Subject, followed, formats_of, request_for
from optviz.export.options import Options
from optviz.export.preview_job import preview_key
from optviz.export.purposes import PURPOSES, Purpose
from optviz.export.recipe import command, python
from optviz.jobs.job import Job
from optviz.pages.export_style import ask_for_style
from optviz.pages.job_view import result_of
from optviz.pages.markdown import plain
from optviz.pages.messages import offered
from optviz.pages.picture_view import show_picture
from optviz.pictures.kinds import kind_of
from optviz.pictures.sizes import SIZES, size_words
from optviz.scenes import Scene
from optviz.server.presence import presence
from optviz.spec.race_spec import RaceSpec
from optviz.studies.basins import Basins
from optviz.studies.cloud import COLUMNS, SHAPES
from optviz.web.scripts import SCRIPTS
from surfaces.keeping import keeper_of

SPEEDS = (5.0, 10.0, 25.0, 50.0, 100.0, 200.0)  # steps a second; Radford's pictures have 25
USUAL = 25.0  # of a film of which nothing is said, so that the command need not say it
CALLED = {"800x600": "usual", "400x300": "small"}  # sizes that have no name elsewhere
PAPERS = ("light", "dark")
VIEWS = {"above": "From above", "space": "3-D"}
TURN = 90.0  # degrees
NO_CLOUD = "none"
HOLDS = (
    "The page holds the chosen columns of your table, of which its races are computed: they can be "
    "read by all who get it."
)
KEPT: Any = {"persist_state": "session"}


def panel(
    name: str,
    subject: Subject,
    options: PictureOptions | None = None,
    spec: RaceSpec | None = None,
) -> None:
    """The panel for whatever can be exported.

    Args:
        name: of the file, without its suffix.
        subject: what the file is to show.
        options: of the picture, as far as they are not asked for here.
        spec: what is raced, where it is known.
    """
    left, right = st.columns([2, 3], gap="medium")
    private = keeper_of([getattr(subject, "surface", None)]) is not None
    with left:
        try:
            request, suffix = ask(subject, options or kind_of(subject).options(), spec)
        except ValueError as error:
            st.warning(f"{plain(str(error))}.")
            return
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
        again(request, f"{name}.{suffix}")
        if suffix == "html" and private:
            st.caption(HOLDS)
        if suffix == "html":
            title = subject.name if isinstance(subject, Scene) else name
            show_embedding(f"{name}.html", title)
    with right:
        alt = f"Preview of {name}"
        key = preview_key(request)
        show_picture("export", key, lambda: request, kept=not private, alt=alt, width="content")


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


def ask(subject: Subject, options: PictureOptions, spec: RaceSpec | None) -> tuple[Request, str]:
    """What is to be made: a request and the suffix of its format.

    Raises:
        ValueError: it is not possible; the sentence says what is.
    """
    purpose = ask_what_for()
    formats, name = formats_of(subject), type(subject).__name__.lower()
    fitting = [each for each in purpose.formats if each in formats]
    suffix = st.selectbox(
        "Format",
        fitting,
        format_func=lambda each: formats[each].name,
        key=f"export/{name}/{purpose.name}/format",  # each purpose has its own choices
        **KEPT,
    )
    suffix = offered(suffix, fitting)
    chosen = formats[suffix]
    motion = chosen.options & kind_of(subject).motion
    wanted: list[Options] = [options]
    if chosen.drawn:
        picture = ask_for_picture(subject, options, purpose)
        wanted = [picture, ask_for_style(followed(kind_of(subject), suffix))]
    if chosen.moving:
        wanted.append(ask_for_film(motion, wanted[0], purpose))
    elif chosen.drawn and "step" in motion and isinstance(subject, Scene | Basins):
        steps = subject.steps
        step = st.slider("Step", 0, steps, steps, key=f"export/{name}/step")
        wanted.append(StillOptions(step=None if step == steps else step))
    return request_for(subject, suffix, *wanted, spec=spec), suffix


def ask_what_for() -> Purpose:
    """What the file is for, which decides what is offered below."""
    purpose = st.segmented_control(
        "For",
        list(PURPOSES),
        default="web",
        required=True,
        format_func=lambda each: PURPOSES[each].name,
        key="export/purpose",
        **KEPT,
    )
    return PURPOSES[offered(purpose, PURPOSES)]


def ask_for_picture(subject: Subject, options: PictureOptions, purpose: Purpose) -> PictureOptions:
    """Size and theme; of a race also the views."""
    left, right = st.columns(2)
    size = left.selectbox(
        "Size",
        purpose.sizes,
        format_func=called,
        accept_new_options=True,
        help="Or what you type: pixels as 640x480, on paper as 85mm or 85x60mm.",
        key=f"export/{purpose.name}/size",
        **KEPT,
    )
    theme = right.selectbox("Paper", PAPERS, key="export/theme", **KEPT)
    theme = offered(theme, PAPERS)
    picture = replace(options, size=size, theme=None if theme == PAPERS[0] else theme)
    if isinstance(picture, RaceOptions) and isinstance(subject, Scene):
        views = ask_for_views(subject)
        return replace(picture, views=views, cloud=ask_for_cloud() if "above" in views else None)
    return picture


def called(size: str) -> str:
    """A size as people call it: "small, 400 x 300"."""
    name = CALLED.get(size, size if size in SIZES else "")
    return f"{name}, {size_words(size)}" if name else size_words(size)


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
    return tuple(views or own)  # in the order of the clicks


def ask_how_often(place: Any) -> int | None:
    """How often a film plays; None for ever."""
    again = place.selectbox("Plays", ["for ever", "once"], key="export/loop", **KEPT)
    return None if again == "for ever" else 1


def ask_for_film(motion: frozenset[str], picture: Options, purpose: Purpose) -> FilmOptions:
    """Repetition; of a race also speed and camera. `motion` are the options that have an effect."""
    if not isinstance(picture, RaceOptions):
        loop = ask_how_often(st) if "loop" in motion else None
        return FilmOptions(loop=loop, max_bytes=purpose.max_bytes)
    left, right = st.columns(2)
    speed = left.selectbox(
        "Speed",
        SPEEDS,
        index=SPEEDS.index(USUAL),
        format_func=lambda each: f"{each:g} steps/s",
        key="export/speed",
        **KEPT,
    )
    loop = ask_how_often(right) if "loop" in motion else None
    in_space = "space" in (picture.views or ())
    turn = in_space and st.toggle("Turn the camera", key="export/turn", **KEPT)
    speed = offered(speed, SPEEDS)
    return FilmOptions(
        speed=None if speed == USUAL else speed,
        loop=loop,
        turn=TURN if turn else None,
        max_bytes=purpose.max_bytes,
    )


def again(request: Request, file: str) -> None:
    """The command and the Python that make the file again, to be copied."""
    with st.popover("Make it again", icon=":material/terminal:", width="stretch"):
        if isinstance(request.recipe, str):
            st.caption(f"{plain(request.recipe)}.")
            return
        st.markdown("In a shell, where optviz is installed:")
        st.code(command(request.recipe, file), language="bash", wrap_lines=True)
        st.markdown("In Python:")
        st.code(python(request.recipe, file), language="python", wrap_lines=True)


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
