"""`python -m optviz handout beale beale.html`: a lesson on paper."""

import argparse
import sys
from pathlib import Path

from optviz.cli.writing import check_file
from optviz.files import whole_file
from optviz.lessons import LESSONS
from optviz.server.reach import ONLY_HERE, for_others, is_only_here
from optviz.spec.parsing import one_of

SUFFIXES = (".html", ".htm")


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the parser."""
    command = commands.add_parser("handout", help="write a lesson as a page to print")
    command.add_argument("lesson", help=", ".join(LESSONS))
    command.add_argument("file", type=Path, help="where to; an HTML page")
    command.add_argument("--base", default="", metavar="URL", help="where the class finds the app")
    command.add_argument("--force", action="store_true", help="replace the file if it exists")
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Draw the lesson and write the page."""
    from optviz.lessons.handout import handout  # noqa: PLC0415, matplotlib takes a second

    lesson = LESSONS[one_of("lesson", options.lesson.strip(), LESSONS)]
    if options.file.suffix.lower() not in SUFFIXES:
        raise ValueError(f"{options.file.name}: a hand-out is an HTML page: let it end in .html")
    check_file(options)
    with whole_file(options.file, options.force) as part:
        part.write_text(handout(lesson, options.base), encoding="utf-8")
    print(f"{options.file}: {len(lesson.slides)} slides", file=sys.stdout)
    if is_only_here(options.base):
        others = for_others(options.base)
        hint = f"; others may reach it as --base {others}" if others else ""
        print(f"A link to {options.base} {ONLY_HERE}{hint}", file=sys.stderr)
    return 0
