"""Which worker processes a process has, as the system lists them."""

import subprocess


def workers(server: int, name: str) -> list[int]:
    """The workers of this name, by number; they are forked by a child of the server."""
    show = ["ps", "-A", "-o", "pid=,ppid=,comm="]
    listed = subprocess.run(show, capture_output=True, check=True).stdout.decode().splitlines()
    lines = [line.split(None, 2) for line in listed]
    forks = {process for process, parent, _ in lines if parent == str(server)}
    return [
        int(process)
        for process, parent, command in lines
        if parent in forks and command == f"optviz {name}"
    ]
