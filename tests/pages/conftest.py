"""What the tests of pages have in common."""

import pytest

from optviz.pages import ready
from tests.support.patience import PATIENCE


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page waits for its workers, so that one run shows it whole."""
    monkeypatch.setattr(ready, "SOON", PATIENCE)
