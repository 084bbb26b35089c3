"""What a package would do or did, in lines for people: who signed it, what becomes of the records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from desktop.domain.applying import NOTHING_DIFFERS, OUTCOME_LABELS, Outcome, UntrustedError
from desktop.domain.errors import N_, ExpectedError, ForeignFileError, Message
from desktop.domain.merging import Side
from desktop.domain.trust import Trust, fingerprint, same_digits
from desktop.services.applying.row_words import row_title, value_text

if TYPE_CHECKING:
    from desktop.domain.applying import Finding, Look
    from desktop.i18n import Translate
    from desktop.services.applying.applying import Applying, Consent

_DECIDED = {
    Side.OURS: N_("Decided: stays as it is here"),
    Side.THEIRS: N_("Decided: becomes as it is in the package"),
}
_AGAIN = {
    Trust.REPEATED: N_("Package {number} from {office} is taken once more, as asked for."),
    Trust.OLDER: N_("Package {number} from {office} is taken although number {last} was taken already, as asked for."),
}
_BY_TRUST = N_("{told} To take it: --trust FINGERPRINT.")
_BY_NEW_KEY = N_("{told} If it has: --new-key FINGERPRINT.")
_OTHER_DIGITS = N_(
    "The fingerprint {typed} is not that of this package ({digits}). Nothing was changed. Let the office read out its"
    " fingerprint to you once more."
)
_OTHER_NEW_DIGITS = N_(
    "The fingerprint {typed} is not that of this package. Nothing was changed. Let the office read out the fingerprint"
    " of its new key to you once more."
)


def refuse_other_digits(look: Look, consent: Consent) -> None:
    """Raise `ForeignFileError` where a fingerprint was named, and it is another one.

    The digits of a new key must come from the office: they are not told where they were to be typed.
    """
    typed, package = consent.fingerprint, look.package
    if not typed or package is None or same_digits(typed, package.signer.public_key):
        return
    is_new = look.verdict is not None and look.verdict.trust is Trust.CHANGED_KEY
    words = _OTHER_NEW_DIGITS if is_new else _OTHER_DIGITS
    raise ForeignFileError(words, typed=typed, digits=fingerprint(package.signer.public_key))


def with_way(error: ExpectedError, look: Look) -> ExpectedError:
    """A refusal with the option that leads on, where it is trust that is missing."""
    if isinstance(error, UntrustedError):
        return ForeignFileError(_BY_TRUST, told=error.message)
    if isinstance(error, ForeignFileError) and look.verdict is not None and look.verdict.may_replace:
        return ForeignFileError(_BY_NEW_KEY, told=error.message)
    return error


def trust_lines(look: Look, consent: Consent, tr: Translate, *, is_done: bool) -> Iterator[str]:
    """What is to be thought of a package, and what was said to it."""
    verdict, package = look.verdict, look.package
    if verdict is None or package is None:
        return
    reason, is_new = verdict.reason, verdict.trust is Trust.NEW
    digits = fingerprint(package.signer.public_key)
    if consent.fingerprint and is_new:
        yield _confirmed(tr, package.manifest.office, is_done=is_done)
    elif consent.replaces and verdict.may_replace:
        yield tr(
            "The fingerprint of the new key is confirmed. What is signed with the old one is not believed any more."
        )
    elif consent.insists and verdict.trust in _AGAIN:
        yield Message(_AGAIN[verdict.trust], **reason.params).in_words(tr)
    elif verdict.may_replace:
        yield Message(_BY_NEW_KEY, told=reason).in_words(tr)
    else:
        yield reason.in_words(tr)
    if is_new and not consent.fingerprint:
        yield tr("Fingerprint: {fingerprint}", fingerprint=digits)
        yield tr("To take it: --trust FINGERPRINT")


def _confirmed(tr: Translate, office: str, *, is_done: bool) -> str:
    if is_done:
        return tr("The fingerprint is confirmed: {office} is known from now on.", office=office)
    return tr("The fingerprint is that of the package.")


def conflict_lines(applying: Applying, look: Look, tr: Translate) -> dict[str, list[str]]:
    """The fields that both sides changed with their values, by the keys of the findings."""
    return {one.key: list(_fields(applying, look, one, tr)) for one in look.findings if one.conflicts}


def _fields(applying: Applying, look: Look, finding: Finding, tr: Translate) -> Iterator[str]:
    sides = applying.sides(look, finding.key)
    for row in sides.rows:
        if row.point is None:
            continue
        ours, theirs = (_in_one_line(value_text(row, value, sides, tr)) for value in (row.ours, row.theirs))
        title = row_title(finding.kind, row, tr)
        yield tr("    {field}: here {ours} – in the package {theirs}", field=title, ours=ours, theirs=theirs)


def _in_one_line(text: str) -> str:
    return "; ".join(text.splitlines())


def finding_lines(look: Look, fields: Mapping[str, list[str]], side: Side | None, tr: Translate) -> Iterator[str]:
    """What becomes of each record, with what was decided of it."""
    for finding in look.findings:
        is_decided = side is not None and finding.outcome is Outcome.CONFLICT
        outcome = _DECIDED[side] if side is not None and is_decided else OUTCOME_LABELS[finding.outcome]
        yield f"{tr(outcome)}: {finding.name} [{finding.key}]"
        yield from fields.get(finding.key, ())
    if not look.findings:
        yield tr(NOTHING_DIFFERS)
