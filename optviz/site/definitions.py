"""The page of the definitions: each rule with its source, and how far it is from the libraries."""

import inspect
from html import escape

from markdown_it import MarkdownIt

from optviz.equations import EQUATION
from optviz.numbers import short
from optviz.optimizers import Optimizer
from optviz.rule_texts import parts, printed
from optviz.scenes.agreement import agreement_in_words, measured, rows
from optviz.scenes.definitions import DIFFERENCES
from optviz.site.page import Page
from optviz.stories.findings import measured_under
from optviz.style import SYMBOLS
from optviz.variants import RULES

INTRO = (
    "The same name does not always mean the same rule. Here is what each rule does in optviz, "
    "where it comes from, and what libraries make of it."
)
MARKDOWN = MarkdownIt()


def definitions_page() -> Page:
    """The whole page."""
    title = "What exactly is Adam here?"
    table = measured()
    return Page(
        path="definitions.html",
        title=title,
        about=INTRO,
        body="\n".join(
            [
                f"<h1>{title}</h1>",
                f'<p class="lead">{INTRO}</p>',
                "<h2>Where definitions part</h2>",
                f"<ul>\n{differences()}\n</ul>",
                *(rule(kind) for kind in RULES.values()),
                "<h2>How far this is from the libraries</h2>",
                MARKDOWN.render(agreement_in_words(table)),
                table_of(rows(table)),
            ]
        ),
        section="definitions.html",
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
        lines.append(f'<li><a href="races/{key}.html">{escape(scene.name)}</a>{words}</li>')
    return "\n".join(lines)


def rule(kind: type[Optimizer]) -> str:
    """One optimizer: what it is, its equations, what its source and the frameworks say."""
    summary, notes, remarks = parts(kind)
    equations = [
        f"{printed(name)} ← {printed(expression)}"
        for name, expression in EQUATION.findall(f"\n{indented(kind)}")
    ]
    settings = kind().settings().items()
    defaults = ", ".join(f"{SYMBOLS.get(name, name)} = {short(v)}" for name, v in settings)
    lines = [
        f"<h2>{escape(kind.__name__)}</h2>",
        MARKDOWN.render(summary),
        f"<pre><code>{escape(chr(10).join(equations))}</code></pre>" if equations else "",
        *(MARKDOWN.render(each) for each in [*notes, f"Default: {defaults}.", *remarks]),
    ]
    return "\n".join(lines)


def indented(kind: type[Optimizer]) -> str:
    """The docstring with every line indented, as `EQUATION` reads it."""
    lines = (inspect.getdoc(kind) or "").splitlines()
    return "\n".join(f"    {line.strip()}" for line in lines)


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
