"""What all tests share."""

from pathlib import Path

import pytest
from hypothesis import settings

# No test is timed: a busy machine would fail it.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

# Tests that wait for other processes: a browser's, a server's, a worker's.
WAITING = [
    Path(__file__).parent / name
    for name in (
        *("browser", "jobs", "pages", "server"),
        *("cli/test_commands.py", "export/test_export_job.py", "studies/test_elsewhere.py"),
    )
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let a test that waits for other processes run once more if it fails; what fails twice fails.

    On a busy machine Streamlit loses a click or what is typed while it draws a page anew, and
    workers, which give way to all else, stand for half a minute. A thread of joblib's own raises
    KeyError where a failed task ends the others. The last line of a run says how many tests ran
    twice.
    """
    for item in items:
        if any(path in WAITING for path in (item.path, *item.path.parents)):
            item.add_marker(pytest.mark.flaky(reruns=1))
