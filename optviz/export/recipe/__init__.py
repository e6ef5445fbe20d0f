"""What a request was made of, as a value: its JSON, its command and its Python make it again."""

from optviz.export.recipe.command import command
from optviz.export.recipe.content import from_json, to_json
from optviz.export.recipe.python import python
from optviz.export.recipe.recipe import Recipe, recipe_or_why

__all__ = ["Recipe", "command", "from_json", "python", "recipe_or_why", "to_json"]
