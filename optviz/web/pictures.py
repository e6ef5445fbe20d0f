"""The small pictures of all scenes, as `python -m optviz gallery --thumbnails` makes them."""

import hashlib
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "thumbnails"
THUMBNAILS = {path.stem: path for path in sorted(FOLDER.glob("*.webp"))}  # "beale-dark"


@cache
def version() -> str:
    """That of all of them: another one, once one of them is another one."""
    told = hashlib.sha256()
    for path in THUMBNAILS.values():
        told.update(path.read_bytes())
    return told.hexdigest()[:12]
