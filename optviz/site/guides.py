"""The guides: docs/ as pages, whose Python is run by the build with its output below it."""

import re
import sys
from collections.abc import Mapping
from contextlib import chdir, redirect_stdout
from html import escape
from importlib.util import find_spec
from io import StringIO
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

from optviz.site.page import Page

CHECKOUT = Path(__file__).parents[2]
INSTALLED = Path(__file__).with_name("docs")  # as pyproject.toml has it
FOLDER = CHECKOUT / "docs" if (CHECKOUT / "pyproject.toml").is_file() else INSTALLED
OPTIONAL = ("torch", "optax", "pytorch_optimizer", "dask")
PICTURES = (".png", ".gif", ".webp", ".svg")
PRINTS = re.compile(r"^print\(.*\)  # ", re.MULTILINE)


def guide_names() -> list[str]:
    """The guides' names, as "python"."""
    return sorted(path.stem for path in FOLDER.glob("*.md"))


def guide_page(name: str, folder: Path) -> Page:
    """A guide; what its code writes is put beside it.

    Args:
        name: of `guide_names`.
        folder: of the site.

    Raises:
        RuntimeError: code of the guide failed.
    """
    text = (FOLDER / f"{name}.md").read_text(encoding="utf-8")
    markdown = MarkdownIt("commonmark").enable("table")
    tokens = markdown.parse(text)
    relink(tokens, folder)
    with Session(name, folder) as session:
        body = Renderer(session).render(tokens, markdown.options, {})
    title = next(
        tokens[k + 1].content for k, each in enumerate(tokens) if each.type == "heading_open"
    )
    first = next(
        tokens[k + 1].content for k, each in enumerate(tokens) if each.type == "paragraph_open"
    )
    return Page(
        path=f"guides/{name}.html",
        title=title,
        about=plain(first),
        body=f"<article>\n{body}\n</article>",
        section="guides.html",
        group="Guides",
        words=" ".join(re.findall(r"\w{4,}", text)[:400]),
    )


def plain(text: str) -> str:
    """The first sentence of Markdown without its signs."""
    words = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text.replace("\n", " "))
    return re.split(r"(?<=[.:]) ", re.sub(r"[`*]", "", words))[0]


def relink(tokens: list[Token], folder: Path) -> None:
    """Links between guides lead to their pages, pictures come along; what is elsewhere is named."""
    for token in tokens:
        relink(token.children or [], folder)
        if token.type == "link_open":
            target = str(token.attrs.get("href", ""))
            path, _, part = target.partition("#")
            if path == "../README.md":
                token.attrs["href"] = "../index.html"
            elif path.endswith(".md") and "/" not in path:
                token.attrs["href"] = f"{path.removesuffix('.md')}.html{'#' if part else ''}{part}"
        if token.type == "image":
            source = FOLDER / str(token.attrs["src"])
            (folder / "guides").mkdir(exist_ok=True)
            copyfile(source, folder / "guides" / source.name)
            token.attrs["src"] = source.name


class Session:
    """A guide's Python, block by block, in an empty folder, as a reader would run it."""

    def __init__(self, name: str, folder: Path) -> None:
        self.name, self.folder = name, folder
        self.module = ModuleType(f"guide_{name.replace('-', '_')}")
        self.made = 0

    def __enter__(self) -> "Session":
        """Begin, in an empty folder."""
        self._temporary = TemporaryDirectory()
        self._inside = chdir(self._temporary.name)
        self._inside.__enter__()
        sys.modules[self.module.__name__] = self.module  # dataclasses look there
        return self

    def __exit__(self, *_: object) -> None:
        """Leave nothing behind."""
        del sys.modules[self.module.__name__]
        self._inside.__exit__(None, None, None)
        self._temporary.cleanup()

    def run(self, code: str) -> str:
        """Run a block; returns what came of it as HTML.

        Raises:
            RuntimeError: it failed.
        """
        named = [each for each in OPTIONAL if re.search(rf"\b(import|from) {each}\b", code)]
        missing = [each for each in named if find_spec(each) is None]
        if missing:
            return f'<p class="output">Not run here: it needs {escape(" and ".join(missing))}.</p>'
        before = set(Path.cwd().iterdir())
        out = StringIO()
        try:
            with redirect_stdout(out):
                exec(compile(code, f"{self.name}.md", "exec"), vars(self.module))
        except Exception as error:
            raise RuntimeError(f"docs/{self.name}.md: {type(error).__name__}: {error}") from error
        new = sorted(set(Path.cwd().iterdir()) - before)
        parts = [self._picture(path) for path in new if path.suffix in PICTURES]
        printed = out.getvalue().rstrip()
        if printed and not PRINTS.search(code):  # else it stands in the code's own comments
            parts.insert(0, f'<pre class="output"><code>{escape(printed)}</code></pre>')
        return "\n".join(parts)

    def _picture(self, path: Path) -> str:
        self.made += 1
        name = f"{self.name}-{self.made}{path.suffix}"
        (self.folder / "guides").mkdir(exist_ok=True)
        copyfile(path, self.folder / "guides" / name)
        return f'<figure><img src="{name}" alt="{escape(path.name)}" loading="lazy"></figure>'


class Renderer(RendererHTML):
    """Markdown as HTML, with each block of Python run and its output below it."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session

    def fence(self, tokens: Any, idx: int, options: Any, env: Mapping[str, Any]) -> str:
        """A block of code; of Python, with what came of it."""
        token = tokens[idx]
        block = f"<pre><code>{escape(token.content)}</code></pre>\n"
        if token.info.strip() != "python":
            return block
        return block + self.session.run(token.content) + "\n"
