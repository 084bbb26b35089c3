"""What HSDS 3.2 asks of its objects, as a table of our own from its reference, and a schema made of it.

Each line names a field, what it holds, and with an exclamation mark that it must be there. What the table does not
know is refused: a slip in the name of a field would otherwise pass, since HSDS allows further fields.
"""

from typing import Any

from jsonschema import Draft202012Validator, FormatChecker

_UUID = {"type": "string", "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"}
_SIMPLE: dict[str, dict[str, Any]] = {
    "uuid": _UUID,
    "text": {"type": "string"},
    "number": {"type": "number"},
    "email": {"type": "string", "format": "email"},
    "uri": {"type": "string", "pattern": r"^[a-z][a-z0-9+.-]*:[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+$"},
    "date": {"type": "string", "format": "date"},
    "time": {"type": "string", "pattern": "^[0-9]{2}:[0-9]{2}"},
    "day": {"type": "string", "pattern": "^(MO|TU|WE|TH|FR|SA|SU)(,(MO|TU|WE|TH|FR|SA|SU))*$"},
    "freq": {"enum": ["WEEKLY", "MONTHLY"]},
    "where": {"enum": ["physical", "postal", "virtual"]},
    "status": {"enum": ["active", "inactive", "defunct", "temporarily closed"]},
    "sound": {"enum": ["text", "voice", "fax", "cell", "video", "pager", "textphone"]},
}
_RULES = {
    "organization": """id!uuid name!text alternate_name:text description!text email:email website:uri
        additional_websites:url* contacts:contact* phones:phone* locations:location* services:service*
        organization_identifiers:organization_identifier* attributes:attribute* metadata:metadata*""",
    "service": """id!uuid name!text alternate_name:text description:text url:uri additional_urls:url* email:email
        status!status interpretation_services:text application_process:text fees_description:text
        eligibility_description:text assured_date:date phones:phone* schedules:schedule* languages:language*
        service_at_locations:service_at_location* required_documents:required_document* contacts:contact*
        attributes:attribute* metadata:metadata*""",
    "service_at_location": """id!uuid description:text contacts:contact* phones:phone* schedules:schedule*
        location:location attributes:attribute* metadata:metadata*""",
    "location": """id!uuid location_type!where url:uri name:text alternate_name:text description:text
        latitude:number longitude:number external_identifier:text external_identifier_type:text languages:language*
        addresses:address* contacts:contact* accessibility:accessibility* phones:phone* schedules:schedule*
        attributes:attribute* metadata:metadata*""",
    "contact": """id!uuid name:text title:text department:text email:email phones:phone* attributes:attribute*
        metadata:metadata*""",
    "phone": "id!uuid number!text extension:number type:sound description:text attributes:attribute*",
    "address": """id!uuid attention:text address_1!text address_2:text city!text region:text state_province!text
        postal_code!text country!text address_type!where attributes:attribute*""",
    "schedule": """id!uuid valid_from:date valid_to:date freq:freq interval:number byday:day description:text
        opens_at:time closes_at:time notes:text attributes:attribute*""",
    "language": "id!uuid name:text code:text note:text",
    "accessibility": "id!uuid description:text details:text url:uri",
    "required_document": "id!uuid document:text uri:uri",
    "url": "id!uuid label:text url!uri attributes:attribute*",
    "organization_identifier": "id!uuid identifier_scheme:text identifier_type!text identifier!text",
    "attribute": """id!uuid link_id:uuid link_type:text link_entity:text value:text label:text taxonomy_term_id:uuid
        taxonomy_term:taxonomy_term""",
    "taxonomy_term": "id!uuid code:text name!text description!text taxonomy:text",
    "metadata": """id!uuid resource_id:uuid resource_type:text last_action_date!date last_action_type!text
        field_name!text previous_value!text replacement_value!text updated_by!text""",
}


def _field(told: str) -> dict[str, Any]:
    name = told.removesuffix("*")
    one = _SIMPLE.get(name) or {"$ref": f"#/$defs/{name}"}
    return {"type": "array", "items": one} if told.endswith("*") else one


def _object(rules: str) -> dict[str, Any]:
    fields = [(line.replace("!", ":").split(":"), "!" in line) for line in rules.split()]
    return {
        "type": "object",
        "properties": {name: _field(told) for (name, told), _ in fields},
        "required": [name for (name, _), must_be in fields if must_be],
        "additionalProperties": False,
    }


def _schema() -> dict[str, Any]:
    objects = {name: _object(rules) for name, rules in _RULES.items()}
    return {"type": "array", "items": {"$ref": "#/$defs/organization"}, "$defs": objects}


VALIDATOR = Draft202012Validator(_schema(), format_checker=FormatChecker())


def faults(document: object) -> list[str]:
    """What breaks a rule, and where."""
    return [f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(document)]
