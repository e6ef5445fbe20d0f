"""Words from elsewhere in Markdown: they stay the words they are."""

import re

SPECIAL = re.compile(r"([-!#$&()*+.:<=>@\[\\\]^_`{|}~])")


def plain(text: str) -> str:
    """The text with every character that may mean something to Markdown disarmed."""
    return SPECIAL.sub(r"\\\1", " ".join(text.split()))
