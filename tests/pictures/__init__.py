"""Pictures: what they show, pixel by pixel or artist by artist, and that they fit."""
