"""Where a command speaks: standard output and error, which may be full, closed, or without a reader."""

import json
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO, TextIO

from desktop.domain.errors import Message
from desktop.i18n import Translate

OK, FAULTY, WRONG_USE, INTERRUPTED = 0, 1, 2, 130


class SilencedError(Exception):
    """Standard output takes nothing more; `reader_is_gone` where nobody wants to hear of it."""

    def __init__(self, *, reader_is_gone: bool = False) -> None:
        super().__init__()
        self.reader_is_gone = reader_is_gone


class Terminal:
    """Says what was asked for on standard output, and in single lines on standard error what went wrong."""

    def __init__(self, tr: Translate) -> None:
        self._tr = tr
        self._out, self._err = sys.stdout, sys.stderr
        self._is_unheard = False
        for stream in (self._out, self._err):
            if isinstance(stream, TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")  # not every letter is known to every terminal

    def say(self, text: str) -> None:
        """A line, or several, of what was asked for; raises `SilencedError`."""
        self._is_unheard = self._is_unheard or self._out is None
        self._try_output(lambda out: out.write(f"{text}\n"))

    def say_refused(self, file: Path, reason: Message, **more: object) -> int:
        """Why nothing came of a file, for programs; the exit code of that."""
        told = {"file": str(file), **more, "reason": reason.in_words(self._tr)}
        self.say(json.dumps(told, ensure_ascii=False, indent=2))
        return FAULTY

    def pour(self, write: Callable[[BinaryIO], object]) -> None:
        """What was asked for as a file would have it, to be led into one or into another program."""
        self._is_unheard = self._is_unheard or self._out is None

        def poured(out: TextIO) -> None:
            out.flush()
            write(out.buffer)

        self._try_output(poured)

    def complain(self, text: str) -> None:
        """One line about what went wrong."""
        if self._err is None:
            return
        try:
            self._err.write(" ".join(text.splitlines()) + "\n")
            self._err.flush()
        except OSError:
            _abandon(self._err)

    def carry_out(self, command: Callable[[], int]) -> int:
        """The exit code of a command, once all that it said has gone out."""
        with _interruption() as pressed:
            try:
                return self._heard(command)
            except SilencedError as error:
                if not error.reader_is_gone:
                    self._complain_of_output()
                return FAULTY
            except BaseException as error:
                # imports of others turn an interruption into errors of their own
                if not pressed and not isinstance(error, KeyboardInterrupt):
                    raise
                self.complain(self._tr("Interrupted."))
                return INTERRUPTED

    def _heard(self, command: Callable[[], int]) -> int:
        code = command()
        self._try_output(lambda out: out.flush())
        if self._is_unheard:
            self._complain_of_output()
            return code or FAULTY
        return code

    def _try_output(self, deed: Callable[[TextIO], object]) -> None:
        if self._out is None:
            return
        try:
            deed(self._out)
        except OSError as error:
            _abandon(self._out)
            raise SilencedError(reader_is_gone=isinstance(error, BrokenPipeError)) from error

    def _complain_of_output(self) -> None:
        self.complain(self._tr("The output could not be written: it is closed, or its drive is full."))


@contextmanager
def _interruption() -> Iterator[list[int]]:
    """Whether Ctrl+C was pressed within the block, whatever becomes of the `KeyboardInterrupt` that it raises."""
    pressed: list[int] = []

    def press(number: int, _: object) -> None:
        pressed.append(number)
        raise KeyboardInterrupt

    if signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield pressed
        return
    signal.signal(signal.SIGINT, press)
    try:
        yield pressed
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def _abandon(stream: TextIO) -> None:
    """Let what a stream still holds go nowhere, lest it fails again at the end of the program."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
