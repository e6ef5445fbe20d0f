"""The film writers for any matplotlib animation."""
