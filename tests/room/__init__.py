"""The class in one room."""
