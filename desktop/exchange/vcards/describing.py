"""Records told as address books know them."""

from collections.abc import Iterable, Iterator

from desktop.domain.contact import Location, Person
from desktop.domain.dossier import Dossier
from desktop.domain.editing import OWN_SOURCE
from desktop.domain.municipality import Municipality
from desktop.domain.outgoing import Outgoing
from desktop.domain.reach import Reachable, Visitable
from desktop.domain.record import Record
from desktop.domain.sure_ways import sure_addresses, sure_emails, sure_links, sure_phones
from desktop.domain.vcard_text import dialled, name_parts, street_of, town_of
from desktop.exchange.vcards.languages import tag_of
from desktop.exchange.vcards.own import uid_of
from desktop.exchange.vcards.told import Mail, Number, Place, Site, Told, Whose, one_line, squeezed, written_kind
from desktop.i18n import Translate
from desktop.pages import hours
from desktop.pages.words import day_text


class Describing:
    """Tells the records of a file one by one, with what they name."""

    def __init__(self, out: Outgoing, tr: Translate) -> None:
        self._tr = tr
        self._beside = out.beside
        self._terms = {term.id: term.name for term in (*out.subjects, *out.target_groups)}

    def told(self, record: Record) -> Told:
        """A record as its card tells it; numbers and addresses in doubt stay out, for no warning could stand there."""
        organization = _kept(self._organization(record))
        name = squeezed((isinstance(record, Municipality) and record.desk_name) or record.name)
        is_person = isinstance(record, Person)
        return Told(
            whose=Whose.PERSON if is_person else Whose.BODY,
            name=name or next(iter(organization), record.id),
            parts=name_parts(name) if is_person else (),
            nicknames=_kept(nicknames(record)),
            organization=organization,
            role=squeezed((isinstance(record, Person) and record.role) or ""),
            numbers=numbers(record),
            mails=mails(record),
            places=places(record),
            sites=sites(record),
            languages=_kept(map(tag_of, record.languages)) if isinstance(record, Location) else (),
            subjects=_kept(self._terms.get(one, "") for one in (*record.subject_ids, *record.target_group_ids)),
            note="\n".join(self._note(record)),
            uid=uid_of(record),
        )

    def _organization(self, record: Record) -> Iterator[str]:
        """The organisation and its units; of the desk of a municipality, the municipality."""
        if isinstance(record, Person):
            belongs_to = self._beside.get(record.belongs_to)
            first = record.organization_name or (belongs_to.name if belongs_to else "")
            yield from (first or record.department or "", (first and record.department) or "")
        elif isinstance(record, Location):
            owner = self._beside.get(record.organization_id)
            yield owner.name if owner else ""
        else:
            yield record.name

    def _note(self, record: Record) -> Iterator[str]:
        """What address books have no field for and people want to read there, a line each."""
        tr = self._tr
        if record.summary:
            yield tr("Responsible for: {text}", text=one_line(record.summary))
        if isinstance(record, Visitable) and (times := self._hours(record)):
            yield f"{tr('Opening hours')}: {times}"
        if isinstance(record, Location):
            for label, text in (
                (tr("Languages"), ", ".join(record.languages)),
                (tr("What to bring"), record.required_documents),
                (tr("Costs"), record.cost),
                (tr("Accessibility"), record.accessibility),
            ):
                if text:
                    yield f"{label}: {one_line(text)}"
        if record.provenance.as_of:
            yield tr("as of {day}", day=day_text(record.provenance.as_of, tr))

    def _hours(self, record: Visitable) -> str:
        lender = self._beside.get((isinstance(record, Location) and record.hours_of) or "")
        lenders = (lender,) if isinstance(lender, Location) else ()
        dossier = Dossier(record=record, source=OWN_SOURCE, locations=lenders)
        return "; ".join(
            f"{value.text} ({value.note})" if value.note else value.text
            for value in hours.values(record, dossier, self._tr)
        )


def nicknames(record: Record) -> tuple[str, ...]:
    """The names by which a record is also known."""
    return tuple(filter(None, (record.short_name, *record.alternate_names)))


def numbers(record: Record) -> tuple[Number, ...]:
    """The numbers of a record that are sure."""
    sure = sure_phones(record) if isinstance(record, Reachable) else ()
    return tuple(Number(dialled(one), written_kind(one.kind), squeezed(one.label or "")) for one in sure)


def mails(record: Record) -> tuple[Mail, ...]:
    """The mail addresses of a record that are sure."""
    sure = sure_emails(record) if isinstance(record, Reachable) else ()
    return tuple(Mail(one.address, squeezed(one.label or "")) for one in sure)


def places(record: Record) -> tuple[Place, ...]:
    """The addresses of a record that are sure, those to go to first."""
    sure = sure_addresses(record) if isinstance(record, Reachable) else ()
    return tuple(Place(one_line(street_of(one)), town_of(one), one.postal_code, one.kind) for one in sure)


def sites(record: Record) -> tuple[Site, ...]:
    """The links of a record that lead somewhere."""
    return tuple(Site(one.target, squeezed(one.label or "")) for one in sure_links(record) if one.target)


def _kept(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found for text in texts if (found := squeezed(text))))
