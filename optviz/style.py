"""How optimizers and surfaces look, in the player and in every export.

No run is identified by colour alone: each also has its own dash and marker, so that a race can be
read by colour-blind people and in grey. Hues follow Alec Radford's animations of 2014 (SGD
red, Momentum green, NAG magenta, AdaGrad blue, AdaDelta yellow, RMSProp in ink); Adam is cyan.
Every colour has a contrast of at least 3 to 1 against all of the paper of the view from above (WCAG
2.2, criterion 1.4.11), which is why each comes as a pair: for light paper and for dark. In space,
where the terrain is shaded, the rim round every trail sets it off from the ground.
"""

from collections.abc import Container, Sequence
from colorsys import hls_to_rgb, rgb_to_hls
from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from typing import TypeVar

from optviz.entrants import Entrant
from optviz.look import LOOK
from optviz.optimizers import Optimizer
from optviz.schedules import in_words
from optviz.variants import RULES
from optviz.words import ENGLISH, Words

T = TypeVar("T")

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
    "SGD": RunStyle("#d3283d", "#ff6e7d", (1, 2), "circle"),
    "Momentum": RunStyle("#2b7e1c", "#7bd25a", (6, 2), "square"),
    "NAG": RunStyle("#b52fb0", "#f07ceb", (6, 2, 1, 2), "triangle"),
    "AdaGrad": RunStyle("#2f55dd", "#86a5ff", (3, 2), "diamond"),
    "AdaDelta": RunStyle("#8d6800", "#e3c341", (3, 2, 1, 2, 1, 2), "plus"),
    "RMSProp": RunStyle("#22262b", "#f2f4f6", (9, 2, 2, 2), "cross"),
    "Adam": RunStyle("#007893", "#2fd1ee", (), "star"),
}

# For variants and for optimizers of a user's file.
SPARE_STYLES: tuple[RunStyle, ...] = (
    RunStyle("#a04a12", "#ffa66b", (4, 1), "circle"),
    RunStyle("#5a3fc0", "#b9a5ff", (2, 1), "square"),
    RunStyle("#0f7a63", "#5fe0c0", (8, 3), "triangle"),
    RunStyle("#93305f", "#ff9cc8", (5, 2, 2, 2), "diamond"),
    RunStyle("#597324", "#9ea16a", (1, 1), "plus"),
    RunStyle("#05367a", "#95b8aa", (7, 1), "cross"),
    RunStyle("#7e6b57", "#f4d6a2", (4, 3), "star"),
    RunStyle("#d50e72", "#f969bc", (5, 1, 1, 1), "circle"),
    RunStyle("#7e6493", "#a09ab1", (2, 3), "square"),
    RunStyle("#4c1f0b", "#f17c4d", (10, 3, 1, 3), "triangle"),
    RunStyle("#b54d50", "#c98f84", (12, 3), "diamond"),
    RunStyle("#283807", "#dbf59e", (4, 2, 4, 2, 1, 2), "plus"),
)

DASHES = tuple(style.dash for style in (*reversed(SPARE_STYLES), *STYLES.values()))
FURTHER = 5  # dashes from where one rule's begin to where the next one's do
SHADES = 12  # of a colour, its own the first; more entrants of a rule have them again
MARKERS = tuple(dict.fromkeys(style.marker for style in STYLES.values()))
LEAST_CONTRAST = 3.0
LEAST_SATURATION = 0.3  # of shades, so that those of ink differ by their hue as well
MIDDLE = 0.4  # of lightness and luminance: light colours and paper are above it

# The paper from the lowest ground to the highest, from which the surface's colours are mixed.
LIGHT_PAPER, DARK_PAPER = (tuple(LOOK["themes"][each]["ground"]) for each in ("light", "dark"))

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


def styles_for(entrants: Sequence[Entrant]) -> list[RunStyle]:
    """A style for each entrant: that of its rule, or a variant of it where a rule comes again.

    It goes by the rule and the name, so that the others keep theirs when one comes or leaves: "SGD
    2" is in the second shade of SGD's colour even where it is the only one. A variant has another
    shade, another marker, and a dash that no other entrant has, as long as there are any: nineteen.
    `web/player/styles.js` is the same in the player.
    """
    kinds = [type(each.optimizer) for each in entrants]
    rules = list(dict.fromkeys([*RULES.values(), *kinds]))
    first = first_styles([kind for kind in rules if kind in kinds], rules)
    numbers = numbers_of(entrants)
    used = {style.dash for style in first.values()}
    found: dict[str, RunStyle] = {}
    for each in sorted(
        entrants, key=lambda each: (rules.index(type(each.optimizer)), numbers[each.name])
    ):
        kind, number = type(each.optimizer), numbers[each.name]
        found[each.name] = first[kind]
        if number:
            begin = (FURTHER * rules.index(kind) + number - 1) % len(SPARE_STYLES)
            dash = next_free(DASHES, begin, used)
            used.add(dash)
            found[each.name] = variant(first[kind], number, dash)
    return [found[each.name] for each in entrants]


def first_styles(
    kinds: Sequence[type[Optimizer]], rules: Sequence[type[Optimizer]]
) -> dict[type[Optimizer], RunStyle]:
    """The style of each of these rules; those that have none of their own take spare ones."""
    used: set[RunStyle] = set()
    found = {}
    for kind in kinds:
        own = STYLES.get(kind.__name__)
        begin = (rules.index(kind) - len(STYLES)) % len(SPARE_STYLES)
        found[kind] = own or next_free(SPARE_STYLES, begin, used)
        used.add(found[kind])
    return found


def next_free(among: Sequence[T], begin: int, used: Container[T]) -> T:
    """The first that is not used, from a place on and round; where all are, that of the place."""
    turned = [*among[begin:], *among[:begin]]
    return next((each for each in turned if each not in used), turned[0])


def numbers_of(entrants: Sequence[Entrant]) -> dict[str, int]:
    """By names, which of its rule each is: "SGD" 0, "SGD 2" 1; others take what is left."""
    found: dict[str, int] = {}
    taken: set[tuple[type[Optimizer], int]] = set()
    for each in entrants:
        kind = type(each.optimizer)
        names = [kind.__name__, *(f"{kind.__name__} {k}" for k in range(2, SHADES + 1))]
        if each.name in names:
            found[each.name] = names.index(each.name)
            taken.add((kind, found[each.name]))
    for each in entrants:
        if each.name not in found:
            kind = type(each.optimizer)
            found[each.name] = next(k for k in count() if (kind, k) not in taken)
            taken.add((kind, found[each.name]))
    return found


def variant(style: RunStyle, number: int, dash: tuple[float, ...]) -> RunStyle:
    """A further style in a rule's colour; number 1 is the first after the rule's own."""
    light, dark = shades(style)[1 + (number - 1) % (SHADES - 1)]
    marker = MARKERS[(MARKERS.index(style.marker) + number) % len(MARKERS)]
    return RunStyle(light, dark, dash, marker)


@lru_cache(maxsize=64)
def shades(style: RunStyle) -> list[tuple[str, str]]:
    """`SHADES` pairs of a colour on light and on dark paper; a style's own is the first."""
    further = [
        (shade(style.light, number, LIGHT_PAPER), shade(style.dark, number, DARK_PAPER))
        for number in range(1, SHADES)
    ]
    return [(style.light, style.dark), *further]


def shade(colour: str, number: int, paper: Sequence[str]) -> str:
    """A colour that is like another, but not to be taken for it, and is seen on all of a paper.

    Hue and lightness are moved, alternately to both sides; then the lightness goes on away from the
    paper's until the contrast is 3 to 1 everywhere.
    """
    hue, lightness, saturation = rgb_to_hls(*channels(colour))
    side = 1 if number % 2 else -1
    far = (number + 1) // 2
    hue = (hue + side * 0.07 * far) % 1
    lightness += (0.16 if lightness < MIDDLE else -0.16) * number / 2
    saturation = max(saturation, LEAST_SATURATION)
    away = -0.02 if luminance(paper[0]) > MIDDLE else 0.02
    lightness = min(max(lightness, 0.08), 0.94)
    while (found := hls(hue, lightness, saturation)) and not seen_on(found, paper):
        lightness += away
    return found


def hls(hue: float, lightness: float, saturation: float) -> str:
    """A colour as #rrggbb."""
    return "#" + "".join(
        f"{round(255 * each):02x}" for each in hls_to_rgb(hue, lightness, saturation)
    )


def seen_on(colour: str, paper: Sequence[str]) -> bool:
    """Whether a colour has a contrast of 3 to 1 on all of a paper (WCAG 2.2, 1.4.11)."""
    return all(contrast(colour, each) >= LEAST_CONTRAST for each in paper)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21 (WCAG 2.2)."""
    darker, lighter = sorted(luminance(colour) for colour in (one, other))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """The relative luminance of a colour, from 0 to 1 (WCAG 2.2)."""
    linear = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in channels(colour))
    red, green, blue = linear
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def channels(colour: str) -> tuple[float, float, float]:
    """Red, green and blue, from 0 to 1, of #rrggbb."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def settings_text(optimizer: Optimizer, without: Container[str] = (), say: Words = ENGLISH) -> str:
    """Hyper-parameters as people write them, all but some: "lr 0.001, μ 0.95"."""
    settings = {k: v for k, v in optimizer.settings().items() if k not in without}
    return say.listed(
        f"{SYMBOLS.get(name, name)} {in_words(value, say)}" for name, value in settings.items()
    )
