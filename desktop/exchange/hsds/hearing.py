"""Understands an organisation of HSDS with its services, locations and contacts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec

from desktop.domain.errors import N_, Message
from desktop.domain.incoming import Entry, Stamp, Unreadable
from desktop.domain.municipality import Municipality
from desktop.domain.plain import record_from
from desktop.domain.record import Record, RecordId
from desktop.domain.vocabulary import Kind, Level, LocationRole
from desktop.exchange.hsds.fitting import fitted
from desktop.exchange.hsds.native import NATIVE, OFFERS, STATUSES, only_email
from desktop.exchange.hsds.nodes import OURS, Node, kept_in, objects, own_id, text
from desktop.exchange.hsds.understood import (
    classified,
    head,
    named_left_out,
    place_values,
    service_values,
    statement,
    websites,
)

_WRONG = N_("No record can be made from this: “{field}” cannot be read.")
_NO_RECORD = N_("No record can be made from this.")
_PLACE = re.compile(r"at `\$\.?(?P<field>[^`]+)`")
_STATUS = {word: status for status, word in STATUSES.items()}


class _Owner(NamedTuple):
    """Who locations and contacts belong to; no record where something else stands in its place."""

    id: RecordId
    record: Record | None


class Hearing:
    """Makes entries; `stamp` is for records that have no source of their own."""

    def __init__(self, stamp: Stamp) -> None:
        source = {"source": stamp.source, "as_of": stamp.as_of.isoformat() if stamp.as_of else None}
        self._provenance = {name: value for name, value in source.items() if value}

    def organization(self, place: int, found: Node) -> Iterator[Entry | Unreadable]:
        """An organisation and everything within it, each thing after what it cannot be without."""
        rest = _rest(found)
        if rest is None and text(found.get("name")) is None:
            yield Unreadable(place, Message(_WRONG, field="name"))
            return
        at = _locations(found)
        if rest is not None and rest["record_kind"] not in NATIVE:
            owner = _Owner(str(rest["id"]), None)
        else:
            told = self._owner(place, found, rest, at)
            if isinstance(told, Unreadable):
                yield told
                return
            owner = _Owner(told.record.id, told.record)
            if rest is None or not rest.get("is_beside"):
                yield told
        for location, service in at.values():
            yield from self._location(place, owner, location, service)
        yield from self._contacts(place, owner, found, ())

    def _owner(
        self, place: int, found: Node, rest: Node | None, at: dict[str, tuple[Node, Node]]
    ) -> Entry | Unreadable:
        own = rest or {"record_kind": Kind.ORGANIZATION.value, "id": own_id(found["id"]), "level": Level.INDEPENDENT}
        links, lost = websites(found, "website", "additional_websites")
        values: Node = {**head(found, rest), **links, **classified(found)}
        if own["record_kind"] == Kind.ORGANIZATION:
            values |= _offers(found, at)
        desk = next((one for one, _ in at.values() if _is_desk(one, own)), None)
        if desk is not None:
            told, left_out = place_values(desk)
            values |= told | _position(desk)
            lost += left_out
        return self._entry(place, values, own, rest, lost + named_left_out("organization", found, rest), ())

    def _location(self, place: int, owner: _Owner, found: Node, service: Node) -> Iterator[Entry | Unreadable]:
        rest = _rest(found)
        needs = (owner.record,) if owner.record else ()
        if isinstance(owner.record, Municipality) and found.get("external_identifier") == owner.id:
            yield from self._contacts(place, owner, found, ())
            return
        default = {"record_kind": Kind.LOCATION.value, "id": own_id(found.get("id")), "organization_id": owner.id}
        own = rest or {**default, "role": LocationRole.ONLINE if _is_online(found) else LocationRole.OFFICE}
        values, lost = place_values(found)
        told, left_out = service_values(service, _STATUS)
        values = {**head({**service, **found}, rest), **told, **values}
        if own.get("hours_of"):
            values = {name: value for name, value in values.items() if name not in {"opening_hours", "hours_note"}}
        missing = named_left_out("location", found, rest) + named_left_out("service", service, rest)
        entry = self._entry(place, values, own, rest, lost + left_out + missing, needs)
        if isinstance(entry, Unreadable) or not own.get("is_beside"):
            yield entry
        if isinstance(entry, Entry):
            here = _Owner(entry.record.id, entry.record)
            for contacts in (found, service):
                yield from self._contacts(place, here, contacts, needs)

    def _contacts(
        self, place: int, owner: _Owner, found: Node, needs: tuple[Record, ...]
    ) -> Iterator[Entry | Unreadable]:
        """The persons who are named with an organisation, a service or a location."""
        needed = (*needs, owner.record) if owner.record else needs
        for contact in objects(found.get("contacts")):
            rest = _rest(contact)
            own = rest or {"record_kind": Kind.PERSON.value, "id": own_id(contact.get("id")), "belongs_to": owner.id}
            values = {**head(contact, rest), **classified(contact)}
            values.pop("summary", None)
            for field, name in (("role", "title"), ("department", "department")):
                if (said := text(contact.get(name))) is not None:
                    values[field] = said
            phones, lost = place_values({"phones": contact.get("phones"), "email": contact.get("email")})
            lost += named_left_out("contact", contact, rest)
            yield self._entry(place, {**values, **phones}, own, rest, lost, needed)

    def _entry(
        self,
        place: int,
        values: Node,
        own: Node,
        rest: Node | None,
        lost: tuple[Message, ...],
        needs: tuple[Record, ...],
    ) -> Entry | Unreadable:
        """A record of what was kept and what is told; what is told goes before."""
        merged = {name: value for name, value in own.items() if name != "is_beside"}
        if email := values.pop("email", None):
            values["emails"] = only_email(list(merged.get("emails") or ()), email)
        values, cut = fitted({name: value for name, value in values.items() if value not in (None, [], ())})
        try:
            record = record_from({"provenance": self._provenance, **merged, **values})
        except (msgspec.ValidationError, ValueError, KeyError, TypeError, AttributeError, OverflowError) as error:
            where = _PLACE.search(str(error))
            reason = Message(_WRONG, field=where["field"]) if where else Message(_NO_RECORD)
            return Unreadable(place, reason, str(values.get("name") or ""))
        given = frozenset(record.__struct_fields__) - {"id"} if rest else frozenset(values)
        if record.internal_note is None:
            given -= {"internal_note"}
        return Entry(place, record, given, needs, has_id=rest is not None, lost=lost + cut)


def _rest(found: Node) -> Node | None:
    """What was kept of a record of ours."""
    rest = kept_in(found)
    return rest if isinstance(rest, dict) and {"record_kind", "id"} <= rest.keys() else None


def _locations(found: Node) -> dict[str, tuple[Node, Node]]:
    """Each location once, with all that is said of it, and the first of the services that are offered there."""
    known: dict[str, tuple[Node, Node]] = {
        str(one.get("id")): (one, {}) for one in objects(found.get("locations")) if one.get("id")
    }
    for service in objects(found.get("services")):
        for at in objects(service.get("service_at_locations")):
            place = at.get("location")
            if isinstance(place, dict) and place.get("id"):
                before, first = known.get(str(place["id"]), ({}, {}))
                shared = {name: at[name] for name in ("phones", "schedules", "contacts") if at.get(name)}
                known[str(place["id"])] = ({**shared, **place, **before}, first or service)
    return known


def _offers(found: Node, at: dict[str, tuple[Node, Node]]) -> dict[str, list[Any]]:
    """What an organisation does and offers: the services that do not stand for one of its locations."""
    sections: dict[str, list[Any]] = {section: [] for section in OFFERS}
    placed = {id(service) for _, service in at.values()}
    for service in objects(found.get("services")):
        if id(service) not in placed:
            section, told = statement(service, found)
            if told is not None:
                sections[section].append(told)
    return sections


def _is_desk(found: Node, own: Node) -> bool:
    is_ours = found.get("external_identifier_type") == OURS
    return own["record_kind"] == Kind.MUNICIPALITY and is_ours and found.get("external_identifier") == own["id"]


def _position(desk: Node) -> Node:
    """Where the desk of a municipality is, and what it is called."""
    told = {name: desk.get(name) for name in ("latitude", "longitude")}
    return {**told, "desk_name": text(desk.get("name"))}


def _is_online(found: Node) -> bool:
    return found.get("location_type") == "virtual"
