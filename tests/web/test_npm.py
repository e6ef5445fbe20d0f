"""What the test command says where Node.js is missing."""

import subprocess

import pytest

from tests.web import npm


def test_without_node_the_part_fails_and_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)
    assert not npm.passes()
    assert "there is no Node.js; install Node.js 20.19" in capsys.readouterr().out


def test_an_old_node_is_not_enough(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    old = subprocess.CompletedProcess(["node"], 0, stdout="v18.20.1\n")
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr("subprocess.run", lambda *_, **__: old)
    assert not npm.passes()
    assert "Node.js v18.20.1 is too old" in capsys.readouterr().out
