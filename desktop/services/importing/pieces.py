"""What a file is made of, and how its pieces are spoken of: a table has rows, an address book has cards."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.domain.errors import N_, Message

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.i18n import Translate


class Piece(StrEnum):
    """What tells a record each; whatever is no card is counted as a row."""

    ROW = "row"
    CARD = "card"


def plural(one: str, many: str) -> tuple[str, str]:
    """Mark a message with two forms for the catalogues."""
    return one, many


_OF_CARDS = {
    N_("Row"): N_("Card"),
    N_("Row {place}: {what} – {name}"): N_("Card {place}: {what} – {name}"),
    N_("Row {place}: {name} – {why}"): N_("Card {place}: {name} – {why}"),
    N_("Rows of the file"): N_("Cards of the file"),
    N_("All rows"): N_("All cards"),
    N_("Which rows are shown"): N_("Which cards are shown"),
    N_("Every row is decided."): N_("Every card is decided."),
    N_("That cannot be decided about this row."): N_("That cannot be decided about this card."),
    N_("With Shift a letter decides all rows that are shown."): N_(
        "With Shift a letter decides all cards that are shown."
    ),
    N_("The rows are being read …"): N_("The cards are being read …"),
    N_("The rows are being counted …"): N_("The cards are being counted …"),
    N_("Left out with the row that it belongs to."): N_("Left out with the card that it belongs to."),
    N_(
        "Two rows of the file would change “{name}”; the second one is row {place}. Nothing was imported. Leave one of"
        " them out, or decide that it is the same."
    ): N_(
        "Two cards of the file would change “{name}”; the second one is card {place}. Nothing was imported. Leave one"
        " of them out, or decide that it is the same."
    ),
    N_(
        "“{name}” was added or changed by somebody else since the file was read, and may be what row {place} tells."
    ): N_(
        "“{name}” was added or changed by somebody else since the file was read, and may be what card {place} tells."
    ),
}
_COUNTED = {
    plural("{count} row is added", "{count} rows are added"): plural(
        "{count} card is added", "{count} cards are added"
    ),
    plural("{count} row updates a record", "{count} rows update a record each"): plural(
        "{count} card updates a record", "{count} cards update a record each"
    ),
    plural("{count} row only fills gaps", "{count} rows only fill gaps"): plural(
        "{count} card only fills gaps", "{count} cards only fill gaps"
    ),
    plural("{count} row changes nothing", "{count} rows change nothing"): plural(
        "{count} card changes nothing", "{count} cards change nothing"
    ),
    plural("{count} row is left out", "{count} rows are left out"): plural(
        "{count} card is left out", "{count} cards are left out"
    ),
    plural("{count} row cannot be read", "{count} rows cannot be read"): plural(
        "{count} card cannot be read", "{count} cards cannot be read"
    ),
    plural("{count} row is not decided", "{count} rows are not decided"): plural(
        "{count} card is not decided", "{count} cards are not decided"
    ),
    plural("{count} row left out or the same", "{count} rows left out or the same"): plural(
        "{count} card left out or the same", "{count} cards left out or the same"
    ),
    plural("Decided for {count} row.", "Decided for {count} rows."): plural(
        "Decided for {count} card.", "Decided for {count} cards."
    ),
    plural("{count} row waits for a decision.", "{count} rows wait for a decision."): plural(
        "{count} card waits for a decision.", "{count} cards wait for a decision."
    ),
    plural(
        "Something was guessed or left out in {count} row. Go back and show “To be checked” to see what.",
        "Something was guessed or left out in {count} rows. Go back and show “To be checked” to see what.",
    ): plural(
        "Something was guessed or left out in {count} card. Go back and show “To be checked” to see what.",
        "Something was guessed or left out in {count} cards. Go back and show “To be checked” to see what.",
    ),
    plural(
        "Something was guessed or left out in {count} row. The report says what.",
        "Something was guessed or left out in {count} rows. The report says what.",
    ): plural(
        "Something was guessed or left out in {count} card. The report says what.",
        "Something was guessed or left out in {count} cards. The report says what.",
    ),
}
_ALL = _OF_CARDS | {row: card for rows, cards in _COUNTED.items() for row, card in zip(rows, cards, strict=True)}


def speaking_of(piece: Piece, tr: Translate) -> Translate:
    """The same language, in which the pieces of a file are called what they are."""
    return tr.saying(_ALL) if piece is Piece.CARD else tr


def english_of(piece: Piece) -> Callable[[str], str]:
    """The messages as they are written, for programs."""
    return (lambda msgid: _ALL.get(msgid, msgid)) if piece is Piece.CARD else str


def message_of(piece: Piece, message: Message) -> Message:
    """A message as it is said about such a file, wherever it will be translated."""
    params = {
        name: message_of(piece, value) if isinstance(value, Message) else value
        for name, value in message.params.items()
    }
    return Message(english_of(piece)(message.msgid), **params)
