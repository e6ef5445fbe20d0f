"""Many races at once: sweeps, basin maps, tuning, and a network's digits."""
