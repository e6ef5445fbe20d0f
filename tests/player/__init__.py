"""What the player gets: payload and standalone page."""
