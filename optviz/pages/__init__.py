"""Parts of the page round the player, one module for each."""
