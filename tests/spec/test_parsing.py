"""Numbers and pairs as people write them: read as they are written, or refused in a sentence."""

import math
import re
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optviz.schedules import Piecewise
from optviz.spec.parsing import (
    integer,
    nearest,
    number,
    number_text,
    pair,
)
from optviz.spec.settings import setting, setting_text
from tests.support.specs import finite

READ = {
    "0,05": 0.05,
    "-2,5": -2.5,
    ",5": 0.5,
    "0,005": 0.005,
    "1234,567": 1234.567,
    "1,5e-3": 0.0015,
    ".5": 0.5,
    "5.": 5.0,
    "+5": 5.0,
    "- 5": -5.0,
    " 0.1\u00a0": 0.1,
    "1_000": 1000.0,
    "1/200": 0.005,
    "1 / 3": 1 / 3,
    "1/2^3": 0.125,
    "1e-3": 0.001,
    "1E+3": 1000.0,
    "2^-7": 2.0**-7,
    "2**-7": 2.0**-7,
    "2^(-7)": 2.0**-7,
    "10^-3": 0.001,
    "10\u207b\u00b3": 0.001,
    "1\u00b710\u207b\u00b3": 0.001,
    "5\u00d710^-4": 0.0005,
    "2^0.5": 2**0.5,
    "\u22122": -2.0,
    "\u20132,5": -2.5,
    "1e\u22123": 0.001,
    "\u00bd": 0.5,
    "-1\u00bd": -1.5,
    "\uff10.\uff15": 0.5,
    "pi/4": math.pi / 4,
    "2\u03c0": 2 * math.pi,
    "3*pi/4": 3 * math.pi / 4,
    "5e-324": 5e-324,
    "1e-323": 1e-323,
}

REFUSED = {
    "": "the number is missing",
    "1,000": "can be read in two ways: write 1000 or 1.000",
    "-12,345": "can be read in two ways: write -12345 or -12.345",
    "1,000e2": "can be read in two ways",
    "1,000,000": "leave out what separates the thousands",
    "1.000,5": "leave out what separates the thousands",
    "1 000": "leave out what separates the thousands",
    "1'000": "leave out what separates the thousands",
    "5%": "write it as in 0.05, 1e-3, 1/200 or 2^-7",
    "5,": "write it as in",
    "1/2/3": "write it as in",
    "1/2*3": "write it as in",
    "1/2pi": "write it as in",
    "2^3^2": "write it as in",
    "10\u22123": "write it as in",
    "1 e-3": "write it as in",
    "5 0": "write it as in",
    "1.2.3": "write it as in",
    "--5": "write it as in",
    "0x10": "write it as in",
    "\u0663": "write it as in",
    "e": "write it as in",
    "nan": "write it as in",
    "1/0": "no float has its value",
    "0^-1": "no float has its value",
    "9^9999": "no float has its value",
    "1e999999999": "no float has its value",
    "1e400": "too large",
    "1e-400": "nearer to 0 than any float",
    "9" * 5000: "over 60 characters",
}


@pytest.mark.parametrize("text", READ, ids=ascii)
def test_a_number_is_read_as_it_is_written(text: str) -> None:
    assert number(text) == READ[text]


@pytest.mark.parametrize("text", REFUSED, ids=lambda text: ascii(text[:20]))
def test_what_is_no_number_or_could_be_two_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=re.escape(REFUSED[text])) as refused:
        number(text)
    assert str(refused.value).startswith(("'", "the number"))


@given(finite)
def test_every_float_reads_back_from_its_text(value: float) -> None:
    assert number(number_text(value)) == value


@given(finite)
def test_a_decimal_comma_is_read_as_a_point_or_refused_as_ambiguous(value: float) -> None:
    text = repr(value).replace(".", ",")
    if re.match(r"-?[1-9]\d{0,2},\d{3}(e|$)", text):
        with pytest.raises(ValueError, match="can be read in two ways"):
            number(text)
    else:
        assert number(text) == value


@given(st.text("0123456789.,-+eE/^*_ pi\u00bd\u00b2\u2212%", max_size=12))
def test_whatever_is_typed_is_a_finite_number_or_a_sentence(text: str) -> None:
    with suppress(ValueError):
        assert math.isfinite(number(text))


@pytest.mark.parametrize(
    ("text", "value"),
    [("200", 200), ("1e3", 1000), ("2^10", 1024), ("1_000", 1000), ("-3", -3), ("3.0", 3)],
)
def test_whole_numbers_may_be_written_as_any_number(text: str, value: int) -> None:
    assert integer(text) == value


@pytest.mark.parametrize(
    "text", ["2.5", "1/3", "1e13", "1,000", "1.000", "-20.000", "1.000.000", "x", "", "pi"]
)
def test_what_is_no_whole_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"whole number|two ways|missing"):
        integer(text)


@pytest.mark.parametrize("text", ["0.5,1.6", "0,5;1,6", "(0.5, 1.6)", "[1/2; 8/5]"])
def test_pairs_have_a_comma_or_a_semicolon_between_them(text: str) -> None:
    assert pair(text) == (0.5, 1.6)


@pytest.mark.parametrize("text", ["0,5,1,6", "1", "", "1,2,3", "0,5,1"])
def test_a_pair_with_another_number_of_commas_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="give two numbers, as in"):
        pair(text)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("beal", "beale"),
        ("adm", "adam"),
        ("beta", "beta2 or beta1"),
        ("Saddle", "saddle_point"),
        ("loss", ""),
        ("x0", ""),
        ("0.1", ""),
        ("a" * 1000, ""),
    ],
)
def test_only_what_is_near_is_offered(text: str, meant: str) -> None:
    names = ["beale", "saddle_point", "adam", "beta1", "beta2", "lesson", "x", "y"]
    assert nearest(text, names) == (f"; did you mean {meant}?" if meant else "")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0,1", 0.1),
        ("0.1@40=0,05", Piecewise(0.1, {40: 0.05})),
        ("1/10@1e2=2^-7@200=0", Piecewise(0.1, {100: 2**-7, 200: 0.0})),
    ],
)
def test_a_setting_is_a_number_or_changes_on_the_way(text: str, value: float | Piecewise) -> None:
    assert setting(text) == value
    assert setting(setting_text(value)) == value


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("0.1@40", "write 0.1@40=0.05 for 0.05 from step 40"),
        ("0.1@=3", "the number is missing"),
        ("0.1@2.5=3", "no whole number"),
        ("@3=1", "the number is missing"),
        ("0.1@0=3", "whole numbers from 1"),
        ("0.1@9=3@4=1", "changes at steps"),
    ],
)
def test_a_change_that_cannot_be_read_is_told(text: str, told: str) -> None:
    with pytest.raises(ValueError, match=re.escape(told)):
        setting(text)
