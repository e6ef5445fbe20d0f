"""torch's and optax's optimizers in our races."""
