"""How optimizers and surfaces look, in the player and in every export.

Nobody is told by colour alone: each optimizer has a dash and a marker of its own, so that a race
can be read by colour-blind people and in grey. Hues follow Alec Radford's animations of 2014 (SGD
red, Momentum green, NAG magenta, AdaGrad blue, AdaDelta yellow, RMSProp in ink); Adam is cyan.
Every colour has a contrast of at least 3 to 1 against all of the paper of the view from above (WCAG
2.2, criterion 1.4.11), which is why each comes as a pair: for light paper and for dark. In space,
where slopes are shaded, the rim round every trail keeps it apart from the ground.
"""

from collections.abc import Container
from dataclasses import dataclass

from optviz.optimizers import Optimizer

# Symbols as papers print them; other hyper-parameters show the names they have in Python.
SYMBOLS = {
    "mu": "μ",
    "rho": "ρ",  # noqa: RUF001
    "eps": "ε",
    "eps_hat": "ε\u0302",
    "beta1": "β₁",
    "beta2": "β₂",
    "decay": "λ",
    "psi": "ψ",
}


@dataclass(frozen=True)
class RunStyle:
    """One optimizer's style.

    Attributes:
        light: its colour on light paper, #rrggbb.
        dark: its colour on dark paper.
        dash: strokes and gaps in line widths, in turn; empty for a solid line.
        marker: the shape of its head: circle, square, triangle, diamond, plus, cross or star.
    """

    light: str
    dark: str
    dash: tuple[float, ...]
    marker: str


STYLES: dict[str, RunStyle] = {
    "SGD": RunStyle("#d6293e", "#ff6b7a", (1, 2), "circle"),
    "Momentum": RunStyle("#2f8a1f", "#7bd25a", (6, 2), "square"),
    "NAG": RunStyle("#b52fb0", "#f07ceb", (6, 2, 1, 2), "triangle"),
    "AdaGrad": RunStyle("#2f55dd", "#86a5ff", (3, 2), "diamond"),
    "AdaDelta": RunStyle("#8f6a00", "#e3c341", (3, 2, 1, 2, 1, 2), "plus"),
    "RMSProp": RunStyle("#22262b", "#f2f4f6", (9, 2, 2, 2), "cross"),
    "Adam": RunStyle("#00829f", "#2fd1ee", (), "star"),
}

# For variants and for optimizers that people bring along; taken in turn.
SPARE_STYLES: tuple[RunStyle, ...] = (
    RunStyle("#a04a12", "#ffa66b", (4, 1), "circle"),
    RunStyle("#5a3fc0", "#b9a5ff", (2, 1), "square"),
    RunStyle("#0f7a63", "#5fe0c0", (8, 3), "triangle"),
    RunStyle("#93305f", "#ff9cc8", (5, 2, 2, 2), "diamond"),
    RunStyle("#597324", "#92945e", (1, 1), "plus"),
    RunStyle("#05367a", "#95b8aa", (7, 1), "cross"),
    RunStyle("#836f5a", "#f4d6a2", (4, 3), "star"),
    RunStyle("#dc0e75", "#f84bae", (5, 1, 1, 1), "circle"),
    RunStyle("#826898", "#938da7", (2, 3), "square"),
    RunStyle("#4c1f0b", "#ef662e", (10, 3, 1, 3), "triangle"),
    RunStyle("#b75255", "#c28073", (12, 3), "diamond"),
    RunStyle("#283807", "#dbf59e", (4, 2, 4, 2, 1, 2), "plus"),
)

# The paper from the lowest ground to the highest, from which the surface's colours are mixed.
LIGHT_PAPER = ("#fff6d8", "#f4f3e4", "#e5eced", "#d8e3ee", "#cad8ea")
DARK_PAPER = ("#243b4a", "#1d2f3e", "#192634", "#161e2a", "#131720")

# From the best outcome to the worst, for heat maps: viridis, which grows lighter all the way.
HEAT = (
    "#fde725",
    "#b5de2b",
    "#6ece58",
    "#35b779",
    "#1f9e89",
    "#26828e",
    "#31688e",
    "#3e4989",
    "#482878",
    "#440154",
)


def styles_for(optimizers: list[Optimizer]) -> list[RunStyle]:
    """A RunStyle for each optimizer: its own by its name, or the next spare one."""
    styles, spares = [], 0
    for optimizer in optimizers:
        name = type(optimizer).__name__
        if name not in STYLES:
            spares += 1
        styles.append(STYLES.get(name) or SPARE_STYLES[(spares - 1) % len(SPARE_STYLES)])
    return styles


def settings_text(optimizer: Optimizer, without: Container[str] = ()) -> str:
    """Hyper-parameters as people write them, all but some: "lr 0.001, μ 0.95"."""
    settings = {k: v for k, v in optimizer.settings().items() if k not in without}
    return ", ".join(f"{SYMBOLS.get(name, name)} {value:g}" for name, value in settings.items())
