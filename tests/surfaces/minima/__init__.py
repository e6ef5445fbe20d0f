"""The search for minima: what is isolated, what is level, which view shows it."""
