"""Where tests find what the program carries."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = ROOT / "data"
TRANSLATIONS = ROOT / "resources" / "translations"
