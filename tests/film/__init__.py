"""Frames, and the GIF, video and lossless files made of them, decoded and compared."""
