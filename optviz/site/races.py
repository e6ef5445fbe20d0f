"""The pages of the races: every scene, claim and difference of definitions, live."""

from html import escape
from pathlib import Path

from optviz.export import RaceOptions, export
from optviz.pictures.settings import about as settings_about
from optviz.player.page import definitions, race_element
from optviz.player.payload import message
from optviz.scenes import Scene
from optviz.scenes.catalog import CATALOG
from optviz.scenes.claims import CLAIMS
from optviz.scenes.gallery import GROUPS, about, title_of
from optviz.site.page import Page
from optviz.spec.address import RACE, Place, write
from optviz.spec.race_spec import RaceSpec
from optviz.stories.findings import Statement, evaluate_story

SIZE = (960, 600)  # pixels of a picture
GROUP_OF = {key: group.title for group in GROUPS for key in group.scenes}
WORDS = "race optimizer trajectory loss surface"


def race_page(key: str, folder: Path, app: str) -> Page:
    """The page of a scene; its picture is written beside it.

    Args:
        key: of `CATALOG`.
        folder: of the site.
        app: the address of the app, for links to it; "" if there is none.
    """
    scene = CATALOG[key]
    done = scene.race()
    story = evaluate_story(scene.story, done, scene.conditions)
    link = f"{app}?{write(RaceSpec(scene=key), Place())}" if app else ""
    data = message(done, story=story, camera=scene.camera, views=scene.views, whole=False)
    picture = f"races/{key}.png"
    views = tuple(view for view in scene.views if view != "samples")
    export(scene, folder / picture, RaceOptions(size=SIZE, views=views or None))
    names = " ".join(each.name for each in scene.entrants)
    return Page(
        path=RACE.format(key),
        title=title_of(key),
        about=about(key),
        body="\n".join(
            [
                f"<h1>{escape(title_of(key))}</h1>",
                f'<p class="lead">{lead(key)}</p>',
                place(scene, f"{key}.png", story),
                remember(key),
                f'<p><a data-optviz-app href="{escape(link)}">Open it in the app</a></p>'
                if link
                else "",
                "<h2>What is raced</h2>",
                definitions(settings_about(done, scene.source)),
                race_element(data),
            ]
        ),
        section="index.html",
        picture=picture,
        group=GROUP_OF[key],
        live=True,
        words=f"{WORDS} {names} {scene.surface.name}",
    )


def lead(key: str) -> str:
    """What the race is; of a claim, what people say and what came of measuring it."""
    if key not in CLAIMS:
        return escape(about(key))
    claim = CLAIMS[key]
    return f"People say: <em>{escape(claim.says)}</em> Measured: it {escape(claim.outcome)}."


def remember(key: str) -> str:
    """What is worth remembering of a claim, and who says it."""
    if key not in CLAIMS:
        return ""
    claim = CLAIMS[key]
    return f"<p>{escape(claim.lesson)}</p>\n<p>The claim: {escape(claim.source)}.</p>"


def place(scene: Scene, picture: str, story: list[Statement]) -> str:
    """Where the player comes; until then, or without JavaScript, a picture and sentences."""
    names = ", ".join(each.name for each in scene.entrants)
    width, height = SIZE
    told = "\n".join(f"<li>{statement_text(each)}</li>" for each in story)
    sentences = f"<h2>What there is to see</h2>\n<ul>\n{told}\n</ul>" if told else ""
    return (
        "<div data-optviz-place>\n"
        f'<noscript><img src="{picture}" width="{width}" height="{height}" '
        f'alt="{escape(f"The paths of {names} on {scene.surface.name}")}"></noscript>\n'
        f"{sentences}\n</div>"
    )


def statement_text(statement: Statement) -> str:
    """A measured sentence, and whether it is so."""
    return f"{'' if statement.holds else 'Not so here: '}{escape(statement.words)}"
