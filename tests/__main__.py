"""The gate: style, types, the arrow between the rooms, and all tests; stops at the first that fails."""

import subprocess
import sys
from pathlib import Path

STEPS = (
    ("-m", "ruff", "check", "."),
    ("-m", "ruff", "format", "--check", "."),
    ("-m", "mypy"),
    ("-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"),
    ("-m", "pytest", "-n", "auto", "--dist", "worksteal"),
)


def main() -> int:
    root = Path(__file__).resolve().parent.parent
    for words in STEPS:
        print("==", *words, flush=True)
        code = subprocess.run([sys.executable, *words], cwd=root, check=False).returncode
        if code:
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main())
