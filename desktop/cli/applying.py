"""`wegweiser package apply`: what a package would do, and doing it, told in words or for programs."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from desktop.cli.parsing import Parser
from desktop.cli.terminal import FAULTY, OK, Terminal
from desktop.domain.errors import ExpectedError
from desktop.i18n import Translate

if TYPE_CHECKING:
    from desktop.domain.applying import Finding, Look
    from desktop.services.applying.applying import Applying, Consent

UNDECIDED = 3
"""The exit code where something was changed on both sides and nobody has said whose value counts."""


def add_apply(apply: Parser, tr: Translate, path: Callable[[str], Path]) -> None:
    """What may stand behind `package apply`."""
    apply.words.add_argument("file", type=path, metavar=tr("FILE.wegweiser"), help=tr("the package"))
    add = apply.options.add_argument
    add("--dry-run", action="store_true", help=tr("only say what would be done"))
    add("--trust", default="", metavar=tr("FINGERPRINT"), help=tr("of an office that is new here, as it was read out"))
    new_key = tr("the office has a new key, and this is its fingerprint; the old one is not believed any more")
    add("--new-key", default="", metavar=tr("FINGERPRINT"), help=new_key)
    add("--insist", action="store_true", help=tr("take a package again, or an older one"))
    side = apply.options.add_mutually_exclusive_group()
    ours, theirs = tr("what both changed stays as it is here"), tr("what both changed becomes as it is there")
    side.add_argument("--ours", dest="side", action="store_const", const="ours", help=ours)
    side.add_argument("--theirs", dest="side", action="store_const", const="theirs", help=theirs)
    add("--json", action="store_true", help=tr("for programs"))


def add_signers(signers: Parser, tr: Translate) -> None:
    """What may stand behind `package signers`."""
    signers.options.add_argument("--json", action="store_true", help=tr("for programs"))


class _Answer(NamedTuple):
    """What is told to people; `fields` are the lines about what both sides changed, by record."""

    look: Look
    consent: Consent
    fields: Mapping[str, list[str]]
    side: str | None
    undecided: int
    is_done: bool


class ApplyCommand:
    """Takes one package; nothing is changed unless all of it is. Or says from whom packages are taken."""

    def __init__(self, applying: Applying, tr: Translate, terminal: Terminal) -> None:
        self._applying = applying
        self._tr = tr
        self._terminal = terminal

    def run(self, asked: argparse.Namespace) -> int:
        """The exit code; raises `ExpectedError` for a package that cannot be taken, unless programs are told of it."""
        if asked.deed == "signers":
            return self._say_signers(is_json=asked.json)
        try:
            return self._run(asked)
        except ExpectedError as error:
            if not asked.json:
                raise
            return self._terminal.say_refused(asked.file, error.message, is_applied=False)

    def _run(self, asked: argparse.Namespace) -> int:
        from desktop.cli.look_words import conflict_lines, refuse_other_digits, with_way
        from desktop.domain.merging import Side
        from desktop.services.applying.applying import Consent

        look = self._applying.look(asked.file)
        decisions = dict.fromkeys(look.points(), Side(asked.side)) if asked.side else {}
        consent = Consent(asked.new_key or asked.trust, asked.insist, replaces=bool(asked.new_key))
        refuse_other_digits(look, consent)
        waiting = look.undecided(decisions)
        fields = {} if asked.json else conflict_lines(self._applying, look, self._tr)
        is_done = False
        if not asked.dry_run and not waiting:
            try:
                self._applying.apply(look, decisions, consent)
            except ExpectedError as error:
                raise with_way(error, look) from error
            is_done = True
        if asked.json:
            self._say_json(look, is_done=is_done, undecided=waiting)
        else:
            self._say(_Answer(look, consent, fields, asked.side, waiting, is_done))
        if not is_done and look.verdict is not None and look.verdict.refuses(consent.insists, consent.replaces):
            return FAULTY
        return UNDECIDED if waiting else OK

    def _say_signers(self, *, is_json: bool) -> int:
        from desktop.domain.trust import fingerprint

        signers = self._applying.signers()
        if is_json:
            told = [
                {
                    "office": one.office,
                    "fingerprint": fingerprint(one.public_key),
                    "first_seen": one.first_seen.isoformat(),
                    "last_number": one.last_number,
                }
                for one in signers
            ]
            self._terminal.say(json.dumps(told, ensure_ascii=False, indent=2))
            return OK
        for one in signers:
            self._terminal.say(self._tr("{office}, last package {number}", office=one.office, number=one.last_number))
            self._terminal.say(f"    {fingerprint(one.public_key)}")
        if not signers:
            self._terminal.say(self._tr("No package was taken here yet."))
        return OK

    def _say(self, answer: _Answer) -> None:
        from desktop.cli.look_words import finding_lines, trust_lines
        from desktop.domain.merging import Side

        tr, say = self._tr, self._terminal.say
        for line in trust_lines(answer.look, answer.consent, tr, is_done=answer.is_done):
            say(line)
        for line in finding_lines(answer.look, answer.fields, Side(answer.side) if answer.side else None, tr):
            say(line)
        if answer.undecided:
            say(
                tr.plural(
                    "{count} field was changed on both sides. Nothing was changed; --ours or --theirs decides.",
                    "{count} fields were changed on both sides. Nothing was changed; --ours or --theirs decides.",
                    answer.undecided,
                )
            )
        elif answer.is_done:
            say(tr("The package is applied. In the window Ctrl+Z takes it back."))
        else:
            say(tr("Dry run. Nothing was changed."))

    def _say_json(self, look: Look, *, is_done: bool, undecided: int) -> None:
        from desktop.domain.trust import fingerprint

        verdict, package = look.verdict, look.package
        assert verdict is not None
        assert package is not None
        told = {
            "office": package.signer.office,
            "number": package.manifest.number,
            "fingerprint": fingerprint(package.signer.public_key),
            "trust": verdict.trust.value,
            "is_applied": is_done,
            "undecided": undecided,
            "counts": {outcome.value: count for outcome, count in look.counts().items()},
            "findings": [_plain(finding) for finding in look.findings],
        }
        self._terminal.say(json.dumps(told, ensure_ascii=False, indent=2))


def _plain(finding: Finding) -> dict[str, Any]:
    told = {"key": finding.key, "name": finding.name, "outcome": finding.outcome.value}
    return {**told, "conflicts": list(finding.conflicts)} if finding.conflicts else told
