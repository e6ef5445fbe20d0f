"""Frames to GIF, MP4, WebP and APNG."""
