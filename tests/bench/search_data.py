"""Synthetic records in realistic German: contact points with names, places, tasks, numbers and addresses."""

import random
import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date

from desktop.domain.document import Document, Passage
from desktop.domain.folding import sort_key
from desktop.domain.numbers import digit_words
from desktop.domain.vocabulary import Kind, Status
from desktop.store.search.index import Index


def _words(text: str) -> list[str]:
    return text.split()


STEMS = _words(
    """
    Ausländer Integrations Migrations Jugend Sozial Gesundheits Sprach Bildungs Familien Arbeits Wohnungs
    Flüchtlings Einwohner Bürger Schul Kinder Frauen Senioren Verbraucher Rechts Schuldner Erziehungs Pflege Renten
    Kultur Sport Umwelt Verkehrs Steuer Standes Ordnungs Ausbildungs Berufs Weiterbildungs Asyl Rückkehr
    Einbürgerungs Quartiers Nachbarschafts Ehrenamts Straßen Grünflächen Größen Führungs Prüfungs Förder Hör Sprech
    Lern Übersetzungs
    """
)
HEADS = _words(
    """
    behörde beratung kurs amt dienst zentrum stelle agentur büro hilfe verein netzwerk förderung betreuung
    vermittlung begleitung prüfung angebot projekt gruppe treff werkstatt akademie schule haus fonds bericht antrag
    ausweis
    """
)
TOWNS = _words(
    """
    Köln Düsseldorf Dortmund Essen Duisburg Bochum Wuppertal Bielefeld Bonn Münster Gelsenkirchen Aachen Krefeld
    Hagen Hamm Herne Solingen Neuss Paderborn Bottrop Recklinghausen Remscheid Moers Siegen Gütersloh Witten
    Iserlohn Lünen Marl Minden Velbert Rheine Dorsten Detmold Jülich Höxter Büren Übach Grevenbroich Lüdenscheid
    Mülheim Hüllhorst
    """
)
SYLLABLES = _words(
    """
    ber gar hof lin mül ner pich rau sen tör wal zim dreh fö hain kör lüt mei nau ott
    """
)
VERBS = _words(
    """
    berät begleitet fördert unterstützt vermittelt prüft koordiniert informiert organisiert entscheidet
    """
)
RARE = 100
"""Of so many records one is a person."""
ENDS = ("im Alltag", "bei Anträgen", "vor Ort und im Netz", "kostenlos und anonym", "nach Termin", "in vielen Sprachen")


def titles(count: int) -> list[str]:
    """The names of so many records, in German order."""
    return sorted((_title(number) for number in range(count)), key=lambda title: (sort_key(title), title))


def write_index(connection: sqlite3.Connection, names: Sequence[str]) -> None:
    """Fill an empty database with an index of the records of these names."""
    connection.execute("CREATE TABLE term (taxonomy TEXT, id TEXT, name TEXT, position INTEGER)")
    Index(connection).rebuild([f"eintrag-{at}" for at in range(len(names))], batches(names))


def batches(names: Sequence[str], size: int = 500) -> Iterator[list[Document]]:
    """The records of these names, a batch at a time."""
    for start in range(0, len(names), size):
        yield [document(start + at, name) for at, name in enumerate(names[start : start + size])]


def document(number: int, title: str) -> Document:
    """One record, the same each time."""
    dice = random.Random(number)
    town, surname = title.split()[1], _surname(dice)
    phone = f"0{dice.randint(201, 299)} {dice.randint(10_000, 9_999_999)}-{dice.randint(0, 199)}"
    street = f"{_surname(dice).capitalize()}straße {dice.randint(1, 199)}, {dice.randint(32000, 59999)} {town}"
    passages = (
        Passage("name", title),
        Passage("alternate_name", f"{title.split()[0]} {surname.capitalize()}"),
        Passage("place", town),
        Passage("subject", dice.choice(STEMS)),
        Passage("summary", _sentence(dice)),
        *(Passage("tasks", " ".join(_sentence(dice) for _ in range(2))) for _ in range(2)),
        Passage("person", f"{_surname(dice).capitalize()} {surname.capitalize()}"),
        Passage("address", street),
        Passage("phone", phone),
        Passage("phone_digits", " ".join(sorted(digit_words(phone, None)))),
        Passage("email", f"{surname}@{sort_key(title.split()[0])}-{sort_key(town)}.de"),
    )
    kind = dice.choice((Kind.LOCATION, Kind.LOCATION, Kind.PARTNER, Kind.PRACTICE))
    level, role = dice.choice(("federal", "state", "municipal")), dice.choice(("branch", "head_office", "office"))
    return Document(
        id=f"eintrag-{number}",
        kind=kind if number % RARE else Kind.PERSON,
        status=Status.ACTIVE,
        title=title,
        subtitle=passages[4].text,
        place=town,
        organisation=None,
        as_of=date(2020 + number % 6, 1, 1),
        owner_id=None,
        facets={"place": (town,), "level": (level,), "role": (role,)},
        passages=passages,
    )


def _title(number: int) -> str:
    dice = random.Random(-number - 1)
    return f"{_compound(dice)} {dice.choice(TOWNS)} {_surname(dice).capitalize()}"


def _compound(dice: random.Random) -> str:
    return dice.choice(STEMS) + dice.choice(HEADS)


def _surname(dice: random.Random) -> str:
    return "".join(dice.choice(SYLLABLES) for _ in range(dice.randint(2, 3)))


def _sentence(dice: random.Random) -> str:
    words = f"Die {_compound(dice)} {dice.choice(VERBS)} Menschen aus {dice.choice(TOWNS)} mit {_compound(dice)}"
    return f"{words} und {_compound(dice)} {dice.choice(ENDS)}."
