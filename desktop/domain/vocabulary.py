"""The closed lists that records choose from; each value knows its label as a message of the catalogues."""

from enum import StrEnum

from desktop.domain.errors import N_

THOUSANDS = N_(",")
"""What a language sets between the thousands of a number."""


class Kind(StrEnum):
    """What a record is; also the word for it in the database and on the command line."""

    PROGRAMME = "programme"
    MUNICIPALITY = "municipality"
    TOPIC = "topic"
    ORGANIZATION = "organization"
    LOCATION = "location"
    PERSON = "person"
    PRACTICE = "practice"
    NETWORK = "network"
    PARTNER = "partner"


class Status(StrEnum):
    """Whether a record is in use."""

    ACTIVE = "active"
    ENDED = "ended"
    ARCHIVED = "archived"


class Level(StrEnum):
    """The tier that an organisation belongs to."""

    FEDERAL = "federal"
    STATE = "state"
    COUNTY = "county"
    MUNICIPAL = "municipal"
    INDEPENDENT = "independent"


class MunicipalityKind(StrEnum):
    """The legal form of a model municipality."""

    COUNTY = "county"
    INDEPENDENT_CITY = "independent_city"
    COUNTY_TOWN = "county_town"


class LocationRole(StrEnum):
    """What a location is within its organisation."""

    HEAD_OFFICE = "head_office"
    BRANCH = "branch"
    OFFICE = "office"
    ONLINE = "online"


class PartnerKind(StrEnum):
    """The field a partner organisation works in."""

    MUNICIPALITY = "municipality"
    COUNTY = "county"
    DISTRICT_GOVERNMENT = "district_government"
    REGIONAL_ASSOCIATION = "regional_association"
    JOB_CENTRE = "job_centre"
    WELFARE = "welfare"
    EDUCATION = "education"
    CULTURE_MEDIA = "culture_media"
    SPORT = "sport"
    POLICE = "police"
    BUSINESS = "business"
    TRANSPORT = "transport"
    CIVIL_SOCIETY = "civil_society"
    COOPERATION = "cooperation"


class PhoneKind(StrEnum):
    """What answers at a number."""

    VOICE = "voice"
    MOBILE = "mobile"
    FAX = "fax"
    HOTLINE = "hotline"


class ReachStatus(StrEnum):
    """Whether a number, an address or a link still leads somewhere."""

    ACTIVE = "active"
    DOUBTFUL = "doubtful"
    DEAD = "dead"


class AddressKind(StrEnum):
    """Whether people may come to an address or only letters."""

    VISIT = "visit"
    POSTAL = "postal"


class FlagKind(StrEnum):
    """Why a person should look at a record again."""

    DEAD_NUMBER = "dead_number"
    DEAD_LINK = "dead_link"
    DOUBTFUL = "doubtful"
    OUTDATED = "outdated"
    ENDED = "ended"
    MISSING = "missing"
    TYPO = "typo"
    NAME_VARIANT = "name_variant"
    AMBIGUOUS = "ambiguous"


class Taxonomy(StrEnum):
    """The two closed lists that all four tabs share."""

    SUBJECT = "subject"
    TARGET_GROUP = "target_group"


class Weekday(StrEnum):
    """The days of a week, in its order."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


class DateRelation(StrEnum):
    """How a dated fact stands to its date."""

    ON = "on"
    FROM = "from"
    UNTIL = "until"


LABELS: dict[type[StrEnum], dict[str, str]] = {
    Kind: {
        Kind.PROGRAMME: N_("Programme"),
        Kind.MUNICIPALITY: N_("Model municipality"),
        Kind.TOPIC: N_("Further topic of the Land"),
        Kind.ORGANIZATION: N_("Organisation"),
        Kind.LOCATION: N_("Contact point"),
        Kind.PERSON: N_("Contact person"),
        Kind.PRACTICE: N_("Good practice"),
        Kind.NETWORK: N_("Partner network"),
        Kind.PARTNER: N_("Partner"),
    },
    Status: {
        Status.ACTIVE: N_("active"),
        Status.ENDED: N_("ended"),
        Status.ARCHIVED: N_("archived"),
    },
    Level: {
        Level.FEDERAL: N_("Federal"),
        Level.STATE: N_("Land"),
        Level.COUNTY: N_("County"),
        Level.MUNICIPAL: N_("Municipality"),
        Level.INDEPENDENT: N_("Independent organisation"),
    },
    MunicipalityKind: {
        MunicipalityKind.COUNTY: N_("county"),
        MunicipalityKind.INDEPENDENT_CITY: N_("independent city"),
        MunicipalityKind.COUNTY_TOWN: N_("town within a county"),
    },
    LocationRole: {
        LocationRole.HEAD_OFFICE: N_("Head office"),
        LocationRole.BRANCH: N_("Branch office"),
        LocationRole.OFFICE: N_("Office"),
        LocationRole.ONLINE: N_("Online only"),
    },
    PartnerKind: {
        PartnerKind.MUNICIPALITY: N_("Town or municipality"),
        PartnerKind.COUNTY: N_("County (partner)"),
        PartnerKind.DISTRICT_GOVERNMENT: N_("District government"),
        PartnerKind.REGIONAL_ASSOCIATION: N_("Regional association"),
        PartnerKind.JOB_CENTRE: N_("Job centre"),
        PartnerKind.WELFARE: N_("Welfare association"),
        PartnerKind.EDUCATION: N_("Education"),
        PartnerKind.CULTURE_MEDIA: N_("Culture and media"),
        PartnerKind.SPORT: N_("Sport"),
        PartnerKind.POLICE: N_("Police"),
        PartnerKind.BUSINESS: N_("Business"),
        PartnerKind.TRANSPORT: N_("Transport"),
        PartnerKind.CIVIL_SOCIETY: N_("Civil society"),
        PartnerKind.COOPERATION: N_("Cooperation of municipalities"),
    },
    PhoneKind: {
        PhoneKind.VOICE: N_("Telephone"),
        PhoneKind.MOBILE: N_("Mobile"),
        PhoneKind.FAX: N_("Fax"),
        PhoneKind.HOTLINE: N_("Hotline"),
    },
    ReachStatus: {
        ReachStatus.ACTIVE: N_("in use"),
        ReachStatus.DOUBTFUL: N_("doubtful"),
        ReachStatus.DEAD: N_("no longer reachable"),
    },
    AddressKind: {
        AddressKind.VISIT: N_("Visitors"),
        AddressKind.POSTAL: N_("Postal address"),
    },
    FlagKind: {
        FlagKind.DEAD_NUMBER: N_("Dead number"),
        FlagKind.DEAD_LINK: N_("Missing link target"),
        FlagKind.DOUBTFUL: N_("Doubtful"),
        FlagKind.OUTDATED: N_("Possibly outdated"),
        FlagKind.ENDED: N_("Ended"),
        FlagKind.MISSING: N_("Missing in the source"),
        FlagKind.TYPO: N_("Slip in the source"),
        FlagKind.NAME_VARIANT: N_("Spelling differs"),
        FlagKind.AMBIGUOUS: N_("Ambiguous in the source"),
    },
    Weekday: {
        Weekday.MONDAY: N_("Monday"),
        Weekday.TUESDAY: N_("Tuesday"),
        Weekday.WEDNESDAY: N_("Wednesday"),
        Weekday.THURSDAY: N_("Thursday"),
        Weekday.FRIDAY: N_("Friday"),
        Weekday.SATURDAY: N_("Saturday"),
        Weekday.SUNDAY: N_("Sunday"),
    },
    Taxonomy: {
        Taxonomy.SUBJECT: N_("Topic"),
        Taxonomy.TARGET_GROUP: N_("Target group"),
    },
}
"""Labels by list: words of two lists may be spelled alike and would stand for each other in one table."""


def label(value: StrEnum) -> str:
    """The message that names a value to a person."""
    return LABELS[type(value)][value]
