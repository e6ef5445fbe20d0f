"""The page from an installed package: `optviz app` in a folder that has nothing of the project."""

from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser

from optviz.optimizers import OPTIMIZERS
from optviz.web.scripts import SCRIPTS, version
from tests.browser.conftest import VIEWS
from tests.browser.server import running, serve
from tests.browser.visitor import Visitor
from tests.support.package import Installed, build, install
from tests.support.ports import free_port

MINE = """
from dataclasses import dataclass
import numpy as np
from optviz import Optimizer


@dataclass(frozen=True)
class Signs(Optimizer):
    lr: float = 0.02

    def rule(self, x, g, s):
        return x - self.lr * np.sign(g)
"""
EIGHT = [*(kind.__name__ for kind in OPTIMIZERS.values()), "Signs"]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    folders = [tmp_path_factory.mktemp(name) for name in ("built", "installed", "work")]
    build(folders[0])
    return install(*folders)


def racing(visitor: Visitor) -> list[str]:
    """The names in the legend."""
    return [row.split()[0] for row in visitor.player.locator(".legend .row").all_inner_texts()]


def sidebar_colour(visitor: Visitor) -> str:
    colour: str = visitor.page.get_by_test_id("stSidebar").evaluate(
        "sidebar => getComputedStyle(sidebar).backgroundColor"
    )
    return colour


def test_it_is_the_same_page_and_asks_no_other_host(
    browser: Browser, installed: Installed, visitor: Visitor
) -> None:
    (installed.work / "mine.py").write_text(MINE, encoding="utf-8")
    port = free_port()
    command = installed.command("app", "--port", str(port), "--address", "localhost")
    command += ["mine.py", "gone.py"]
    page = browser.new_page(**VIEWS["light-wide"])
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    with running(command, installed.work, port, **installed.environment) as server:
        own = Visitor(page, server.address)
        own.watch_it_move()
        assert racing(own) == EIGHT
        assert "gone.py: it cannot be read" in own.alerts.inner_text()
        assert sidebar_colour(own) == sidebar_colour(visitor)
        script = f"{server.address}/scripts/player.js?v={version('player')}"
        assert script in asked
        with urlopen(script) as answered:
            assert answered.read() == SCRIPTS["player"].read_bytes()
            assert "immutable" in answered.headers["Cache-Control"]
        with pytest.raises(HTTPError, match="404"):
            urlopen(f"{server.address}/scripts/main.js")
        page.close()
    web = {urlsplit(url).netloc for url in asked if url.startswith(("http", "ws"))}
    assert web == {f"localhost:{port}"}
    assert "Traceback" not in server.log
    assert "stopped" not in server.log


def test_rules_on_streamlits_command_line_race_on_the_page(
    browser: Browser, tmp_path: Path
) -> None:
    mine = tmp_path / "mine.py"
    mine.write_text(MINE, encoding="utf-8")
    page = browser.new_page(**VIEWS["light-wide"])
    with serve(rules=[mine]) as server:
        assert racing(Visitor(page, server.address)) == EIGHT
        page.close()
