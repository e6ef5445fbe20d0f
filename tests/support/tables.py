"""Tables as visitors have them, for the tests of their data."""

import numpy as np

RNG = np.random.default_rng(5)
SIZE = RNG.normal(60.0, 20.0, 80).round(1)
ROOMS = np.clip((SIZE / 25 + RNG.normal(0.0, 0.7, 80)).round(), 1, 6)
PRICE = (40 + 2.5 * SIZE + RNG.normal(0.0, 12.0, 80)).round(1)
SOLD = np.where(PRICE + RNG.normal(0.0, 25.0, 80) > 190, "yes", "no")
COLUMNS = ("size", "rooms", "price", "sold")
TEXT = "\n".join(
    [
        ",".join(COLUMNS),
        *(",".join(map(str, row)) for row in zip(SIZE, ROOMS, PRICE, SOLD, strict=True)),
    ]
)
