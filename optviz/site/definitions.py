"""The page of the definitions: each rule with its source, and how far it is from the libraries."""

from html import escape

from markdown_it import MarkdownIt

from optviz.equations import EQUATION
from optviz.optimizers import Optimizer
from optviz.rule_texts import INTRO, TITLE, defaults, parts, printed
from optviz.scenes.agreement import agreement_in_words, measured, rows
from optviz.scenes.definitions import DIFFERENCES
from optviz.site.page import Page
from optviz.spec.address import DEFINITIONS, RACE
from optviz.stories.findings import measured_under
from optviz.variants import RULES

MARKDOWN = MarkdownIt()


def definitions_page() -> Page:
    """The whole page."""
    table = measured()
    return Page(
        path=DEFINITIONS,
        title=TITLE,
        about=INTRO,
        body="\n".join(
            [
                f"<h1>{TITLE}</h1>",
                f'<p class="lead">{INTRO}</p>',
                "<h2>Where definitions part</h2>",
                f"<ul>\n{differences()}\n</ul>",
                *(rule(kind) for kind in RULES.values()),
                "<h2>How far this is from the libraries</h2>",
                MARKDOWN.render(agreement_in_words(table)),
                table_of(rows(table)),
            ]
        ),
        section=DEFINITIONS,
        group="Definitions",
        words=" ".join(kind.__name__ for kind in RULES.values()),
    )


def differences() -> str:
    """What was measured where two definitions race, each with a link to the race."""
    lines = []
    for key, scene in DIFFERENCES.items():
        (finding,) = scene.story
        told = measured_under(finding, scene.conditions)
        words = f": {escape(told.words)}" if told else ""
        lines.append(f'<li><a href="{RACE.format(key)}">{escape(scene.name)}</a>{words}</li>')
    return "\n".join(lines)


def rule(kind: type[Optimizer]) -> str:
    """One optimizer: what it is, its equations, what its source and the frameworks say."""
    summary, notes, remarks = parts(kind)
    equations = [
        f"{printed(name)} ← {printed(expression)}"
        for name, expression in EQUATION.findall(kind.__doc__ or "")
    ]
    lines = [
        f"<h2>{escape(kind.__name__)}</h2>",
        MARKDOWN.render(summary),
        f"<pre><code>{escape(chr(10).join(equations))}</code></pre>" if equations else "",
        *(MARKDOWN.render(each) for each in [*notes, f"Default: {defaults(kind)}.", *remarks]),
    ]
    return "\n".join(lines)


def table_of(columns: dict[str, list[str]]) -> str:
    """Columns as a table whose first one heads the rows."""
    heads = "".join(f'<th scope="col">{escape(name)}</th>' for name in columns)
    body = "\n".join(
        f'<tr><th scope="row">{escape(first)}</th>'
        + "".join(f"<td>{escape(each)}</td>" for each in rest)
        + "</tr>"
        for first, *rest in zip(*columns.values(), strict=True)
    )
    return f'<div class="scroll"><table>\n<tr>{heads}</tr>\n{body}\n</table></div>'
