"""What Streamlit runs for each visitor and each change: the page.

It stands apart from `optviz.pages` because Streamlit puts the script's folder in front of
`sys.path`, where a page's module would hide another one of the same name.
"""

import sys
from pathlib import Path

SCRIPT = Path(__file__).resolve()
LAUNCHERS = (SCRIPT, SCRIPT.parents[2] / "app.py")

if __name__ == "__main__":
    from optviz.pages.main import main

    ours = Path(sys.argv[0]).resolve() in LAUNCHERS  # else the arguments are another program's
    main(sys.argv[1:] if ours else ())
