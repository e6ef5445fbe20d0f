"""Programs: traced rules and losses against the definitions they come from."""
