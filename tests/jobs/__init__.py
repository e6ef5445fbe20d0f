"""Jobs in other processes and what they report."""
