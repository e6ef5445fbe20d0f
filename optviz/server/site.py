"""Where the same races stand as static pages, for links to them: what `optviz site` has written."""

import os

VARIABLE = "OPTVIZ_SITE"  # of the environment: the address of the site


def site() -> str:
    """The address of the site, with a slash at its end; "" if there is none.

    Raises:
        ValueError: the environment names no address.
    """
    return checked(os.environ.get(VARIABLE, ""), VARIABLE)


def checked(address: str, name: str) -> str:
    """An address to which pages can be added.

    Args:
        address: of a site; "" for none.
        name: of what says so, for the message.

    Raises:
        ValueError: it is none.
    """
    if address and not address.startswith(("http://", "https://")):
        raise ValueError(f"{name} {address}: give an address with http:// or https://")
    if "?" in address or "#" in address:
        raise ValueError(f"{name} {address}: give the address of the folder, without ? and #")
    return address and address.rstrip("/") + "/"
