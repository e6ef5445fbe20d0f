"""The view in space: the surface as a body in a box, and the trails on it."""
