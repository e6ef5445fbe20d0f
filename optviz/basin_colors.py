"""Colours for areas: a hue for each kind, and shades of it that are equally bright for every hue.

Source: Björn Ottosson, A perceptual color space for image processing, 2020 (Oklab), whose first
number is how bright a colour is to the eye.
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[np.float64]

# Degrees; neighbours in this order differ most, for colour-blind people as well: blue, orange,
# pink, green, violet, yellow, cyan, red.
HUES = (255, 60, 345, 155, 295, 100, 210, 25)
BRIGHT, DARK = 0.88, 0.42  # of Oklab's brightness, of which white has 1
COLOURFUL = 0.125  # as far as a screen can show it

FROM_OKLAB = np.array(
    [
        [1, 0.3963377774, 0.2158037573],
        [1, -0.1055613458, -0.0638541728],
        [1, -0.0894841775, -1.2914855480],
    ]
)
FROM_CONES = np.array(
    [
        [4.0767416621, -3.3077115913, 0.2309699292],
        [-1.2684380046, 2.6097574011, -0.3413193965],
        [-0.0041960863, -0.7034186147, 1.7076147010],
    ]
)


def shades(kind: int, shares: ArrayLike) -> Array:
    """(..., 3) red, green, blue from 0 to 1 of a kind's hue, bright for share 0, dark for 1."""
    bright = BRIGHT + (DARK - BRIGHT) * np.asarray(shares, dtype=float)
    angle = np.radians(HUES[kind % len(HUES)])
    # What a screen cannot show is made paler, not brighter.
    colour, most = np.zeros_like(bright), np.full_like(bright, COLOURFUL)
    for _ in range(20):
        middle = (colour + most) / 2
        linear = linear_rgb(bright, middle, float(angle))
        fits = ((linear >= 0) & (linear <= 1)).all(axis=-1)
        colour, most = np.where(fits, middle, colour), np.where(fits, most, middle)
    linear = np.clip(linear_rgb(bright, colour, float(angle)), 0, 1)
    return np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055)


def linear_rgb(bright: Array, colour: Array, angle: float) -> Array:
    """(..., 3) light of red, green and blue, from Oklab's brightness, colourfulness and hue."""
    lab = np.stack([bright, colour * np.cos(angle), colour * np.sin(angle)], axis=-1)
    return np.asarray((lab @ FROM_OKLAB.T) ** 3 @ FROM_CONES.T)


def letter(kind: int) -> str:
    """A, B, ..., Z, AA, AB, ... for a kind."""
    before, last = divmod(kind, 26)
    return (letter(before - 1) if before else "") + chr(ord("A") + last)
