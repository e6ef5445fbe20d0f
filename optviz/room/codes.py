"""A room's code, which people type, and its secrets, which are not typed."""

import re
import secrets
from dataclasses import dataclass
from typing import TypeGuard

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"  # without I and O, which look like digits
LENGTH = 6
CODE = re.compile(f"[{LETTERS}]{{{LENGTH}}}")
VOTER = re.compile(r"[A-Za-z0-9_-]{16,64}")  # what a phone calls itself: made by it, kept by it


@dataclass(frozen=True)
class Key:
    """What opens a room.

    Attributes:
        code: by which phones join; on the screen for all to see.
        teacher: by which the room is steered: known to the teacher's browsers alone.
        invite: in the QR code: who comes with it is not taken for one who guesses codes.
    """

    code: str
    teacher: str
    invite: str


def new_key() -> Key:
    """A key: 27 bits of code, whose tries are limited, and 128 of token."""
    code = "".join(secrets.choice(LETTERS) for _ in range(LENGTH))
    return Key(code, secrets.token_urlsafe(16), secrets.token_urlsafe(9))


def code_of(text: str) -> str:
    """A code as it was typed: any case, with blanks; "" where it can be none."""
    code = re.sub(r"[\s-]", "", text).upper()
    return code if CODE.fullmatch(code) else ""


def is_voter(value: object) -> TypeGuard[str]:
    """Whether a phone may call itself so."""
    return isinstance(value, str) and VOTER.fullmatch(value) is not None
