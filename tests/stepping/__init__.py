"""Users' rules in races and studies: each run of a batch is that of its race alone, to the bit."""
