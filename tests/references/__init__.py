"""What torch, optax and Keras do with the same rules, recorded; README.md says how."""
