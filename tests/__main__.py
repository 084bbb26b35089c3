"""The gate: style, types, the arrow between the rooms, and all tests; stops at the first that fails."""

import subprocess
import sys
from pathlib import Path

STEPS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("importlinter.cli",),
    ("pytest", "--cov", "--cov-report=term:skip-covered"),
)


def main() -> int:
    root = Path(__file__).resolve().parent.parent
    for module, *words in STEPS:
        print(f"== {module} {' '.join(words)}", flush=True)
        code = subprocess.run([sys.executable, "-m", module, *words], cwd=root, check=False).returncode
        if code:
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main())
