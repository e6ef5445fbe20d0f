"""`export --from picture.png`: what a picture shows, made again, and what is refused."""

import json
import os
import struct
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from optviz.__main__ import main

ROOT = Path(__file__).parents[2]
RULE = """
from dataclasses import dataclass

from optviz import Optimizer


@dataclass(frozen=True)
class Lazy(Optimizer):
    def rule(self, x, g, s):
        return x - 0.001 * g
"""


@pytest.fixture
def problem(capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    def said(*arguments: object) -> str:
        assert main(list(map(str, arguments))) == 2
        text = capsys.readouterr().err
        assert text.startswith("optviz: ")
        assert text.count("\n") == 1
        return text

    return said


def made(*arguments: object) -> bytes:
    assert main([*map(str, arguments), "--quiet"]) == 0
    path = next(each for each in arguments if isinstance(each, Path))
    return path.read_bytes()


def holding(path: Path, text: str | bytes, keyword: bytes = b"optviz") -> Path:
    """A PNG with a text."""
    content = keyword + b"\0" + (text.encode() if isinstance(text, str) else text)
    chunk = struct.pack(">I", len(content)) + b"tEXt" + content
    chunk += struct.pack(">I", zlib.crc32(b"tEXt" + content))
    Image.new("RGB", (1, 1)).save(path)
    plain = path.read_bytes()
    path.write_bytes(plain[:33] + chunk + plain[33:])
    return path


@pytest.mark.parametrize("suffix", ["png", "svg", "pdf"])
def test_a_picture_is_made_again_and_flags_win(suffix: str, tmp_path: Path) -> None:
    first = tmp_path / f"a.{suffix}"
    title = r"a \ ( < & é 谷 'b' ) \\ (("
    plain = made("export", "beale", first, "--steps=4", "--title", title, "--step=2")
    other = tmp_path / f"b.{suffix}"
    assert main(["export", "--from", str(first), str(other), "--quiet"]) == 0
    assert other.read_bytes() == plain
    third = tmp_path / f"c.{suffix}"
    dark = made("export", "beale", third, "--steps=4", "--theme=dark", "--step=2", "--title=")
    changed = ["--theme", "dark", f"--from={first}", "--title", "", str(tmp_path / f"d.{suffix}")]
    assert main(["export", *changed, "--quiet"]) == 0
    assert (tmp_path / f"d.{suffix}").read_bytes() == dark


def test_in_another_format_what_has_no_effect_is_left_out(tmp_path: Path) -> None:
    first = tmp_path / "a.svg"
    made("export", "beale", first, "--steps=4", "--step=2", "--text=paths", "--size=300x240")
    assert main(["export", "--from", str(first), str(tmp_path / "b.csv"), "--quiet"]) == 0
    assert (tmp_path / "b.csv").read_bytes() == made(
        "export", "beale", tmp_path / "c.csv", "--steps=4"
    )
    film = ["export", "--from", str(first), str(tmp_path / "b.gif"), "--fps=5", "--quiet"]
    assert main(film) == 0
    with Image.open(tmp_path / "b.gif") as shown:
        assert shown.size == (300, 240)


def test_the_race_can_be_changed_too(tmp_path: Path) -> None:
    first = tmp_path / "a.png"
    asked = "--rates=1e-3,0.1", "--optimizers=sgd"
    made("sweep", "beale", first, "--steps=4", *asked)
    again = ["export", "--from", str(first), str(tmp_path / "b.csv"), "--steps=5", "--quiet"]
    assert main(again) == 0
    wanted = made("sweep", "beale", tmp_path / "c.csv", "--steps=5", *asked)
    assert (tmp_path / "b.csv").read_bytes() == wanted


def test_its_own_file_is_only_replaced_where_that_is_wanted(
    tmp_path: Path, problem: Callable[..., str]
) -> None:
    first = tmp_path / "a.png"
    plain = made("export", "beale", first, "--steps=4", "--size=300x240")
    assert "add --force to replace it" in problem("export", "--from", first)
    assert main(["export", "--from", str(first), "--force", "--quiet"]) == 0
    assert first.read_bytes() == plain


def test_a_users_optimizer_is_named_again_and_never_run_unasked(tmp_path: Path) -> None:
    def optviz(*arguments: str) -> str:
        command = [sys.executable, "-m", "optviz", "export", *arguments]
        paths = {"PYTHONPATH": str(ROOT)} | dict(os.environ)
        ran = subprocess.run(command, cwd=tmp_path, env=paths, capture_output=True, check=False)
        return ran.stderr.decode()

    (tmp_path / "mine.py").write_text(RULE)
    mine = ["--optimizer", "mine.py"]
    assert optviz("beale", "a.png", *mine, "--optimizers=lazy,adam", "--steps=4") == ""
    plain = (tmp_path / "a.png").read_bytes()
    assert b"mine.py" not in plain
    said = optviz("--from", "a.png", "b.png")
    assert "there is no optimizer 'lazy'" in said
    assert "add --optimizer or --surface and its name" in said
    assert optviz("--from", "a.png", "b.png", *mine) == ""
    assert (tmp_path / "b.png").read_bytes() == plain


RACED = {"version": 1, "kind": "race", "race": {"scene": "beale"}}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "the recipe is no JSON"),
        (json.dumps(RACED | {"version": 9}), "install a newer one"),
        (json.dumps(RACED | {"race": {"scene": "beale", "steps": 10**12}}), "steps = "),
        (b"\xff\xfe\x00", "the recipe is no JSON"),
    ],
)
def test_a_recipe_that_cannot_be_followed_is_refused_with_its_file(
    text: str | bytes, says: str, tmp_path: Path, problem: Callable[..., str]
) -> None:
    said = problem("export", "--from", holding(tmp_path / "a.png", text), tmp_path / "b.png")
    assert "a.png: " in said
    assert says in said
    assert not (tmp_path / "b.png").exists()


def test_a_title_is_never_an_option_or_code(tmp_path: Path, problem: Callable[..., str]) -> None:
    said = RACED | {"picture": {"title": "--force"}, "race": {"scene": "beale", "steps": 2}}
    first = holding(tmp_path / "a.png", json.dumps(said))
    (tmp_path / "b.png").write_bytes(b"mine")
    assert "is there already" in problem("export", "--from", first, tmp_path / "b.png")
    assert (tmp_path / "b.png").read_bytes() == b"mine"


def test_pictures_without_a_recipe_say_so(tmp_path: Path, problem: Callable[..., str]) -> None:
    plain = tmp_path / "plain.png"
    Image.new("RGB", (1, 1)).save(plain)
    assert "plain.png holds no recipe" in problem("export", "--from", plain, tmp_path / "b.png")
    other = holding(tmp_path / "other.png", "x", b"Comment")
    assert "other.png holds no recipe" in problem("export", "--from", other, tmp_path / "b.png")
    (tmp_path / "a.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'><g/></svg>")
    assert "holds no recipe" in problem("export", "--from", tmp_path / "a.svg", tmp_path / "b.png")
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4\n/Keywords (apples)")
    assert "holds no recipe" in problem("export", "--from", tmp_path / "a.pdf", tmp_path / "b.png")


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.png", b"GIF89a", "it is no PNG"),
        ("a.pdf", b"GIF89a", "it is no PDF"),
        ("a.svg", b"<svg", "cannot be read"),
        ("a.gif", b"GIF89a", "only PNG, SVG and PDF hold a recipe"),
    ],
)
def test_what_is_no_picture_of_its_name_is_refused(
    name: str, content: bytes, says: str, tmp_path: Path, problem: Callable[..., str]
) -> None:
    (tmp_path / name).write_bytes(content)
    assert says in problem("export", "--from", tmp_path / name, tmp_path / "b.png")


def test_a_damaged_text_is_told(tmp_path: Path, problem: Callable[..., str]) -> None:
    path = holding(tmp_path / "a.png", json.dumps(RACED))
    path.write_bytes(path.read_bytes().replace(b"beale", b"bealf"))
    assert "its text is damaged" in problem("export", "--from", path, tmp_path / "b.png")


def test_a_text_of_a_gigabyte_is_not_read(tmp_path: Path, problem: Callable[..., str]) -> None:
    path = tmp_path / "a.png"
    with path.open("wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 2**30) + b"tEXtoptviz\0")
        file.truncate(2**30 + 8 + 12)  # a hole
    assert "holds no recipe" in problem("export", "--from", path, tmp_path / "b.png")


def test_a_text_that_another_program_has_written_is_found(tmp_path: Path) -> None:
    info = PngInfo()
    info.add_text("optviz", json.dumps(RACED | {"race": {"scene": "beale", "steps": 2}}))
    Image.new("RGB", (1, 1)).save(tmp_path / "a.png", pnginfo=info)
    assert main(["export", "--from", str(tmp_path / "a.png"), str(tmp_path / "b.csv")]) == 0


def test_a_picture_must_be_named(problem: Callable[..., str]) -> None:
    assert "--from takes the name of a picture" in problem("export", "--from")
    assert "cannot be read" in problem("export", "--from", "/nowhere/a.png", "b.png")
