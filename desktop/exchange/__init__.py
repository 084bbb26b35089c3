"""Foreign files: bytes from and for other programs ↔ records; no SQL, no Qt, no paper."""
