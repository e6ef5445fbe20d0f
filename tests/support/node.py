"""The browser's engine run by Node.js."""

import json
import subprocess
from pathlib import Path
from typing import Any

ENGINE = Path(__file__).parents[2] / "optviz" / "web" / "engine"


def run_node(script: str, given: Any, folder: Path) -> Any:
    """What a script prints as JSON; it finds `given` and the engine's address as `given`, `engine`.

    Args:
        script: a module's text, after its imports.
        given: JSON.
        folder: an empty one.
    """
    (folder / "given.json").write_text(json.dumps(given), encoding="utf-8")
    head = (
        'import { readFileSync } from "node:fs";\n'
        f'const given = JSON.parse(readFileSync("{folder / "given.json"}", "utf8"));\n'
        f'const engine = "{ENGINE.as_uri()}/";\n'
    )
    (folder / "run.mjs").write_text(head + script, encoding="utf-8")
    command = ["node", "--no-warnings", str(folder / "run.mjs")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
