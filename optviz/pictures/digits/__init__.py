"""The digits study as a picture."""
