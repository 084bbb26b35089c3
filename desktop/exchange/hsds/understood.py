"""What single objects of HSDS say, as plain values of a record, and what of it has no place here."""

from __future__ import annotations

from typing import Any

from desktop.domain.cleaning import plain_signs
from desktop.domain.errors import N_, Message
from desktop.domain.vocabulary import Status, Taxonomy
from desktop.exchange.hsds.nodes import Node, kept_in, objects, terms_in, text
from desktop.exchange.hsds.parts import ADDRESS, PHONE, URL, Part, parts_in
from desktop.exchange.hsds.schedules import hours_in

Found = tuple[dict[str, Any], tuple[Message, ...]]
LEFT_OUT = N_("There is no place here for: {names}.")
_UNFIT = N_("{count} of “{name}” cannot be kept here and were left out.")
_USED = {
    "organization": {"id", "name", "alternate_name", "description", "website", "additional_websites", "contacts"}
    | {"locations", "services", "organization_identifiers", "attributes", "metadata"},
    "service": {"id", "name", "alternate_name", "description", "url", "additional_urls", "email", "status"}
    | {"fees_description", "required_documents", "service_at_locations", "attributes", "metadata", "languages"}
    | {"phones", "schedules", "contacts", "organization_id", "assured_date", "last_modified"},
    "location": {"id", "location_type", "name", "alternate_name", "description", "addresses", "phones", "schedules"}
    | {"languages", "accessibility", "contacts", "attributes", "metadata", "external_identifier", "organization_id"}
    | {"external_identifier_type"},
    "contact": {"id", "name", "title", "department", "email", "phones", "attributes", "metadata"}
    | {"organization_id", "service_id", "service_at_location_id", "location_id"},
}


def head(found: Node, rest: Node | None) -> dict[str, Any]:
    """Names and summary; HSDS wants a description where we have none, and knows but one other name."""
    name = text(found.get("name"))
    if name and rest is None:  # of another program
        name = plain_signs(name) or None
    summary = text(found.get("description"))
    told: dict[str, Any] = {"name": name, "summary": None if summary == name else summary}
    other = text(found.get("alternate_name"))
    if other and other not in _names(rest or {}):
        told["alternate_names"] = [other, *(rest or {}).get("alternate_names", ())]
    return told


def classified(found: Node) -> dict[str, list[str]]:
    """What an object is filed under."""
    return {f"{taxonomy.value}_ids": terms_in(found, taxonomy) for taxonomy in Taxonomy}


def websites(found: Node, first: str, further: str) -> Found:
    """The web addresses of an object, in the order of all of them."""
    links, lost = _parts(URL, further, found)
    address = text(found.get(first))
    if address and not any(one.get("url") == address for one in objects(found.get(further))):
        begun, left_out = _parts(URL, first, {first: [{"url": address}]})
        links, lost = [*begun, *links], lost + left_out
    return {"links": links}, lost


def place_values(found: Node) -> Found:
    """What stands with a location: addresses, numbers, hours, languages, accessibility."""
    addresses, lost = _parts(ADDRESS, "addresses", found)
    phones, left_out = _parts(PHONE, "phones", found)
    told: dict[str, Any] = {"addresses": addresses, "phones": phones, "email": text(found.get("email"))}
    told |= hours_in(found.get("schedules")).values()
    names = (text(one.get("name")) for one in objects(found.get("languages")))
    told["languages"] = [name for name in names if name]
    told["accessibility"] = _joined(found.get("accessibility"), "description")
    return {name: value for name, value in told.items() if value}, lost + left_out


def service_values(found: Node, statuses: dict[str, Status]) -> Found:
    """What stands with the service that is offered at a location."""
    links, lost = websites(found, "url", "additional_urls")
    told: dict[str, Any] = {**links, **classified(found), "email": text(found.get("email"))}
    told["cost"] = text(found.get("fees_description"))
    told["required_documents"] = _joined(found.get("required_documents"), "document")
    told["status"] = statuses.get(str(found.get("status")), Status.ACTIVE)
    shared, left_out = place_values(found)
    return {name: value for name, value in (shared | told).items() if value}, lost + left_out


def statement(service: Node, owner: Node) -> tuple[str, dict[str, Any] | None]:
    """The section of an organisation that a service stands for, and what it says."""
    kept = kept_in(service)
    rest = kept if isinstance(kept, dict) else {}
    said = text(service.get("description")) or text(service.get("name"))
    section = "tasks" if rest.get("section") == "tasks" else "offers"
    if said is None:
        return section, None
    title = text(service.get("name"))
    has_title = rest.get("has_title", True) or title != owner.get("name")
    told: dict[str, Any] = {"text": said, "title": title if has_title and title != said else None}
    if rest.get("has_title") and title == said:
        told["title"] = title
    told |= {"subject_ids": terms_in(service, Taxonomy.SUBJECT), "lines": rest.get("lines")}
    return section, {name: value for name, value in told.items() if value}


def named_left_out(entity: str, found: Node, rest: Node | None) -> tuple[Message, ...]:
    """What another program says in words that have no place here."""
    if rest is not None:
        return ()
    unused = [name for name, value in found.items() if value and name not in _USED[entity]]
    return (Message(LEFT_OUT, names=", ".join(sorted(unused)[:20])),) if unused else ()


def _parts(part: Part, name: str, found: Node) -> tuple[list[Node], tuple[Message, ...]]:
    parts = parts_in(part, found.get(name))
    missing = sum(1 for _ in objects(found.get(name))) - len(parts)
    return parts, (Message(_UNFIT, count=missing, name=name),) if missing else ()


def _joined(found: object, name: str) -> str | None:
    return "\n".join(said for one in objects(found) if (said := text(one.get(name)))) or None


def _names(rest: Node) -> list[Any]:
    return [rest.get("short_name"), *(rest.get("alternate_names") or ())]
