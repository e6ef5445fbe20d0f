"""What can be said about a race: measures, and findings that turn them into sentences."""
