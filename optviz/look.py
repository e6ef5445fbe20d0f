"""What Python's pictures and the player both must know, read from web/look.json.

Colours are #rrggbb, or red, green, blue from 0 to 255 and an opacity; lengths are pixels of a
picture of 800 x 600, as they are the page's at a desk; parts of the box are in its sides.
"""

import json
from pathlib import Path
from typing import Any

LOOK: dict[str, Any] = json.loads(
    (Path(__file__).parent / "web" / "look.json").read_text(encoding="utf-8")
)
CAMERA: tuple[float, float] = (LOOK["camera"]["elevation"], LOOK["camera"]["azimuth"])
