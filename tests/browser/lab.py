"""A real JupyterLab with a kernel, in folders of its own, that asks nothing of other hosts."""

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Frame, Locator, Page

from tests.browser.server import ROOT, Server, running
from tests.support.patience import PATIENCE
from tests.support.ports import free_port

TOKEN = "only-for-tests"
SIZE: Any = {"width": 1300, "height": 1250}
# What JupyterLab would ask of the network by itself: news, newer versions, lists of extensions.
QUIET = {
    "@jupyterlab/apputils-extension:notification": {
        "fetchNews": "false",
        "checkForUpdates": False,
        "doNotDisturbMode": True,
    },
    "@jupyterlab/extensionmanager-extension:plugin": {"enabled": False},
}
OPTIONS = {
    "ServerApp.ip": "localhost",
    "ServerApp.port_retries": 0,
    "ServerApp.open_browser": False,
    "ServerApp.allow_root": True,
    "IdentityProvider.token": TOKEN,
    "LabApp.expose_app_in_browser": True,
    "LabApp.news_url": "None",
    "LabApp.check_for_updates_class": "jupyterlab.NeverCheckForUpdate",
    "LabApp.extension_manager": "readonly",
}
KERNEL = "jupyterapp.shell.currentWidget.sessionContext.session.kernel"
# Runs code in the notebook's kernel: what an expression is there, as JSON, or why it is not.
ASK = f"""async ([code, expression]) => {{
    const asked = {{ code: "import json\\n" + code, user_expressions: {{ it: expression }} }};
    const {{ content }} = await {KERNEL}.requestExecute(asked).done;
    return content.user_expressions?.it ?? content;
}}"""


class Lab:
    """JupyterLab in a browser's page."""

    def __init__(self, page: Page, server: Server, folder: Path) -> None:
        self.page = page
        self.folder = folder
        page.goto(f"{server.address}/lab?token={TOKEN}")
        page.wait_for_function("window.jupyterapp?.restored")
        page.evaluate("jupyterapp.restored.then(() => true)")

    def do(self, command: str, **arguments: Any) -> None:
        """One of JupyterLab's commands, as its menus have them, until it is done."""
        run = "([name, values]) => jupyterapp.commands.execute(name, values).then(() => true)"
        self.page.evaluate(run, [command, arguments])

    def open(self, name: str, kernel: Any = None) -> None:
        """Show a notebook, with a kernel that is named or runs."""
        self.do("docmanager:open", path=name, kernel=kernel or {"name": "python3"})
        self.page.evaluate("jupyterapp.shell.currentWidget.context.ready.then(() => true)")
        self.page.evaluate("jupyterapp.shell.currentWidget.sessionContext.ready.then(() => true)")

    def kernel(self) -> dict[str, str]:
        """The kernel of the notebook that is shown."""
        found: dict[str, str] = self.page.evaluate(f"({{ id: {KERNEL}.id, name: {KERNEL}.name }})")
        return found

    def python(self, expression: str, before: str = "") -> Any:
        """What an expression is in the kernel, after some lines of code."""
        answer = self.page.evaluate(ASK, [before, f"json.dumps({expression})"])
        assert answer["status"] == "ok", answer
        text = answer["data"]["text/plain"]  # a string's repr, of JSON
        return json.loads(text[1:-1].replace("\\'", "'").replace("\\\\", "\\"))

    def theme(self, name: str) -> None:
        """Light or Dark, of JupyterLab."""
        self.do("apputils:change-theme", theme=f"JupyterLab {name}")

    def output(self, place: int) -> Locator:
        """What a cell shows; only of the notebook that is shown."""
        shown = ".jp-NotebookPanel:not(.lm-mod-hidden) .jp-CodeCell"
        return self.page.locator(shown).nth(place).locator(".jp-OutputArea-output")

    def frame(self, place: int) -> Frame:
        """The frame that a cell shows."""
        handle = self.output(place).locator("iframe").element_handle()
        frame = handle.content_frame()
        assert frame
        return frame


def write(path: Path, cells: Sequence[str]) -> None:
    """A notebook that has not been run."""
    listed: list[dict[str, Any]] = [
        {
            "cell_type": "code",
            "id": f"cell-{place}",
            "source": source,
            "metadata": {},
            "outputs": [],
            "execution_count": None,
        }
        for place, source in enumerate(cells)
    ]
    spec = {"name": "python3", "display_name": "Python 3", "language": "python"}
    about = {"metadata": {"kernelspec": spec}, "nbformat": 4, "nbformat_minor": 5}
    path.write_text(json.dumps({"cells": listed} | about), encoding="utf-8")


def own(folder: Path) -> dict[str, str]:
    """The environment of a Jupyter that knows nothing of the user's own, with optviz."""
    config = folder / "config" / "labconfig"
    config.mkdir(parents=True)
    (config / "default_setting_overrides.json").write_text(json.dumps(QUIET), encoding="utf-8")
    places = {name: str(folder / name.lower()) for name in ("DATA_DIR", "RUNTIME_DIR")}
    return {f"JUPYTER_{name}": path for name, path in places.items()} | {
        "JUPYTER_CONFIG_DIR": str(config.parent),
        "JUPYTER_CONFIG_PATH": "",
        "JUPYTER_PATH": "",
        "JUPYTERLAB_SETTINGS_DIR": str(folder / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(folder / "workspaces"),
        "IPYTHONDIR": str(folder / "ipython"),
        "HOME": str(folder),
        "PYTHONPATH": str(ROOT),
    }


@contextmanager
def served(folder: Path, **environment: str) -> Iterator[Server]:
    """A JupyterLab that serves a folder."""
    port = free_port()
    options = OPTIONS | {"ServerApp.port": port, "ServerApp.root_dir": folder}
    command = [sys.executable, "-m", "jupyterlab", *(f"--{k}={v}" for k, v in options.items())]
    with running(command, folder, port, health="/api", **environment) as server:
        yield server


@contextmanager
def opened(browser: Browser, server: Server, folder: Path) -> Iterator[Lab]:
    """JupyterLab in a page, which may ask no other host."""
    page = browser.new_page(viewport=SIZE)
    page.set_default_timeout(1000 * PATIENCE)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("websocket", lambda socket: asked.append(socket.url))
    yield Lab(page, server, folder)
    page.close()
    web = {url.split("/")[2] for url in asked if url.startswith(("http", "ws"))}
    assert web == {server.address.split("/")[2]}
