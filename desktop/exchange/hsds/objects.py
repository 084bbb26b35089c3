"""Records as objects of HSDS."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from desktop.domain.contact import Location, Organization, Person
from desktop.domain.municipality import Municipality
from desktop.domain.reach import Reachable, Visitable
from desktop.domain.record import Record, RecordId, Statement, Term
from desktop.domain.vocabulary import AddressKind, LocationRole, ReachStatus, Taxonomy
from desktop.exchange.hsds.native import NATIVE, OFFERS, STATUSES, beside
from desktop.exchange.hsds.nodes import OURS, Node, filed_under, kept, node, uid
from desktop.exchange.hsds.parts import ADDRESS, PHONE, URL, nodes_of, uri_of
from desktop.exchange.hsds.schedules import schedules_of

if TYPE_CHECKING:
    from desktop.domain.outgoing import Outgoing
    from desktop.i18n import Translate


class Telling:
    """Tells records as objects; what they name is looked up in what goes out with them."""

    def __init__(self, out: Outgoing, tr: Translate) -> None:
        self._beside = out.beside
        self._terms: dict[Taxonomy, dict[RecordId, Term]] = {
            Taxonomy.SUBJECT: {term.id: term for term in out.subjects},
            Taxonomy.TARGET_GROUP: {term.id: term for term in out.target_groups},
        }
        self._sources = {source.id: source.title for source in out.sources}
        self._tr = tr

    def organization(
        self, owner: Record, locations: Sequence[Location], persons: Sequence[Person], *, is_chosen: bool
    ) -> Node:
        """An organisation, or what stands in the place of one, with those of its members that go out.

        A location that does not go out here is told beside the persons to be asked for there.
        """
        identifier = uid(owner.id)
        places = {place.id: place for place in locations} | self._places_of(persons, locations)
        at_home = [one for one in persons if one.belongs_to not in places]
        asked_for = defaultdict[RecordId, list[Person]](list)
        for one in persons:
            asked_for[one.belongs_to].append(one)
        places_told = [
            self._location(place, place, asked_for[place.id], is_chosen=number < len(locations))
            for number, place in enumerate(places.values())
        ]
        services = [self._service(place) for place in places.values()]
        if isinstance(owner, Organization):
            services = [*self._offers(owner), *services]
        if isinstance(owner, Municipality):
            places_told.insert(0, self._location(owner, None, (), is_chosen=True))
            services.insert(0, self._desk(owner))
        return node(
            id=identifier,
            name=owner.name,
            alternate_name=_other_name(owner),
            description=owner.summary or owner.name,
            email=_email(owner),
            **_websites(owner, "website", "additional_websites"),
            organization_identifiers=_identifiers(owner),
            contacts=[self._contact(one) for one in at_home],
            locations=places_told,
            services=services,
            attributes=self._attributes(owner, identifier, "organization", is_chosen=is_chosen),
            metadata=self._metadata(owner, "organization"),
        )

    def _places_of(self, persons: Sequence[Person], told: Sequence[Location]) -> dict[RecordId, Location]:
        """The locations of persons that are not told already."""
        known = {place.id for place in told}
        named = (self._beside.get(one.belongs_to) for one in persons if one.belongs_to not in known)
        return {one.id: one for one in named if isinstance(one, Location)}

    def _offers(self, owner: Organization) -> list[Node]:
        return [
            self._offer(owner, section, number, statement)
            for section in OFFERS
            for number, statement in enumerate(getattr(owner, section))
        ]

    def _offer(self, owner: Organization, section: str, number: int, statement: Statement) -> Node:
        identifier = uid(owner.id, section, number)
        subjects = self._filed(identifier, "service", Taxonomy.SUBJECT, statement.subject_ids)
        rest = {"section": section, "has_title": statement.title is not None, "lines": list(statement.lines)}
        return node(
            id=identifier,
            name=statement.title or owner.name,
            description=statement.text,
            status=STATUSES[owner.status],
            attributes=[*subjects, kept(identifier, "service", rest)],
        )

    def _service(self, place: Location) -> Node:
        """What is offered at a location; the location itself stands with the organisation."""
        identifier = uid(place.id, "service")
        groups = [self._terms[Taxonomy.TARGET_GROUP].get(term) for term in place.target_group_ids]
        return node(
            id=identifier,
            name=place.name,
            alternate_name=_other_name(place),
            description=place.summary,
            **_websites(place, "url", "additional_urls"),
            email=_email(place),
            status=STATUSES[place.status],
            interpretation_services=self._tr("Interpreter") if place.interpreter else None,
            application_process=self._tr("By appointment") if place.by_appointment else None,
            fees_description=place.cost,
            eligibility_description=", ".join(group.name for group in groups if group),
            assured_date=_day(place.provenance.checked_on),
            required_documents=_documents(place),
            service_at_locations=[_at(place)],
            attributes=self._classified(place, identifier, "service"),
        )

    def _desk(self, owner: Municipality) -> Node:
        return node(
            id=uid(owner.id, "service"),
            name=owner.desk_name or owner.name,
            status=STATUSES[owner.status],
            email=_email(owner),
            application_process=self._tr("By appointment") if owner.by_appointment else None,
            service_at_locations=[_at(owner)],
        )

    def _location(self, place: Visitable, own: Location | None, persons: Sequence[Person], *, is_chosen: bool) -> Node:
        """A location; `own` where it is a record of its own rather than the desk of a municipality."""
        identifier = uid(place.id, "location")
        rest = beside(own) | ({} if is_chosen else {"is_beside": True}) if own else {}
        return node(
            id=identifier,
            location_type=_location_type(place),
            name=place.desk_name if isinstance(place, Municipality) else place.name,
            alternate_name=_other_name(place) if own else None,
            description=own.summary if own else None,
            latitude=getattr(place, "latitude", None),
            longitude=getattr(place, "longitude", None),
            external_identifier=place.id,
            external_identifier_type=OURS,
            languages=[{"id": uid(place.id, "language", n), "name": one} for n, one in enumerate(_languages(own))],
            addresses=nodes_of(ADDRESS, identifier, place.addresses),
            contacts=[self._contact(one) for one in persons],
            accessibility=_accessibility(own),
            phones=nodes_of(PHONE, identifier, place.phones),
            schedules=schedules_of(identifier, self._with_hours(place)),
            attributes=[kept(identifier, "location", rest)] if own else None,
            metadata=self._metadata(own, "location") if own else None,
        )

    def _with_hours(self, place: Visitable) -> Visitable:
        """The place whose hours apply."""
        if isinstance(place, Location) and place.hours_of:
            lender = self._beside.get(place.hours_of)
            return lender if isinstance(lender, Visitable) else place
        return place

    def _contact(self, person: Person) -> Node:
        identifier = uid(person.id)
        return node(
            id=identifier,
            name=person.name,
            title=person.role,
            department=person.department,
            email=_email(person),
            phones=nodes_of(PHONE, identifier, person.phones),
            attributes=self._attributes(person, identifier, "contact", is_chosen=True),
            metadata=self._metadata(person, "contact"),
        )

    def _attributes(self, record: Record, identifier: str, entity: str, *, is_chosen: bool) -> list[Node]:
        """What stands in the place of an organisation, or beside one that was chosen, says so."""
        rest: dict[str, Any] = {"id": record.id, "is_beside": not is_chosen, "record_kind": record.KIND.value}
        if record.KIND in NATIVE:
            rest |= beside(record)
            return [*self._classified(record, identifier, entity), kept(identifier, entity, rest)]
        return [kept(identifier, entity, rest)]

    def _classified(self, record: Record, identifier: str, entity: str) -> list[Node]:
        return [
            *self._filed(identifier, entity, Taxonomy.SUBJECT, record.subject_ids),
            *self._filed(identifier, entity, Taxonomy.TARGET_GROUP, record.target_group_ids),
        ]

    def _filed(self, identifier: str, entity: str, taxonomy: Taxonomy, ids: Sequence[RecordId]) -> list[Node]:
        known = self._terms[taxonomy]
        terms = [known.get(term) or Term(id=term, name=term) for term in ids]
        return filed_under(identifier, entity, taxonomy, terms)

    def _metadata(self, record: Record, entity: str) -> list[Node]:
        """Where a record comes from and who last found it right, as HSDS tells changes."""
        found = record.provenance
        update = (found.as_of, "update", self._sources.get(found.source, found.source))
        check = (found.checked_on, "assure", found.checked_by)
        return [
            {
                "id": uid(record.id, "metadata", act),
                "resource_id": uid(record.id),
                "resource_type": entity,
                "last_action_date": day.isoformat(),
                "last_action_type": act,
                "field_name": "",
                "previous_value": "",
                "replacement_value": "",
                "updated_by": by or "",
            }
            for day, act, by in (update, check)
            if day is not None
        ]


def _other_name(record: Record) -> str | None:
    return record.short_name or next(iter(record.alternate_names), None)


def _email(record: Record) -> str | None:
    if not isinstance(record, Reachable):
        return None
    return next((one.address for one in record.emails if one.status is ReachStatus.ACTIVE), None)


def _websites(record: Record, first: str, further: str) -> Node:
    """The address that a reader opens first, and all of them with what they are called."""
    works = next((link for link in record.links if link.status is ReachStatus.ACTIVE), None)
    return {first: uri_of(works) if works else None, further: nodes_of(URL, uid(record.id, "links"), record.links)}


def _identifiers(owner: Record) -> list[Node]:
    known = [("id", OURS, owner.id)]
    if isinstance(owner, Municipality):
        known.append(("ags", "AGS", owner.ags))
    return [
        {"id": uid(owner.id, "identifier", name), "identifier_type": told, "identifier": value}
        for name, told, value in known
    ]


def _at(place: Reachable) -> Node:
    """The link of a service to its location, which is told in full with the organisation."""
    location = {"id": uid(place.id, "location"), "location_type": _location_type(place)}
    return {"id": uid(place.id, "service at location"), "location": location}


def _location_type(place: Reachable) -> str:
    if isinstance(place, Location) and place.role is LocationRole.ONLINE:
        return "virtual"
    kinds = {address.kind for address in place.addresses}
    return "postal" if kinds == {AddressKind.POSTAL} else "physical"


def _languages(place: Location | None) -> Sequence[str]:
    return place.languages if place else ()


def _accessibility(place: Location | None) -> list[Node]:
    told = place.accessibility if place else None
    return [{"id": uid(place.id, "accessibility"), "description": told}] if place and told else []


def _documents(place: Location) -> list[Node]:
    told = place.required_documents
    return [{"id": uid(place.id, "document"), "document": told}] if told else []


def _day(day: Any) -> str | None:
    return day.isoformat() if day else None
