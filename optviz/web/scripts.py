"""The built JavaScript, as `npm run build` writes it, and its versions."""

import hashlib
import json
from pathlib import Path

BUILT = Path(__file__).parent / "built"
NAMES = (
    "player",
    "space",
    "extras",
    "cloud",
    "room",
    "phone",
    "page",
    "unpack",
    "explorer",
    "gallery",
    "table",
    "address",
    "embed",
    "beside",
    "search",
    "widget",
)
SCRIPTS = {name: BUILT / f"{name}.js" for name in NAMES}

# Streamlit sends a component's script along with every change of its data, so the script is only
# this; the built file itself is served once by `optviz.app.routes` and kept by the browser.
LOADER = """
export default function (component) {{
  const address = new URL("scripts/{name}.js?v={version}", document.baseURI);
  import(address.href).then((built) => built.mount(component));
}}
"""

# What the address bar says is set by a script in the page itself, which is run once for each text.
FOLLOWER = """
<span></span><script type="module">
  const address = new URL("scripts/address.js?v={version}", document.baseURI);
  import(address.href).then((built) => built.follow({query}));
</script>
"""


def version(name: str) -> str:
    """A built script's version: another one, once the file is another one."""
    return hashlib.sha256(SCRIPTS[name].read_bytes()).hexdigest()[:12]


def loader(name: str) -> str:
    """The script that fetches a built one and mounts it."""
    return LOADER.format(name=name, version=version(name))


def follower(query: str) -> str:
    """The HTML whose script lets the address bar say what is shown.

    Args:
        query: of the link to it, without its question mark.
    """
    said = json.dumps(query).replace("<", "\\u003c")  # no text ends the script
    return FOLLOWER.format(version=version("address"), query=said)
