"""The explorer: sweeps, heat maps and basin maps in the browser, where a click leads to a race."""
