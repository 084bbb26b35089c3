"""Files of other programs, written to what those programs write; every name in them is made up.

Outlook: the columns of its export "Comma Separated Values" in both languages. Thunderbird: those of its export as CSV.
Google: those of its two formats "Google CSV". Lists of offices: as they come by mail, from Excel and from Calc.
"""

import csv
from collections.abc import Mapping, Sequence
from io import StringIO
from typing import Literal

Quoting = Literal[0, 1]
MINIMAL: Quoting = 0
ALL: Quoting = 1


def _split(names: str) -> list[str]:
    return names.split(";")


def _table(columns: str, rows: Sequence[Mapping[str, str]], *, quoting: Quoting) -> str:
    text = StringIO()
    writer = csv.DictWriter(text, _split(columns), "", quoting=quoting)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


_OUTLOOK_GERMAN = (
    "Anrede;Vorname;Weitere Vornamen;Nachname;Suffix;Firma;Abteilung;Position;Straße geschäftlich;"
    "Straße geschäftlich 2;Straße geschäftlich 3;Ort geschäftlich;Region geschäftlich;Postleitzahl geschäftlich;"
    "Land/Region geschäftlich;Straße privat;Straße privat 2;Straße privat 3;Ort privat;Bundesland/Kanton privat;"
    "Postleitzahl privat;Land/Region privat;Weitere Straße;Weiterer Ort;Weiteres/r Bundesland/Kanton;"
    "Weitere Postleitzahl;Weiteres/e Land/Region;Telefon Assistent;Fax geschäftlich;Telefon geschäftlich;"
    "Telefon geschäftlich 2;Rückmeldung;Autotelefon;Telefon Firma;Fax privat;Telefon privat;Telefon privat 2;ISDN;"
    "Mobiltelefon;Weiteres Fax;Weiteres Telefon;Pager;Haupttelefon;Mobiltelefon 2;Telefon für Hörbehinderte;Telex;"
    "Abrechnungsinformation;Benutzer 1;Beruf;Büro;E-Mail-Adresse;E-Mail-Typ;E-Mail: Angezeigter Name;"
    "E-Mail 2: Adresse;E-Mail 2: Typ;E-Mail 2: Angezeigter Name;Empfohlen von;Geburtstag;Geschlecht;Hobby;Initialen;"
    "Internet Frei/Gebucht;Jahrestag;Kategorien;Kinder;Konto;Name Assistent;Name des/der Vorgesetzten;Notizen;"
    "Organisationsnr.;Ort;Partner;Postfach geschäftlich;Postfach privat;Priorität;Privat;Regierungsnr.;"
    "Reisekilometer;Sprache;Stichwörter;Vertraulichkeit;Verzeichnisserver;Webseite;Weiteres Postfach"
)
_OUTLOOK_ENGLISH = (
    "Title;First Name;Middle Name;Last Name;Suffix;Company;Department;Job Title;Business Street;Business Street 2;"
    "Business Street 3;Business City;Business State;Business Postal Code;Business Country/Region;Home Street;"
    "Home City;Home Postal Code;Other Street;Other City;Assistant's Phone;Business Phone;Business Phone 2;"
    "Business Fax;Callback;Car Phone;Company Main Phone;Home Fax;Home Phone;ISDN;Mobile Phone;Other Fax;Other Phone;"
    "Pager;Primary Phone;Radio Phone;TTY/TDD Phone;Telex;Account;Anniversary;Birthday;Categories;Children;"
    "E-mail Address;E-mail Type;E-mail Display Name;E-mail 2 Address;E-mail 2 Type;E-mail 2 Display Name;Gender;"
    "Hobby;Initials;Keywords;Language;Location;Mileage;Notes;Office Location;Priority;Private;Profession;"
    "Sensitivity;Spouse;User 1;Web Page"
)
OUTLOOK_GERMAN = _table(
    _OUTLOOK_GERMAN,
    [
        {
            "Anrede": "Frau",
            "Vorname": "Ayse",
            "Nachname": "Öztürk",
            "Firma": "Stadt Moers",
            "Abteilung": "Fachdienst Soziales",
            "Position": "Sachbearbeiterin",
            "Straße geschäftlich": "Rathausplatz 1",
            "Ort geschäftlich": "Moers",
            "Postleitzahl geschäftlich": "47441",
            "Land/Region geschäftlich": "Deutschland",
            "Straße privat": "Geheimweg 1",
            "Telefon geschäftlich": "02841 201-123",
            "Fax geschäftlich": "02841 201-888",
            "Mobiltelefon": "0171 1234567",
            "Telefon privat": "02841 999999",
            "E-Mail-Adresse": "a.oeztuerk@moers.de",
            "E-Mail-Typ": "SMTP",
            "E-Mail 2: Adresse": "soziales@moers.de",
            "Geburtstag": "0.0.00",
            "Geschlecht": "Keine Angabe",
            "Priorität": "Normal",
            "Privat": "Aus",
        },
        {"Firma": "Caritasverband Moers-Xanten", "Telefon Firma": "02841 9010-0", "Priorität": "Normal"},
    ],
    quoting=ALL,
)
OUTLOOK_ENGLISH = _table(
    _OUTLOOK_ENGLISH,
    [
        {
            "Title": "Mrs.",
            "First Name": "Ayse",
            "Last Name": "Öztürk",
            "Company": "Stadt Moers",
            "Department": "Fachdienst Soziales",
            "Job Title": "Sachbearbeiterin",
            "Business Street": "Rathausplatz 1",
            "Business City": "Moers",
            "Business Postal Code": "47441",
            "Business Country/Region": "Germany",
            "Home Street": "Geheimweg 1",
            "Business Phone": "+49 2841 201-123",
            "Business Fax": "+49 2841 201-888",
            "Mobile Phone": "+49 171 1234567",
            "E-mail Address": "a.oeztuerk@moers.de",
            "E-mail 2 Address": "soziales@moers.de",
            "Priority": "Normal",
            "Private": "False",
        },
        {"Company": "Caritasverband Moers-Xanten", "Company Main Phone": "02841 9010-0"},
    ],
    quoting=ALL,
)
_THUNDERBIRD_GERMAN = (
    "Vorname;Nachname;Anzeigename;Spitzname;Primäre E-Mail-Adresse;Sekundäre E-Mail-Adresse;Messenger-Name;"
    "Tel. dienstlich;Tel. privat;Fax-Nummer;Pager-Nummer;Mobil-Tel.-Nr.;Privat: Adresse;Privat: Adresse 2;"
    "Privat: Ort;Privat: Bundesland;Privat: PLZ;Privat: Land;Dienstlich: Adresse;Dienstlich: Adresse 2;"
    "Dienstlich: Ort;Dienstlich: Bundesland;Dienstlich: PLZ;Dienstlich: Land;Arbeitstitel;Abteilung;Organisation;"
    "Webseite 1;Webseite 2;Geburtsjahr;Geburtsmonat;Geburtstag;Benutzerdef. 1;Benutzerdef. 2;Benutzerdef. 3;"
    "Benutzerdef. 4;Notizen"
)
_THUNDERBIRD_ENGLISH = (
    "First Name;Last Name;Display Name;Nickname;Primary Email;Secondary Email;Screen Name;Work Phone;Home Phone;"
    "Fax Number;Pager Number;Mobile Number;Home Address;Home Address 2;Home City;Home State;Home ZipCode;"
    "Home Country;Work Address;Work Address 2;Work City;Work State;Work ZipCode;Work Country;Job Title;Department;"
    "Organization;Web Page 1;Web Page 2;Birth Year;Birth Month;Birth Day;Custom 1;Custom 2;Custom 3;Custom 4;Notes"
)
_THUNDERBIRD_PERSON = (
    "Ayse;Öztürk;Ayse Öztürk;;a.oeztuerk@moers.de;soziales@moers.de;;02841 201-123;02841 999999;02841 201-888;;"
    "0171/1234567;Geheimweg 1;;Moers;;47441;;Rathausplatz 1;;Moers;NRW;47441;Deutschland;Sachbearbeiterin;"
    "Fachdienst Soziales;Stadt Moers;;;;;;;;;;"
)
_THUNDERBIRD_FIRM = f";;Caritasverband Moers-Xanten{';' * 24}Caritasverband Moers-Xanten{';' * 10}"


def _thunderbird(columns: str) -> str:
    rows = [dict(zip(_split(columns), _split(row), strict=True)) for row in (_THUNDERBIRD_PERSON, _THUNDERBIRD_FIRM)]
    return _table(columns, rows, quoting=MINIMAL)


THUNDERBIRD_GERMAN = _thunderbird(_THUNDERBIRD_GERMAN)
THUNDERBIRD_ENGLISH = _thunderbird(_THUNDERBIRD_ENGLISH)
_GOOGLE_OLD = (
    "Name;Given Name;Additional Name;Family Name;Yomi Name;Given Name Yomi;Additional Name Yomi;Family Name Yomi;"
    "Name Prefix;Name Suffix;Initials;Nickname;Short Name;Maiden Name;Birthday;Gender;Location;Billing Information;"
    "Directory Server;Mileage;Occupation;Hobby;Sensitivity;Priority;Subject;Notes;Language;Photo;Group Membership;"
    "E-mail 1 - Type;E-mail 1 - Value;E-mail 2 - Type;E-mail 2 - Value;Phone 1 - Type;Phone 1 - Value;"
    "Phone 2 - Type;Phone 2 - Value;Phone 3 - Type;Phone 3 - Value;Address 1 - Type;Address 1 - Formatted;"
    "Address 1 - Street;Address 1 - City;Address 1 - PO Box;Address 1 - Region;Address 1 - Postal Code;"
    "Address 1 - Country;Address 1 - Extended Address;Organization 1 - Type;Organization 1 - Name;"
    "Organization 1 - Yomi Name;Organization 1 - Title;Organization 1 - Department;Website 1 - Type;"
    "Website 1 - Value"
)
_GOOGLE_NEW = (
    "First Name;Middle Name;Last Name;Phonetic First Name;Phonetic Middle Name;Phonetic Last Name;Name Prefix;"
    "Name Suffix;Nickname;File As;Organization Name;Organization Title;Organization Department;Birthday;Notes;Photo;"
    "Labels;E-mail 1 - Label;E-mail 1 - Value;E-mail 2 - Label;E-mail 2 - Value;Phone 1 - Label;Phone 1 - Value;"
    "Phone 2 - Label;Phone 2 - Value;Phone 3 - Label;Phone 3 - Value;Address 1 - Label;Address 1 - Formatted;"
    "Address 1 - Street;Address 1 - City;Address 1 - PO Box;Address 1 - Region;Address 1 - Postal Code;"
    "Address 1 - Country;Address 1 - Extended Address;Website 1 - Label;Website 1 - Value"
)
_GOOGLE_REACH = {
    "E-mail 1 - Value": "a.oeztuerk@moers.de ::: soziales@moers.de",
    "Phone 1 - Value": "+49 2841 201123",
    "Phone 2 - Value": "+49 2841 201888",
    "Phone 3 - Value": "0171 1234567",
    "Address 1 - Formatted": "Rathausplatz 1\n47441 Moers\nDeutschland",
    "Address 1 - Street": "Rathausplatz 1",
    "Address 1 - City": "Moers",
    "Address 1 - Postal Code": "47441",
    "Address 1 - Country": "Deutschland",
}
_GOOGLE_TYPES = {
    "E-mail 1": "* Work",
    "Phone 1": "Work",
    "Phone 2": "Work Fax",
    "Phone 3": "Mobile",
    "Address 1": "Work",
}
GOOGLE_OLD = _table(
    _GOOGLE_OLD,
    [
        {
            "Name": "Ayse Öztürk",
            "Given Name": "Ayse",
            "Family Name": "Öztürk",
            "Organization 1 - Name": "Stadt Moers",
            "Organization 1 - Title": "Sachbearbeiterin",
            "Organization 1 - Department": "Fachdienst Soziales",
            **_GOOGLE_REACH,
            **{f"{name} - Type": word for name, word in _GOOGLE_TYPES.items()},
        },
        {"Name": "Caritasverband Moers-Xanten", "Organization 1 - Name": "Caritasverband Moers-Xanten"},
    ],
    quoting=MINIMAL,
)
GOOGLE_NEW = _table(
    _GOOGLE_NEW,
    [
        {
            "First Name": "Ayse",
            "Last Name": "Öztürk",
            "Organization Name": "Stadt Moers",
            "Organization Title": "Sachbearbeiterin",
            "Organization Department": "Fachdienst Soziales",
            "Labels": "* myContacts",
            **_GOOGLE_REACH,
            **{f"{name} - Label": word for name, word in _GOOGLE_TYPES.items()},
        },
        {"Organization Name": "Caritasverband Moers-Xanten", "Labels": "* myContacts"},
    ],
    quoting=MINIMAL,
)
OFFICE_LIST = (
    "Firma;Straße;PLZ;Ort;Tel.;Fax;E-Mail;Ansprechpartner;Öffnungszeiten;Internet;Bemerkung\r\n"
    "Jugendmigrationsdienst Köln;Am Römerturm 3;50667;Köln;Tel. 0221 9212640, 0221 9212641;0221/92126499;"
    "jmd [at] koeln.de;Frau Kaya;Mo-Do 9-16 Uhr;ww.jmd-koeln.de;\r\n"
    "AWO Hamm;Weg 2;59065;Hamm;2,31905E+09;;info(at)awo;;nach Vereinbarung;;\r\n"
    "Treff Dresden;Markt 1;1067;Dresden;;;;;;;\r\n"
)
CALC_LIST = (
    "Beratungsstellen im Kreis Unna,,,,\nStand: März 2026,,,,\n,,,,\n"
    "Einrichtung,Träger,Anschrift,Telefonnumer,Sprachen\n"
    'Flüchtlingsberatung,Diakonie Kreis Unna,"Mozartstraße 18–20\n59423 Unna",Zentrale: 02303 25024-0,'
    '"Deutsch, Arabisch, Farsi"\n'
)
