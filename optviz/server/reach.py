"""By which addresses others reach this machine; `localhost` is another machine for each of them."""

import ipaddress
import socket
from urllib.parse import urlsplit, urlunsplit

OUTSIDE = ("192.0.2.1", 9)  # an address of documentation, RFC 5737: no machine has it
ONLY_HERE = "opens on this machine alone"


def is_only_here(address: str) -> bool:
    """Whether an address leads to whatever machine it is opened on.

    Args:
        address: a URL.
    """
    try:
        name = (urlsplit(address).hostname or "").rstrip(".")
    except ValueError:
        return False
    if name == "localhost" or name.endswith(".localhost"):
        return True
    try:
        number = ipaddress.ip_address(name)
    except ValueError:
        return False
    return number.is_loopback or number.is_unspecified


def network_address() -> str | None:
    """This machine's address in its network; None where it is in none.

    A datagram socket that is connected asks the machine's own table of routes, and sends nothing.
    """
    try:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as route:
            route.connect(OUTSIDE)
            found: str = route.getsockname()[0]
    except OSError:
        return None
    number = ipaddress.ip_address(found)
    return None if number.is_loopback or number.is_unspecified else found


def for_others(address: str) -> str | None:
    """An address by which others in the network reach the same; None where there is none.

    Args:
        address: a URL that opens on this machine alone.
    """
    found = network_address()
    if found is None:
        return None
    parts = urlsplit(address)
    host = found if parts.port is None else f"{found}:{parts.port}"
    return urlunsplit(parts._replace(netloc=host))
