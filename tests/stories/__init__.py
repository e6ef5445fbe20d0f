"""What can be said about a race."""
