"""The digits: those that are trained on, and those that are tested.

scikit-learn's `load_digits`, which comes with the library: 1797 pictures of handwritten digits, 8
by 8 pixels of 0 to 16, after E. Alpaydin, C. Kaynak, Optical Recognition of Handwritten Digits, UCI
Machine Learning Repository, 1998 (CC BY 4.0), its test set.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from optviz.race import whole

Array = NDArray[np.float64]
Labels = NDArray[np.intp]

COUNT = 1797
TRAINED = 1347  # three quarters
BRIGHTEST = 16.0


@dataclass(frozen=True, eq=False)
class Digits:
    """One split of the digits into those that are trained on and those that are tested.

    Pixels are divided by 16, so that they are from 0 to 1, and by nothing else: dividing each by
    its own standard deviation would divide by 0 in the corners, where no one writes.

    Attributes:
        pixels: (1347, 64) of the training digits.
        labels: (1347,) what they are, 0 to 9.
        test_pixels: (450, 64) of the others.
        test_labels: (450,) what those are.
    """

    pixels: Array
    labels: Labels
    test_pixels: Array
    test_labels: Labels


@lru_cache(maxsize=8)
def digits(split: int = 0) -> Digits:
    """The digits in the order of numpy's `default_rng(split).permutation`; 1347 of them train.

    scikit-learn takes a second to import, so it is imported when the digits are first needed.

    Raises:
        ValueError: `split` is not a whole number from 0.
    """
    from sklearn.datasets import load_digits  # noqa: PLC0415

    rng = np.random.default_rng(whole("split", split, 0, 2**32 - 1))
    pixels, labels = load_digits(return_X_y=True)
    order = rng.permutation(COUNT)
    pixels, labels = pixels[order] / BRIGHTEST, labels[order].astype(np.intp)
    for array in (pixels, labels):
        array.setflags(write=False)  # all callers get the same arrays
    return Digits(pixels[:TRAINED], labels[:TRAINED], pixels[TRAINED:], labels[TRAINED:])
