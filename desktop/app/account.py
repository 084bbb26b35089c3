"""Who sits at this computer."""

import getpass


def account_name() -> str:
    """The name of the system account; empty where the system has none for us."""
    try:
        return getpass.getuser()
    except (OSError, ImportError, KeyError):
        return ""
