"""What the player gets: payload, standalone page, notebook view."""
