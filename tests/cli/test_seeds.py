"""`--seeds N`: what is printed is that of the races, and it is refused where it means nothing."""

from pathlib import Path

import pytest

from optviz.__main__ import main
from optviz.export import export
from optviz.race import race
from optviz.stories.bundles import ahead_sentence, bundle_table

Printed = pytest.CaptureFixture[str]


def test_a_race_of_many_seeds_is_printed(capsys: Printed) -> None:
    assert main(["race", "noisy_moons", "--seeds", "4,7-9", "--steps", "20"]) == 0
    many = race("noisy_moons", steps=20, seeds=(4, 7, 8, 9))
    assert capsys.readouterr().out == f"{bundle_table(many)}\n{ahead_sentence(many)}\n"


def test_a_race_of_one_seed_says_that_it_is_one(capsys: Printed) -> None:
    assert main(["race", "jump", "--seed", "3", "--steps", "5"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[-1] == "this is one seed of the minibatches, 3; others may end otherwise"
    assert main(["race", "beale", "--steps", "5"]) == 0
    assert "seed" not in capsys.readouterr().out


@pytest.mark.parametrize("name", ["many.png", "many.csv", "many.html"])
def test_a_file_of_many_seeds_is_what_export_makes(name: str, tmp_path: Path) -> None:
    given = ["export", "noisy_moons", str(tmp_path / name), "--seeds", "3", "--steps", "9"]
    assert main([*given, "--quiet"]) == 0
    many = race("noisy_moons", steps=9, seeds=range(3))
    true = export(many, tmp_path / f"true-{name}")
    assert (tmp_path / name).read_bytes() == true.read_bytes()


def test_what_has_no_effect_on_many_seeds_is_refused(tmp_path: Path, capsys: Printed) -> None:
    given = ["export", "noisy_moons", str(tmp_path / "a.png"), "--seeds", "3"]
    assert main([*given, "--views", "space"]) == 2
    assert "views has no effect on a race of many seeds as PNG" in capsys.readouterr().err
    assert main(["export", "beale", str(tmp_path / "a.png"), "--seeds", "3"]) == 2
    assert "no minibatches: leave --seeds out" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["beale", "--seeds", "3"], "Beale's function has no minibatches: leave --seeds out"),
        (["noisy_moons", "--seeds", "3", "--seed", "0"], "--seed and --seeds are both given"),
        (["noisy_moons", "--seeds", "9000"], "9,000 seeds of 118 steps are more than 1,000,000"),
    ],
)
def test_seeds_that_are_not_possible(arguments: list[str], words: str, capsys: Printed) -> None:
    assert main(["race", *arguments]) == 2
    assert words in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("0", "how many seeds = 0 is not possible: give a whole number from 1"),
        ("3,3", "seed 3 is given twice"),
    ],
)
def test_texts_that_name_no_seeds(text: str, words: str, capsys: Printed) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["race", "noisy_moons", "--seeds", text])
    assert f"optviz: --seeds: {words}" in capsys.readouterr().err


def test_other_processes_print_and_write_the_same(tmp_path: Path, capsys: Printed) -> None:
    given = ["noisy_moons", "--seeds", "4", "--steps", "9"]
    assert main(["race", *given, "--jobs", "2"]) == 0
    printed = capsys.readouterr().out
    assert main(["race", *given]) == 0
    assert capsys.readouterr().out == printed
    there, here = tmp_path / "there.csv", tmp_path / "here.csv"
    assert main(["export", "noisy_moons", str(there), *given[1:], "--jobs", "2", "--quiet"]) == 0
    assert main(["export", "noisy_moons", str(here), *given[1:], "--quiet"]) == 0
    assert there.read_bytes() == here.read_bytes()


def test_processes_without_seeds_are_refused(capsys: Printed) -> None:
    assert main(["race", "noisy_moons", "--jobs", "2"]) == 2
    said = "--jobs is for the races of --seeds: leave it out, or add --seeds"
    assert said in capsys.readouterr().err
