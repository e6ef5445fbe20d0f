"""Where `npm run build` puts the player."""

from pathlib import Path

BUILT = Path(__file__).parents[2] / "static" / "player.js"
