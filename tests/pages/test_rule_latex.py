"""Rules as LaTeX: what stands in the docstrings, and brackets where they are needed."""

import re

import pytest

from optviz.equations import Equation, equations, parse
from optviz.optimizers import Adam, Optimizer
from optviz.pages.rule_latex import aligned, rule_latex, tree_latex
from optviz.rule_texts import parts
from optviz.variants import RULES


@pytest.mark.parametrize(
    ("text", "latex"),
    [
        ("mu v - lr g", r"\mu \, v - \mathrm{lr} \, g"),
        ("lr / (sqrt(v_hat) + eps)", r"\frac{\mathrm{lr}}{\sqrt{\hat{v}} + \varepsilon}"),
        ("v / (1 - beta2^t)", r"\frac{v}{1 - \beta_2^{t}}"),
        ("(1 - rho) g^2", r"\left(1 - \rho\right) \, g^{2}"),
        ("x - (a - b)", r"x - \left(a - b\right)"),
        ("x - a - b", "x - a - b"),
        ("(a / b)^2", r"\left(\frac{a}{b}\right)^{2}"),
        ("(-g)^2", r"\left(-g\right)^{2}"),
        ("-rate g", r"-\alpha \, g"),
        ("max(beta2 u, abs(g))", r"\operatorname{max}\left(\beta_2 \, u, \left|g\right|\right)"),
        (
            "m if g != 0 else 0",
            r"\begin{cases} m & \text{if } g \ne 0 \\ 0 & \text{otherwise} \end{cases}",
        ),
        ("some_name", r"\mathrm{some\_name}"),
    ],
)
def test_an_expression_is_set_as_papers_print_it(text: str, latex: str) -> None:
    assert tree_latex(parse(text)) == latex


@pytest.mark.parametrize("kind", RULES.values())
def test_every_rule_has_all_its_equations_and_balanced_braces(kind: type[Optimizer]) -> None:
    said = rule_latex(kind)
    assert said.count(r"\leftarrow") == len(equations(kind))
    assert said.count("{") == said.count("}")
    assert said.count(r"\left(") == said.count(r"\right)")
    assert not re.search(r"beta|_hat|eps(?!ilon)", said.replace(r"\beta", ""))


def test_equations_stand_below_each_other() -> None:
    assert rule_latex(Adam).startswith(r"\begin{aligned} m &\leftarrow")
    assert aligned([]) == ""
    assert aligned([Equation("x", parse("x - lr g"))]).count(r"\\") == 0


@pytest.mark.parametrize("kind", RULES.values())
def test_the_words_beside_them_have_no_code(kind: type[Optimizer]) -> None:
    summary, notes, remarks = parts(kind)
    said = " ".join([summary, *notes, *remarks])
    assert "**Source:**" in said
    assert "**Frameworks:**" in said
    assert not re.search(r"beta\d|_hat|\beps\b|<-|sqrt|\de-\d", said)
