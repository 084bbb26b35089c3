"""How long a person's few seconds are on this machine as it is now, and while the lines of the program are counted."""

import sys
import time

_STEPS, _QUIET_S = 1_000_000, 0.04
_COUNTED = 3.0
"""So many times as long takes what runs while coverage looks at every line."""


def patience_s(seconds: float) -> float:
    """Processor time that does the same here and now as these seconds do on a quiet machine; never less than they."""
    began = time.process_time()
    total = 0
    for step in range(_STEPS):
        total += step
    slowness = max((time.process_time() - began) / _QUIET_S, 1.0)
    return seconds * slowness * (_COUNTED if sys.gettrace() else 1.0)
