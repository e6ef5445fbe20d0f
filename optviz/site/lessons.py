"""The pages of the lessons: slide by slide, live, with their questions."""

from html import escape
from pathlib import Path

from optviz.export import RaceOptions, StillOptions, export
from optviz.lessons import LESSONS
from optviz.lessons.lesson import Lesson
from optviz.lessons.slide_content import slide_content
from optviz.player.page import race_element
from optviz.player.payload import message, surface_key
from optviz.site.page import Page
from optviz.site.races import SIZE
from optviz.spec.address import LESSON, Place, write

TOLD = ("finding", "head", "answers", "shows", "plays")  # what an answer changes


def lesson_page(key: str, folder: Path, app: str) -> Page:
    """The page of a lesson; the picture of its first slide is written beside it.

    Args:
        key: of `LESSONS`.
        folder: of the site.
        app: the address of the app, for links to it; "" if there is none.
    """
    lesson = LESSONS[key]
    first = lesson.slides[0]
    picture = f"lessons/{key}.png"
    step = 0 if first.question else first.at.t  # what comes is predicted
    export(first.scene, folder / picture, RaceOptions(size=SIZE), StillOptions(step=step))
    outline = "\n".join(
        f"<li><strong>{escape(slide.heading)}.</strong> {escape(slide.text)}</li>"
        for slide in lesson.slides
    )
    link = f"{app}?{write(None, Place('lessons', lesson=key))}" if app else ""
    return Page(
        path=LESSON.format(key),
        title=lesson.title,
        about=f"A lesson of {lesson.minutes} minutes in {len(lesson.slides)} slides: "
        f"predict first, then watch. It begins with: {first.heading}.",
        body="\n".join(
            [
                f"<h1>{escape(lesson.title)}</h1>",
                "<div data-optviz-place>",
                f'<noscript><img src="{key}.png" width="{SIZE[0]}" height="{SIZE[1]}" alt="">',
                "</noscript>",
                f"<ol>\n{outline}\n</ol>",
                "</div>",
                f'<p><a data-optviz-app href="{escape(link)}">Open it in the app</a>, '
                "with notes for the teacher and a hand-out.</p>"
                if link
                else "",
                *slide_races(lesson),
            ]
        ),
        section="lessons.html",
        picture=picture,
        group="Lessons",
        live=True,
        words=" ".join(slide.heading for slide in lesson.slides),
    )


def slide_races(lesson: Lesson) -> list[str]:
    """The races of all slides as elements; each surface is in the first that shows it."""
    elements, known = [], set()
    for number, slide in enumerate(lesson.slides):
        scene, done = slide.scene, slide.race
        content = slide_content(lesson, number, done, "", patient=True)
        told = None
        if slide.question:
            right, _ = slide.question.answer(done)
            answered = slide_content(lesson, number, done, right, patient=True)
            told = {name: answered[name] for name in TOLD}
        key = surface_key(done)
        elements.append(
            race_element(
                message(
                    done,
                    camera=scene.camera,
                    views=slide.at.view or scene.views,
                    at=slide.at.t or 0,
                    stops=slide.at.stops,
                    lesson=content | {"told": told},
                    known_surface=key if key in known else None,
                    whole=False,
                )
            )
        )
        known.add(key)
    return elements
