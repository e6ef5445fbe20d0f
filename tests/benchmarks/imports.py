"""What `import optviz` costs beside `import numpy`, which it cannot do without.

    python -m tests.benchmarks.imports

Each import has a fresh process; the two take turns, and the fastest of each counts.
"""

import subprocess
import sys

ROUNDS = 9
MODULES = ("numpy", "optviz")
TIMED = "import time; begin = time.perf_counter(); import {}; print(time.perf_counter() - begin)"


def main() -> None:
    """Print seconds and the ratio."""
    taken: dict[str, list[float]] = {module: [] for module in MODULES}
    for _ in range(ROUNDS):
        for module, seconds in taken.items():
            command = [sys.executable, "-c", TIMED.format(module)]
            seconds.append(float(subprocess.run(command, capture_output=True, check=True).stdout))
    numpy, optviz = (min(taken[module]) for module in MODULES)
    print(f"numpy {numpy:.3f} s, optviz {optviz:.3f} s: {optviz / numpy:.2f} times as long")


if __name__ == "__main__":
    main()
