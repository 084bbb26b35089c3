"""What municipalities name and what they do not, term by term; silence is no "no"."""

from collections.abc import Callable, Sequence
from enum import StrEnum

from msgspec import Struct

from desktop.domain.dossier import Dossier
from desktop.domain.folding import sort_key
from desktop.domain.municipality import Municipality
from desktop.domain.record import RecordId, Statement, Term


class Answer(StrEnum):
    """What the source says of a term: it names it, it names others but not this one, or it names none at all."""

    NAMED = "named"
    NOT_NAMED = "not_named"
    NOT_STATED = "not_stated"


class Axis(StrEnum):
    """What the municipalities are held against."""

    FIELDS_OF_ACTION = "fields_of_action"
    TARGET_GROUPS = "target_groups"


class Cell(Struct, frozen=True):
    """One term at one municipality, with the statements that name it where they are told one by one."""

    answer: Answer
    statements: tuple[Statement, ...] = ()


class Line(Struct, frozen=True):
    """A term with a cell for each municipality."""

    term: Term
    cells: tuple[Cell, ...]

    @property
    def count(self) -> int:
        """How many municipalities name the term."""
        return sum(cell.answer is Answer.NAMED for cell in self.cells)


class Matrix(Struct, frozen=True):
    """The terms that any of the municipalities names, the most frequent first."""

    axis: Axis
    municipalities: tuple[Municipality, ...]
    lines: tuple[Line, ...]

    @property
    def silent(self) -> tuple[Municipality, ...]:
        """The municipalities of which no term is known."""
        columns = range(len(self.municipalities))
        return tuple(self.municipalities[at] for at in columns if not self.named_at(at))

    def named_at(self, column: int) -> int:
        """How many terms a municipality names."""
        return sum(line.cells[column].answer is Answer.NAMED for line in self.lines)


Named = dict[RecordId, tuple[Statement, ...]]


def matrix(dossiers: Sequence[Dossier], axis: Axis) -> Matrix:
    """All municipalities among the records against all terms that one of them names."""
    found = [(each.record, each) for each in dossiers if isinstance(each.record, Municipality)]
    named = [_NAMED[axis](record) for record, _ in found]
    terms = {term.id: term for _, each in found for term in (*each.subjects, *each.target_groups)}
    wanted = dict.fromkeys(term_id for each in named for term_id in each)
    lines = [_line(terms.get(term_id, Term(id=term_id, name=term_id)), named) for term_id in wanted]
    lines.sort(key=lambda line: (-line.count, sort_key(line.term.name)))
    return Matrix(axis, tuple(record for record, _ in found), tuple(lines))


def _line(term: Term, named: Sequence[Named]) -> Line:
    return Line(term, tuple(_cell(term.id, each) for each in named))


def _cell(term_id: RecordId, named: Named) -> Cell:
    if not named:
        return Cell(Answer.NOT_STATED)
    return Cell(Answer.NAMED, named[term_id]) if term_id in named else Cell(Answer.NOT_NAMED)


def _fields_of_action(record: Municipality) -> Named:
    found: Named = {}
    for statement in record.fields_of_action:
        for term_id in statement.subject_ids:
            found[term_id] = (*found.get(term_id, ()), statement)
    return found


def _target_groups(record: Municipality) -> Named:
    return dict.fromkeys(record.target_group_ids, ())


_NAMED: dict[Axis, Callable[[Municipality], Named]] = {
    Axis.FIELDS_OF_ACTION: _fields_of_action,
    Axis.TARGET_GROUPS: _target_groups,
}
