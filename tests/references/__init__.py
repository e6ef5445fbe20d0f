"""What torch and optax do with the same rules, recorded; README.md says how."""
