"""The player: a race goes to the browser as bytes (`payload`) and is played there (web/)."""
