"""Lessons: everything in them loads, races, is measured, and has one answer."""

from dataclasses import replace
from html import escape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from optviz.__main__ import main
from optviz.app.script import SCRIPT as APP
from optviz.lessons import LESSONS, Lesson
from optviz.lessons.handout import handout
from optviz.lessons.lesson import Question, Slide, load, slide_of
from optviz.lessons.measures import MEASURES
from optviz.optimizers import SGD
from optviz.race import race
from optviz.stories.measures import distances, path
from surfaces import SURFACES
from tests.support.messages import sent, tell
from tests.support.patience import PATIENCE

SLIDES = [(key, k) for key, lesson in LESSONS.items() for k in range(len(lesson.slides))]
every_slide = pytest.mark.parametrize(("key", "place"), SLIDES)
QUESTIONS = [(key, k) for key, k in SLIDES if LESSONS[key].slides[k].question]


def test_there_are_eight_of_five_to_ten_minutes() -> None:
    assert len(LESSONS) >= 8
    for lesson in LESSONS.values():
        assert 5 <= lesson.minutes <= 10
        assert len(lesson.slides) >= 5
        assert any(slide.question for slide in lesson.slides)
        assert any(slide.notes for slide in lesson.slides)


@every_slide
def test_every_slide_races_and_what_it_says_was_measured(key: str, place: int) -> None:
    slide = LESSONS[key].slides[place]
    done = slide.scene.race()
    assert (slide.at.t or 0) <= done.steps
    told = slide.measurement()
    assert told is None or told.holds


@pytest.mark.parametrize(("key", "place"), QUESTIONS)
def test_every_question_has_one_answer(key: str, place: int) -> None:
    slide = LESSONS[key].slides[place]
    assert slide.question
    done = slide.scene.race()
    ranking = slide.question.measure.ranking(done)
    right, numbers = slide.question.answer(done)
    assert len(ranking) > 1
    assert right == ranking[0][0].name
    assert ranking[0][1] != ranking[1][1]
    assert np.isfinite(ranking[0][1])
    assert all(run.name in numbers for run, _ in ranking)


@pytest.mark.parametrize("name", MEASURES)
def test_measures_tell_a_run_that_does_nothing_from_one_that_moves(name: str) -> None:
    """A learning rate of 0 stays where it is; then nothing is reached and nothing turns."""
    beale = SURFACES["beale"]
    still, moving = race(beale, [SGD(lr=0.0), SGD(lr=0.001)], (1, 1.6), 150)
    measure = MEASURES[name]
    if name in {"turning", "straightest"}:
        return  # without a step there is no angle
    assert measure.of(beale, still) != measure.of(beale, moving) or name in {
        "farthest",
        "turns",
        "down along x",
        "down along y",
        "half way",
    }
    (lost,) = race(beale, [SGD(lr=1.0)], (1, 1.6), 50)
    assert measure.words(np.inf, lost) in {"never", f"diverged at step {lost.ended}"}


def test_the_measures_are_what_they_say() -> None:
    beale = SURFACES["beale"]
    (run,) = race(beale, [SGD(lr=0.001)], (1, 1.6), 150)
    away = distances(beale, path(run))
    assert MEASURES["end distance"].of(beale, run) == away[-1]
    assert MEASURES["end loss"].of(beale, run) == run.loss[-1]
    half = MEASURES["half way"].of(beale, run)
    assert np.isinf(half) == (away.min() > away[0] / 2)
    (lost,) = race(beale, [SGD(lr=1.0)], (1, 1.6), 50)
    assert MEASURES["end loss"].of(beale, lost) == np.inf


def test_a_table_has_a_row_for_every_run_and_bars_as_long_as_its_numbers_say() -> None:
    beale = SURFACES["beale"]
    done = race(beale, [SGD(lr=1.0), SGD(lr=0.001), SGD(lr=0.01)], (1, 1.6), 150)
    loss, away = MEASURES["end loss"].table(done), MEASURES["end distance"].table(done)
    assert [row.number for row in (loss[-1], away[-1])] == [f"diverged at step {done[0].ended}"] * 2
    assert [row.share for row in (loss[-1], away[-1])] == [0, 0]
    numbers = [float(row.number) for row in away[:2]]
    assert numbers == sorted(numbers)
    assert away[1].share == 1
    assert away[0].share == pytest.approx(numbers[0] / numbers[1], rel=0.05)
    assert 0 < loss[0].share < loss[1].share == 1
    decades = np.log10(float(loss[1].number) / float(loss[0].number))
    assert loss[0].share == pytest.approx(1 / (1 + decades), rel=0.05)  # a power of ten, one length
    none = MEASURES["turns"].table(done)
    assert all(np.isfinite(row.share) for row in none)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"text": "x" * 500}, "500 characters of text; at most 420 fit"),
        ({"switch": ("colour",)}, "unknown in switch: colour"),
        ({"finding": "beale/99"}, "there is no finding beale/99"),
        ({"question": Question("Who?", "beauty")}, "there is no measure 'beauty'"),
    ],
)
def test_what_cannot_be_is_refused(change: dict[str, Any], says: str) -> None:
    slide = LESSONS["beale"].slides[0]
    with pytest.raises(ValueError, match=says):
        replace(slide, **change)


def test_a_slide_with_an_unknown_part_is_refused() -> None:
    slide = {"heading": "Wrong", "text": "", "show": "scene=beale"}
    with pytest.raises(ValueError, match="a slide has no colour"):
        slide_of(slide | {"colour": "red"}, "mine")
    with pytest.raises(ValueError, match="Wrong: show: scene: there is no scene 'bale'"):
        slide_of(slide | {"show": "scene=bale"}, "mine")
    with pytest.raises(ValueError, match="Wrong: show: it names no race"):
        slide_of(slide | {"show": "t=3"}, "mine")


def test_loading_gives_what_is_registered() -> None:
    assert load("beale") == LESSONS["beale"]


class Outside(HTMLParser):
    """Everything that a page refers to."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.headings = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.headings += tag == "h2"
        self.found += [value or "" for name, value in attrs if name in {"src", "href"}]


def test_a_hand_out_has_all_slides_and_refers_to_nothing() -> None:
    lesson = LESSONS["bias_correction"]
    hostile = replace(lesson, title="<b>bias</b>")
    seen: list[int] = []
    page = handout(hostile, "http://class/", lambda done, total: seen.append(done))
    reader = Outside()
    reader.feed(page)
    assert reader.headings == len(lesson.slides) + 1
    links, pictures = reader.found[1::2], reader.found[::2]
    assert all(each.startswith("data:image/png;base64,") for each in pictures)
    assert links == [
        f"http://class/?room=lessons&lesson=bias_correction&page={k}"
        for k in range(1, len(lesson.slides) + 1)
    ]
    assert len(pictures) == page.count("<svg") == len(lesson.slides)  # each link has its code
    assert "<b>bias</b>" not in page
    assert seen == [1, 2, 3, 4, 5, 6]
    for slide in lesson.slides[1:]:
        told = slide.measurement()
        assert told
        assert page.index(slide.heading) < page.index("Answers") < page.index(escape(told.words))


def test_a_hand_out_says_which_links_open_on_one_machine_alone() -> None:
    lesson = LESSONS["bias_correction"]
    page = handout(replace(lesson, slides=lesson.slides[:1]), "http://localhost:8501/")
    assert "This link opens on this machine alone." in page
    assert "<svg" not in page  # no phone could open it


def test_the_command_writes_a_hand_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "out.html"
    assert main(["handout", "saddle_point", str(path)]) == 0
    assert "A saddle point" in path.read_text(encoding="utf-8")
    assert main(["handout", "saddle_point", str(path)]) == 2
    assert "--force" in capsys.readouterr().err
    local = ["--base", "http://localhost:8501", "--force"]
    assert main(["handout", "saddle_point", str(path), *local]) == 0
    assert "localhost:8501 opens on this machine alone" in capsys.readouterr().err
    assert main(["handout", "sadle_point", str(tmp_path / "other.html")]) == 2
    assert "did you mean saddle_point" in capsys.readouterr().err


# The page.


@pytest.fixture
def app() -> AppTest:
    app = AppTest.from_file(str(APP), default_timeout=PATIENCE)
    app.query_params["room"] = "lessons"
    app.run()
    assert not app.exception
    return app


def words(app: AppTest) -> dict[str, Any]:
    assert not app.exception
    content: dict[str, Any] = sent(app)["race"]["lesson"]
    return content


def turn(app: AppTest, slides: int) -> None:
    tell(app, "lesson", {"turn": slides})


def test_a_lesson_is_walked_through(app: AppTest) -> None:
    lesson: Lesson = LESSONS["beale"]
    for place, slide in enumerate(lesson.slides, 1):
        said = words(app)
        assert said["heading"] == slide.heading
        assert (said["slide"], said["slides"]) == (place, len(lesson.slides))
        assert said["plays"] == (slide.plays and slide.question is None)
        if slide.question:
            assert said["answers"] == said["shows"] == []
            assert said["finding"] == ""
        turn(app, 1)
    turn(app, -1)
    assert words(app)["heading"] == lesson.slides[-2].heading


def test_an_answer_is_judged_and_the_race_runs(app: AppTest) -> None:
    app.session_state["lesson/page"] = 2
    app.run()
    tell(app, "lesson", {"answer": "SGD"})
    said = words(app)
    assert said["chosen"] == "SGD"
    assert said["answers"][0] == {"name": "Momentum", "number": "1.72", "share": 1}
    assert said["plays"]
    assert said["shows"] == list(LESSONS["beale"].slides[2].switch)


def test_notes_are_only_for_the_teacher(app: AppTest) -> None:
    slide, after = LESSONS["beale"].slides[2:4]
    app.session_state["lesson/page"] = 2
    app.run()
    assert slide.notes not in str(words(app))
    assert words(app)["notes"] is None
    app.toggle(key="lesson/presenter").set_value(True).run()
    assert slide.notes not in str(app.main)  # the class sees the page
    notes = words(app)["notes"]
    assert notes["text"] == slide.notes
    assert notes["answer"].startswith("Momentum. ")  # before the class has said anything
    assert words(app)["answers"] == []
    assert notes["next"] == after.heading


def test_a_slide_and_a_link_to_it_say_where_playback_stops(monkeypatch: pytest.MonkeyPatch) -> None:
    lesson = LESSONS["beale"]
    first = replace(lesson.slides[0], at=replace(lesson.slides[0].at, stops=(5, 9)))
    monkeypatch.setitem(LESSONS, "beale", replace(lesson, slides=(first, *lesson.slides[1:])))
    assert sent(opened(lesson="beale"))["race"]["stops"] == [5, 9]
    linked = opened(lesson="beale", stops="7")
    assert sent(linked)["race"]["stops"] == [7]
    turn(linked, 1)
    assert sent(linked)["race"]["stops"] == []
    late = opened(lesson="beale", stops="999")
    assert "stops: 999 is after the last step" in late.warning[0].value


def opened(**query: str) -> AppTest:
    app = AppTest.from_file(str(APP), default_timeout=PATIENCE)
    for name, value in ({"room": "lessons"} | query).items():
        app.query_params[name] = value
    app.run()
    assert not app.exception
    return app


def test_a_link_opens_a_slide() -> None:
    app = opened(lesson="epsilon", page="3")
    assert words(app)["heading"] == LESSONS["epsilon"].slides[2].heading
    assert not app.warning
    link = sent(app)["race"]["link"]
    assert link.endswith("?room=lessons&lesson=epsilon&page=3")


def test_a_link_stands_at_a_step_of_the_race_until_the_slide_is_turned() -> None:
    app = opened(lesson="beale", page="2", t="31", view="space")
    race = sent(app)["race"]
    assert (race["at"], race["views"], words(app)["plays"]) == (31, ["space"], False)
    turn(app, 1)
    assert (sent(app)["race"]["at"], sent(app)["race"]["views"]) == (0, ["above"])
    turn(app, -1)
    assert words(app)["plays"]


@pytest.mark.parametrize(
    ("query", "says", "heading"),
    [
        ({"lesson": "beal"}, "no lesson 'beal'; did you mean beale", "beale/0"),
        (
            {"lesson": "epsilon", "page": "99"},
            "page = 99 is after the lesson's last, 6",
            "epsilon/0",
        ),
        ({"lesson": "beale", "page": "2", "t": "999"}, "t = 999 is after the last", "beale/1"),
    ],
)
def test_what_a_link_wants_and_is_not_there_is_named(
    query: dict[str, str], says: str, heading: str
) -> None:
    app = opened(**query)
    assert says in app.warning[0].value.replace("\\", "")
    lesson, place = heading.split("/")
    assert words(app)["heading"] == LESSONS[lesson].slides[int(place)].heading


def test_the_lessons_are_no_race_and_keeps_the_scene_as_it_was() -> None:
    app = opened(lesson="beale", page="2", t="31")
    assert "scene" not in app.session_state or app.session_state["scene"] == "beale"
    assert "link/step" not in app.session_state


def test_slides_are_frozen() -> None:
    with pytest.raises(AttributeError):
        LESSONS["beale"].slides[0].heading = "other"  # type: ignore[misc]
    assert isinstance(LESSONS["beale"].slides[0], Slide)
