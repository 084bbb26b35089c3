"""`wegweiser package create` and `inspect`: packages without a window, told in words or for programs."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.cli.applying import add_apply, add_signers
from desktop.cli.parsing import Parser
from desktop.cli.terminal import OK, Terminal
from desktop.domain.errors import ExpectedError, ForeignFileError
from desktop.i18n import Translate

if TYPE_CHECKING:
    from desktop.domain.package import Manifest
    from desktop.domain.packing import Packed
    from desktop.services.packing import Packing


def add_package(package: Parser, tr: Translate, path: Callable[[str], Path], made: type[Parser]) -> None:
    """What may stand behind `package`; `path` reads the name of a file."""
    deeds = package.add_subparsers(
        dest="deed", metavar=tr("DEED"), title=tr("Commands"), required=True, parser_class=made
    )
    create = package.command(deeds, "create", tr("make a package of all records, signed with the key of this office"))
    add = create.options.add_argument
    file = tr("FILE.wegweiser")
    add("-o", "--output", type=path, required=True, metavar=file, help=tr("file to write"))
    add("--notes", action="store_true", help=tr("the notes from the counter instead, for the office"))
    add("--internal-notes", action="store_true", help=tr("with the internal notes of the records"))
    add("--change-note", metavar=tr("TEXT"), help=tr("what is new; without it the changes are counted"))
    inspect = package.command(deeds, "inspect", tr("who signed a package, what it holds, and whether it is sound"))
    inspect.words.add_argument("file", type=path, metavar=file, help=tr("the package"))
    apply = package.command(deeds, "apply", tr("take a package, after a backup, or say what it would do"))
    add_apply(apply, tr, path)
    add_signers(package.command(deeds, "signers", tr("from whom packages were taken, and by which fingerprints")), tr)
    for deed in (create, inspect):
        deed.options.add_argument("--json", action="store_true", help=tr("for programs"))


class PackageCommands:
    """Carries out one of them; each method returns the exit code."""

    def __init__(self, packing: Packing, tr: Translate, terminal: Terminal) -> None:
        self._packing = packing
        self._tr = tr
        self._terminal = terminal

    def run(self, arguments: argparse.Namespace) -> int:
        """The command of the arguments; raises `ExpectedError`."""
        deeds: Mapping[str, Callable[[argparse.Namespace], int]] = {"create": self._create, "inspect": self._inspect}
        return deeds[arguments.deed](arguments)

    def _create(self, asked: argparse.Namespace) -> int:
        """A package that cannot be made is told of for programs too, with the reason."""
        from desktop.cli.endings import demand_ending
        from desktop.domain.package import SUFFIX

        demand_ending(asked.output, SUFFIX)
        try:
            packed = self._packed(asked)
        except ExpectedError as error:
            if not asked.json:
                raise
            return self._terminal.say_refused(asked.output, error.message, number=None)
        if asked.json:
            self._say_json(packed.path, packed.manifest, packed.fingerprint, size=packed.size)
        else:
            self._say(packed.path, packed.manifest, packed.fingerprint)
        return OK

    def _packed(self, asked: argparse.Namespace) -> Packed:
        from desktop.domain.packing import PackageOrder

        if asked.notes:
            return self._packing.pack_notes(asked.output)
        note = asked.change_note
        told = self._packing.proposal().change_note if note is None else note
        return self._packing.pack(PackageOrder(asked.output, told, asked.internal_notes))

    def _inspect(self, asked: argparse.Namespace) -> int:
        """A package that is refused is told of for programs too, with the reason."""
        from desktop.domain.trust import fingerprint
        from desktop.exchange.package import peek, read_package

        try:
            manifest, signer = peek(asked.file)
            read_package(asked.file)
        except ForeignFileError as error:
            if not asked.json:
                raise
            return self._terminal.say_refused(asked.file, error.message, is_sound=False)
        if asked.json:
            size = asked.file.stat().st_size
            self._say_json(asked.file, manifest, fingerprint(signer.public_key), size=size, is_sound=True)
        else:
            self._say(asked.file, manifest, fingerprint(signer.public_key))
            self._terminal.say(self._tr("Signature and content: sound"))
        return OK

    def _say(self, path: Path, manifest: Manifest, fingerprint: str) -> None:
        from desktop.services.packing_words import told_of

        tr = self._tr
        title = tr("Package {number} of {office}", number=manifest.number, office=manifest.office)
        self._terminal.say(tr("{file}: {package}", file=path, package=title))
        for line in told_of(manifest, tr):
            self._terminal.say(line)
        self._terminal.say(tr("Fingerprint: {fingerprint}", fingerprint=fingerprint))

    def _say_json(self, path: Path, manifest: Manifest, fingerprint: str, **more: object) -> None:
        import msgspec

        told = msgspec.to_builtins(manifest)
        del told["digests"]
        self._put({"file": str(path), **told, "fingerprint": fingerprint, **more})

    def _put(self, values: Mapping[str, Any]) -> None:
        self._terminal.say(json.dumps(values, ensure_ascii=False, indent=2))
