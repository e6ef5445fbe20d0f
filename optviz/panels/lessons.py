"""The lessons' room: one idea after the other, predicted first and measured then.

The words stand in the player, so that they are there in full screen, and Page down and Page up turn
to the next and the last step. What is said below the player is for whoever teaches.
"""

from typing import Any

import streamlit as st

from optviz.lessons import LESSONS, Lesson
from optviz.lessons.lesson import Step
from optviz.panels.markdown import plain
from optviz.player.component import chosen, player, wish
from optviz.player.payload import message

KEPT: Any = {"persist_state": "session"}
KEY, PAGE, ANSWERS, START = "lesson/key", "lesson/page", "lesson/answers", "lesson/start"
PLAYER = "lesson/player"


def panel() -> None:
    """The whole room."""
    held = st.session_state
    first = next(iter(LESSONS))
    lesson = LESSONS[held.setdefault(KEY, first)]
    page = min(held.setdefault(PAGE, 0), len(lesson.steps) - 1)
    step = lesson.steps[page]
    show(lesson, page, step)
    back, place, on = st.columns([1, 2, 1], vertical_alignment="center")
    back.button("Back", on_click=turn, args=[-1], disabled=page == 0, width="stretch")
    place.progress((page + 1) / len(lesson.steps), f"{page + 1} of {len(lesson.steps)}")
    last = page + 1 == len(lesson.steps)
    on.button("Next", on_click=turn, args=[1], disabled=last, width="stretch", type="primary")
    if st.toggle("Notes for whoever teaches", key="lesson/presenter", **KEPT) and step.notes:
        st.info(plain(step.notes))
    with st.sidebar:
        st.selectbox(
            "Lesson",
            list(LESSONS),
            format_func=lambda key: f"{LESSONS[key].title} ({LESSONS[key].minutes} min)",
            key=KEY,
            on_change=begin,
            **KEPT,
        )
        offer_handout(lesson)


def show(lesson: Lesson, page: int, step: Step) -> None:
    """The step's race with its words."""
    held = st.session_state
    scene = step.scene
    start = held.get(START)
    if start:
        scene = scene.changed(settings_of(scene), start, scene.steps, scene.seed)
    done = scene.race()
    link = step.link
    asked = chosen(PLAYER) or {}
    player(
        message(
            done,
            origins=[entry.origin for entry in scene.entries],
            camera=scene.camera,
            views=link.view or scene.views,
            known_surface=asked.get("surface"),
            serial=asked.get("serial", 0),
            at=link.t or 0,
            lesson=content_of(lesson, page, step, done),
        ),
        PLAYER,
        on_start=take_start,
        on_lesson=follow_wish,
    )


def settings_of(scene: Any) -> dict[str, dict[str, Any]]:
    """Who races, with everything set."""
    return {
        type(entry.optimizer).__name__.lower(): entry.optimizer.settings()
        for entry in scene.entries
    }


def content_of(lesson: Lesson, page: int, step: Step, done: Any) -> dict[str, Any]:
    """The words, as player/js/lesson.js takes them; the answer only once one was given."""
    answers: dict[tuple[str, int], str] = st.session_state.setdefault(ANSWERS, {})
    said = answers.get((lesson.key, page), "")
    question = step.question
    known = question is None or said
    told = step.told() if known else None
    right, numbers = question.answer(done) if question and said else ("", "")
    return {
        "id": f"{lesson.key}/{page}/{said}",
        "place": f"{lesson.title}, {page + 1} of {len(lesson.steps)}",
        "heading": step.heading,
        "text": step.text,
        "finding": told.words if told else "",
        "question": question.prompt if question else "",
        "choices": [type(run.optimizer).__name__ for run in done] if question else [],
        "chosen": said,
        "right": right,
        "numbers": numbers,
        "shows": list(step.switch),
        "plays": bool(known),
    }


def follow_wish() -> None:
    """Turn the page, or take an answer."""
    asked = wish(PLAYER)
    if "turn" in asked:
        turn(int(asked["turn"]))
    if "answer" in asked:
        held = st.session_state
        place = held[KEY], held[PAGE]
        held[ANSWERS] = held.get(ANSWERS, {}) | {place: str(asked["answer"])}


def turn(pages: int) -> None:
    """To another step of the same lesson."""
    held = st.session_state
    most = len(LESSONS[held[KEY]].steps) - 1
    held[PAGE] = max(0, min(most, held[PAGE] + pages))
    held.pop(START, None)


def begin() -> None:
    """Another lesson: from its first step, all questions open."""
    st.session_state[PAGE] = 0
    st.session_state[ANSWERS] = {}
    st.session_state.pop(START, None)


def open_at(key: str, page: int) -> None:
    """As a link has it; a lesson that is not there leaves the first one."""
    if key in LESSONS:
        st.session_state[KEY] = key
        st.session_state[PAGE] = max(0, min(len(LESSONS[key].steps), page) - 1)


def take_start() -> None:
    """The race of this step from where somebody clicked."""
    asked = chosen(PLAYER)
    if asked:
        st.session_state[START] = tuple(map(float, asked["start"]))


def offer_handout(lesson: Lesson) -> None:
    """The lesson on paper, made when it is asked for."""
    held = st.session_state
    if st.button("Make the hand-out", help="A page with all steps, to print or to keep"):
        held["lesson/handout"] = lesson.key, make_handout(lesson)
    key, page = held.get("lesson/handout", ("", ""))
    if key == lesson.key:
        st.download_button(
            "Save the hand-out", page, f"{key}.html", mime="text/html", on_click="ignore"
        )


def make_handout(lesson: Lesson) -> str:
    """Draw it, and say how far it is; matplotlib is imported only now."""
    from optviz.lessons.handout import handout  # noqa: PLC0415
    from optviz.panels.export import drawing  # noqa: PLC0415

    bar = st.progress(0.0, "drawing")

    def tell(done: int, total: int) -> None:
        bar.progress(done / total, "drawing")

    with drawing:
        page = handout(lesson, (st.context.url or "").partition("?")[0], tell)
    bar.empty()
    return page
