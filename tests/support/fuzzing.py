"""How long readers of foreign files are tried: a bounded run in the gate, a longer one by `WEGWEISER_FUZZ=100000`."""

import os

from hypothesis import HealthCheck, Phase, settings


def tried(examples: int) -> settings:
    """So many examples, or as many as the environment asks for."""
    return settings(
        max_examples=int(os.environ.get("WEGWEISER_FUZZ", examples)),
        deadline=None,
        phases=(Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )
