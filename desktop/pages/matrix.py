"""The matrix in words: a sign and a word in every cell, and how many of all name a term."""

from collections.abc import Sequence

from msgspec import Struct

from desktop.domain.dossier import Dossier, Reference, reference_to
from desktop.domain.errors import N_
from desktop.domain.matrix import Answer, Axis, Cell, Line, matrix
from desktop.domain.vocabulary import Kind
from desktop.i18n import Translate
from desktop.pages.parts import named
from desktop.pages.words import section_label

SIGNS = {Answer.NAMED: "•", Answer.NOT_NAMED: "–", Answer.NOT_STATED: "?"}
_WORDS = {Answer.NAMED: N_("named"), Answer.NOT_NAMED: N_("not named"), Answer.NOT_STATED: N_("nothing stated")}
_LEADS = {
    Axis.FIELDS_OF_ACTION: N_("{count} of {total} municipalities name fields of action."),
    Axis.TARGET_GROUPS: N_("{count} of {total} municipalities name target groups."),
}


class Said(Struct, frozen=True):
    """What a cell says: its sign, its word, and the statements behind it in the words of the data."""

    answer: Answer
    sign: str
    word: str
    detail: str = ""

    @property
    def is_named(self) -> bool:
        """Whether the municipality names the term."""
        return self.answer is Answer.NAMED

    @property
    def text(self) -> str:
        """Sign and word."""
        return f"{self.sign} {self.word}"


class MatrixRow(Struct, frozen=True):
    """A term, how many of all name it, and a cell for each municipality; `language` is that of the label."""

    label: str
    language: str | None
    count: str
    cells: tuple[Said, ...]


class MatrixPage(Struct, frozen=True):
    """Heading, columns and rows; `legend` explains the signs and says that silence is no "no"."""

    axis: Axis
    title: str
    lead: str
    columns: tuple[Reference, ...]
    rows: tuple[MatrixRow, ...]
    legend: tuple[str, ...]


def matrix_page(dossiers: Sequence[Dossier], axis: Axis, tr: Translate) -> MatrixPage:
    """All municipalities among the records against what they name."""
    found = matrix(dossiers, axis)
    total = len(found.municipalities)
    return MatrixPage(
        axis=axis,
        title=section_label(Kind.MUNICIPALITY, axis.value, tr),
        lead=tr(_LEADS[axis], count=total - len(found.silent), total=total),
        columns=tuple(reference_to(record) for record in found.municipalities),
        rows=tuple(_row(line, total, tr) for line in found.lines),
        legend=_legend(tr),
    )


def _row(line: Line, total: int, tr: Translate) -> MatrixRow:
    label = named((line.term,), tr)
    count = tr("{count} of {total}", count=line.count, total=total)
    return MatrixRow(label.text, label.language, count, tuple(_said(cell, tr) for cell in line.cells))


def _said(cell: Cell, tr: Translate) -> Said:
    detail = "; ".join(statement.title or statement.text for statement in cell.statements)
    return Said(cell.answer, SIGNS[cell.answer], tr(_WORDS[cell.answer]), detail)


def _legend(tr: Translate) -> tuple[str, ...]:
    return (
        tr("• named: the source names it for this municipality."),
        tr("– not named: the source names others for this municipality. That does not mean no."),
        tr("? nothing stated: the source names none at all for this municipality."),
    )
