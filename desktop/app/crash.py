"""The last net: an error that nobody expected goes to a log without personal data and is told once."""

import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from desktop.app.paths import LOG_NAME

_LOG_BYTES = 200_000
_LOG_FILES = 3
_ROOT = Path(__file__).resolve().parent.parent.parent


class CrashHook:
    """Takes over `sys.excepthook` and that of threads; `tell` is called with the log's path, once."""

    def __init__(self, logs: Path, tell: Callable[[Path], object]) -> None:
        self.log_file = logs / LOG_NAME
        self._tell = tell
        self._has_told = False

    def install(self) -> None:
        """Catch from now on what nobody else catches."""
        sys.excepthook = self.caught
        threading.excepthook = lambda args: self.caught(args.exc_type, args.exc_value, args.exc_traceback)

    def caught(self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        """Log an error and, the first time, say so."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error or kind(), trace)
            return
        self._log(anonymous(kind, trace))
        if not self._has_told and threading.current_thread() is threading.main_thread():
            self._has_told = True
            self._tell(self.log_file)

    def _log(self, text: str) -> None:
        """A log that cannot be written must not bring down what still works."""
        import logging
        from logging.handlers import RotatingFileHandler

        try:
            self.log_file.parent.mkdir(parents=True, exist_ok=True)
            handler = RotatingFileHandler(
                self.log_file, maxBytes=_LOG_BYTES, backupCount=_LOG_FILES, encoding="utf-8", delay=True
            )
        except OSError:
            return
        handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
        handler.handle(logging.LogRecord("wegweiser", logging.ERROR, "", 0, text, None, None))
        handler.close()


def anonymous(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Where an error happened, without its message and without folders: both may name people."""
    frames = (f"  {_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace))
    return "\n".join((f"{kind.__module__}.{kind.__qualname__}", *frames))


def _short(file_name: str) -> str:
    path = Path(file_name)
    return path.relative_to(_ROOT).as_posix() if path.is_relative_to(_ROOT) else path.name
