"""The server's memory: what is kept, and for how long."""
