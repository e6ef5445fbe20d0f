"""The lessons' page: one idea after the other, predicted first and measured then.

The words and what turns the slides stand in the player, so that they are there in full screen; Page
down and Page up turn them, too. Notes for the teacher stand in a window of their own alone: the
class sees the page.
"""

from collections.abc import Callable
from typing import Any

import streamlit as st

from optviz.jobs.job import Job
from optviz.jobs.reports import reports
from optviz.jobs.worker import run_in_worker
from optviz.lessons import LESSONS, Lesson
from optviz.lessons.lesson import Slide
from optviz.lessons.slide_content import slide_content
from optviz.pages import link, room, slow
from optviz.pages.job_view import result_of
from optviz.pages.messages import complain, said
from optviz.pages.player_view import chosen, lesson_request, player
from optviz.player.payload import message
from optviz.race import Race, check_start, race_that_runs
from optviz.room.codes import Key
from optviz.room.state import Shown
from optviz.server.presence import presence
from optviz.server.render_lock import render_slot
from optviz.spec.address import Place, on_site
from optviz.spec.parsing import nearest

KEPT: Any = {"persist_state": "session"}
KEY, PAGE, ANSWERS, START = "lesson/key", "lesson/page", "lesson/answers", "lesson/start"
OPENED, TEACHES, HANDOUT = "lesson/opened", "lesson/presenter", "lesson/handout"
PLAYER = "lesson/player"


def here() -> Place:
    """The slide that is shown."""
    held = st.session_state
    if held.get(KEY) not in LESSONS:
        held[KEY] = next(iter(LESSONS))
    lesson = LESSONS[held[KEY]]
    page = held[PAGE] = min(held.get(PAGE, 0), len(lesson.slides) - 1)
    return Place(page="lessons", lesson=lesson.key, slide=page + 1)


def page() -> None:
    """The whole page."""
    at = here()
    address = link.address(None, at)
    asked = lesson_page(at, address)
    link.offer(lambda: address, lambda: on_site(None, at), asks_host=False)  # the hand-out does
    slow.wait(asked)


def lesson_page(at: Place, address: str) -> list[Job]:
    """The lesson, and below it what chooses another, the teacher's notes and the hand-out.

    Args:
        at: the slide that is shown.
        address: of it, for others.

    Returns:
        What is still measured and belongs on the page, for `slow.wait`.
    """
    asked = measure(at)
    lesson, page = LESSONS[at.lesson], (at.slide or 1) - 1
    teaches = bool(st.session_state.get(TEACHES))
    with render_slot():
        show(lesson, page, address, teaches)
    choice, notes, paper = st.columns([3, 2, 3])
    with choice:
        st.selectbox(
            "Lesson",
            list(LESSONS),
            format_func=lambda key: f"{LESSONS[key].title} ({LESSONS[key].minutes} min)",
            key=KEY,
            on_change=begin,
            **KEPT,
        )
    with notes:
        st.toggle("Notes for the teacher", key=TEACHES, **KEPT)
        if teaches:
            st.caption(
                "*Notes in a window*, at the slide, opens them where the class does not see them."
            )
        room.offer()
    with paper:
        offer_handout(lesson)
    return asked


def measure(at: Place) -> list[Job]:
    """What this lesson says and takes long to measure; the class reads while it is measured.

    Returns:
        What belongs to this slide, for `slow.wait`.
    """
    slides = LESSONS[at.lesson].slides
    slow.ask(slide.finding_place for slide in slides if slide.finding)
    slide = slides[(at.slide or 1) - 1]
    return slow.ask([slide.finding_place] if slide.finding and is_open(at, slide) else [])


def is_open(at: Place, slide: Slide) -> bool:
    """Whether what was measured may be told: nothing is left to be predicted."""
    answers = st.session_state.get(ANSWERS, {})
    return not slide.question or (at.lesson, (at.slide or 1) - 1) in answers


def show(lesson: Lesson, page: int, address: str, teaches: bool) -> None:
    """The slide's race with its words."""
    held = st.session_state
    slide = lesson.slides[page]
    scene, done = slide.scene, slide.race
    start = held.get(START)
    if start:
        scene = scene.changed(
            {each.name: each.optimizer for each in scene.entrants}, start, scene.steps, scene.seed
        )
        done = race_that_runs(*scene.conditions).race
    opened: Place = held.get(OPENED, Place())
    asked = chosen(PLAYER)
    answer = held.setdefault(ANSWERS, {}).get((lesson.key, page), "")
    opens = room.key()
    player(
        message(
            done,
            camera=scene.camera,
            views=opened.view or slide.at.view or scene.views,
            known_surface=asked.get("surface"),
            serial=asked.get("serial", 0),
            at=opened.t or slide.at.t or 0,
            stops=opened.stops or slide.at.stops,
            cloud=opened.cloud,
            link=address,
            lesson=slide_content(
                lesson,
                page,
                done,
                answer,
                at_rest=OPENED in held,
            )
            | {"notes": notes_of(lesson, page, done) if teaches else None},
            room=room.header(opens),
        ),
        PLAYER,
        on_start=take_start,
        on_lesson=take_input,
        on_room=lambda: room.take(PLAYER),
    )
    if opens:
        publish(opens, lesson, page, done, answer)


def publish(opens: Key, lesson: Lesson, page: int, done: Race, answer: str) -> None:
    """Show the class the slide; its race once its question is answered."""
    slide = lesson.slides[page]
    shown = Shown("", lesson.title, slide.heading, slide.text, page + 1, len(lesson.slides))
    question: dict[str, Any] = {}
    if slide.question:
        names = [run.name for run in done]
        asked = {"kind": "choose", "prompt": slide.question.prompt, "choices": names}
        right, measured = slide.question.answer(done) if answer else ("", "")
        question = {"question": asked, "slide": f"{lesson.key}/{page}"}
        question |= {"right": right, "measured": measured}
    hidden = slide.question and not answer
    data = b"" if hidden else message(done, camera=slide.scene.camera, whole=False)
    room.publish(opens, shown, data, **question)


def notes_of(lesson: Lesson, page: int, done: Race) -> dict[str, str]:
    """What only the teacher sees, as web/core/payload.js takes it."""
    slide, last = lesson.slides[page], page + 1 == len(lesson.slides)
    right, numbers = slide.question.answer(done) if slide.question else ("", "")
    told = slide.measurement(patient=False)
    return {
        "text": slide.notes,
        "answer": f"{right}. {numbers}" if slide.question else "",
        "measured": told.words if told else "",
        "next": "" if last else lesson.slides[page + 1].heading,
    }


def take_input() -> None:
    """Turn to another slide, or take an answer."""
    asked = lesson_request(PLAYER)
    if "turn" in asked:
        turn_slide(asked["turn"])
    if "answer" in asked:
        take_answer(asked["answer"])


def take_answer(answer: str) -> None:
    """What was predicted, if it is one of the optimizers that race."""
    held = st.session_state
    at = here()
    page = (at.slide or 1) - 1
    if answer not in [run.name for run in LESSONS[at.lesson].slides[page].race]:
        complain(f"lesson: answer: there is no {said(answer)}")
        return
    held[ANSWERS] = held.get(ANSWERS, {}) | {(at.lesson, page): answer}
    held.pop(OPENED, None)


def turn_slide(pages: int) -> None:
    """To another slide of the same lesson."""
    held = st.session_state
    most = len(LESSONS[held[KEY]].slides) - 1
    held[PAGE] = max(0, min(most, held[PAGE] + pages))
    at_rest()


def begin() -> None:
    """Another lesson: from its first slide, all questions open."""
    st.session_state[PAGE] = 0
    st.session_state[ANSWERS] = {}
    at_rest()


def at_rest() -> None:
    """Nothing of the slide before is left: neither its start nor what a link said of it."""
    st.session_state.pop(START, None)
    st.session_state.pop(OPENED, None)


def open_at(at: Place) -> list[str]:
    """Go to this slide.

    Returns:
        A sentence on everything there that is not there.
    """
    if at.lesson not in LESSONS:
        return [f"there is no lesson {at.lesson!r}{nearest(at.lesson, LESSONS)}"]
    at_rest()
    held, slides = st.session_state, LESSONS[at.lesson].slides
    held[KEY], held[PAGE] = at.lesson, 0
    page = at.slide or 1
    if page > len(slides):
        return [f"page = {page} is after the lesson's last, {len(slides)}"]
    held[PAGE] = page - 1
    last = slides[page - 1].scene.steps
    if at.t is not None and at.t > last:
        return [f"t = {at.t} is after the last step"]
    if at.stops and at.stops[-1] > last:
        return [f"stops: {at.stops[-1]} is after the last step"]
    if at.t is not None or at.view or at.stops or at.cloud:
        held[OPENED] = at
    return []


def take_start() -> None:
    """The race of this slide from a start that was clicked."""
    asked = chosen(PLAYER, anew=True)
    if "start" not in asked:
        return
    at = here()
    try:
        check_start(LESSONS[at.lesson].slides[(at.slide or 1) - 1].scene.surface, asked["start"])
    except ValueError as error:
        complain(str(error))
    else:
        st.session_state[START] = asked["start"]


def offer_handout(lesson: Lesson) -> None:
    """The lesson on paper, made when it is asked for."""
    help_ = "A page with all slides, to print or to keep"
    link.choose_host()
    st.button("Make the hand-out", help=help_, on_click=make_handout, args=[lesson.key])
    job: Job | None = st.session_state.get(HANDOUT)
    if job is None or job.key[1] != lesson.key:  # type: ignore[index]
        return
    page = result_of("handout", job, "Stop", stop_handout)
    if page is not None:
        st.download_button(
            "Save the hand-out", page, f"{lesson.key}.html", mime="text/html", on_click="ignore"
        )


def make_handout(key: str) -> None:
    """Have a lesson's hand-out drawn, with links to this page."""
    if HANDOUT in st.session_state:
        stop_handout()
    base = link.base()
    st.session_state[HANDOUT] = Job(
        ("hand-out", key, base),
        lambda: run_in_worker(reports, draw_handout, key, base, name="hand-out"),
        is_open=presence(),
    )


def stop_handout() -> None:
    """Give it up."""
    st.session_state.pop(HANDOUT).leave()


def draw_handout(key: str, base: str, tell: Callable[[float], None]) -> str:
    """The page; this runs in a worker."""
    from optviz.lessons.handout import handout  # noqa: PLC0415, matplotlib takes a second

    return handout(LESSONS[key], base, lambda done, total: tell(done / total))
