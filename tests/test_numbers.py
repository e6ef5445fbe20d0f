"""Numbers in sentences: as people write them, and never other than they are."""

import math
import re

import pytest

from optviz.numbers import LARGE, short, spoken
from optviz.stories.findings import sentence


@pytest.mark.parametrize(
    ("value", "spec", "words"),
    [
        (7.3e10, ".1f", "7.3·10¹⁰"),
        (1e31, ".0f", "10³¹"),
        (-5e7, ".2f", "−5·10⁷"),  # noqa: RUF001
        (12345.6, ".0f", "12,346"),
        (1.25, ".1f", "1.2"),
        (0.0004, ".2f", "4·10⁻⁴"),
        (0.0, ".2f", "0.00"),
        (2e-7, ".0e", "2·10⁻⁷"),
        (0.42, ".0%", "42%"),
        (0.998, ".0%", "under 100%"),
        (1.002, ".0%", "over 100%"),
        (1.0, ".0%", "100%"),
        (0.0003, ".0%", "0.03%"),
        (3e9, ".0%", "3·10¹¹%"),
        (1e-5, "g", "10⁻⁵"),
        (math.inf, ".0f", "never"),
        (math.nan, ".0f", "no number"),
    ],
)
def test_a_number_is_said_as_people_write_it(value: float, spec: str, words: str) -> None:
    assert spoken(value, spec) == words


@pytest.mark.parametrize("spec", [".0f", ".1f", ".3f", ".0e", ".0%", "g", ",.0f", ".2g"])
def test_no_number_has_many_digits_or_is_said_to_be_another(spec: str) -> None:
    for power in range(-300, 300):
        for lead in (1.0, 2.4, -9.6):
            value = lead * 10.0**power
            words = spoken(value, spec)
            assert len(re.findall(r"[0-9]", words)) <= 10
            assert worth(words) == pytest.approx(value, rel=0.5)


def worth(words: str) -> float:
    """The number that is said."""
    words = re.sub("^(under|over) ", "", words).replace(",", "").replace("−", "-")  # noqa: RUF001
    share = 0.01 if words.endswith("%") else 1.0
    factor, _, power = words.rstrip("%").rpartition("10" if re.search("[⁰-⁹¹²³]", words) else "#")
    if not power.strip("⁻⁰¹²³⁴⁵⁶⁷⁸⁹") and power:
        exponent = int(power.translate(str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")))
        lead = {"": 1.0, "-": -1.0}.get(factor.rstrip("·"))
        return share * (float(factor.rstrip("·")) if lead is None else lead) * 10.0**exponent
    return share * float(words.rstrip("%"))


def test_sentences_say_once_and_never() -> None:
    says = "It turns {turns:.0f} times, in {steps:.0f} steps, and is there at step {there:.0f}."
    numbers = {"turns": 1.0, "steps": 1.0, "there": math.inf}
    assert sentence(says, {}, numbers)[0] == "It turns once, in 1 step, and is there never."
    several = {"turns": 11.0, "steps": LARGE, "there": 3.0}
    assert (
        sentence(says, {}, several)[0] == "It turns 11 times, in 10⁶ steps, and is there at step 3."
    )


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (0.05, "0.05"),
        (30, "30"),
        (-2.5, "−2.5"),  # noqa: RUF001
        (1234.5, "1230"),
        (1e5, "10⁵"),
        (-1e-6, "−10⁻⁶"),  # noqa: RUF001
        (2.1e-7, "2.1·10⁻⁷"),
        (float("nan"), "–"),  # noqa: RUF001
    ],
)
def test_numbers_are_short(value: float, text: str) -> None:
    assert short(value) == text
