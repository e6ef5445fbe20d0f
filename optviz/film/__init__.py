"""Frames to GIF, MP4, WebM, WebP and APNG."""
