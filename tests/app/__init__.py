"""The ASGI app: its routes, its script, and that it serves only what it should."""
