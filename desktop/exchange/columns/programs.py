"""How other programs and offices call their columns: by what they mean here, and those that mean nothing here.

Outlook (classic, export as "Comma Separated Values", German and English), Thunderbird (export as CSV, German and
English), Google Contacts (both CSV formats), and the words of lists that offices keep in Excel or LibreOffice. What
concerns the private life of a person is left out on purpose.
"""

OFFICE_LISTS: dict[str, tuple[str, ...]] = {
    "organization": (
        *("Firma", "Firmenname", "Unternehmen", "Organisation", "Organisationsname", "Institution", "Einrichtung"),
        *("Verein", "Verband", "Behörde", "Amt", "Dienststelle", "Träger", "Stelle", "Beratungsstelle", "Anbieter"),
        *("Company", "Company Name", "Organization", "Organisation Name", "Agency", "Name der Organisation"),
        *("Name der Einrichtung", "Name der Institution", "Bezeichnung der Einrichtung"),
    ),
    "name": ("Kontaktstelle", "Standort", "Angebot", "Bezeichnung", "Contact point", "Office name"),
    "short_name": ("Abkürzung", "Kürzel", "Kurzbezeichnung", "Abbreviation"),
    "contact": (
        *("Ansprechpartner", "Ansprechpartnerin", "Ansprechpartner/in", "Ansprechpartner(in)", "Ansprechpartner*in"),
        *("Ansprechperson", "Ansprechpersonen", "Kontaktperson", "Kontakt", "Zuständig", "Leitung", "Contact person"),
        "Contact",
    ),
    "person": ("Name der Person", "Vor- und Nachname", "Vorname Nachname", "Mitarbeiter", "Full name", "Anzeigename"),
    "given_name": ("Vorname", "First Name", "Given Name"),
    "family_name": ("Nachname", "Familienname", "Zuname", "Last Name", "Family Name", "Surname"),
    "middle_name": ("Weitere Vornamen", "Middle Name", "Additional Name"),
    "name_prefix": ("Anrede", "Titel", "Akad. Titel", "Title", "Name Prefix", "Salutation"),
    "name_suffix": ("Suffix", "Name Suffix"),
    "department": ("Abteilung", "Fachbereich", "Fachdienst", "Sachgebiet", "Referat", "Department"),
    "person_role": ("Funktion", "Position", "Rolle", "Aufgabe der Person", "Job Title", "Arbeitstitel"),
    "street": (
        *("Straße", "Str.", "Strasse", "Straße und Hausnummer", "Straße, Hausnummer", "Straße Hausnr.", "Straße Nr."),
        *("Straße/Nr.", "Straße, Nr.", "Besucheradresse", "Hausanschrift", "Street", "Street Address"),
    ),
    "care_of": ("Adresszusatz", "Zusatz", "Gebäude", "Address 2"),
    "postal_code": ("PLZ", "Postleitzahl", "Postal Code", "Postcode", "ZIP", "ZIP Code", "Zip"),
    "town": ("Ort", "Stadt", "Wohnort", "City", "Town", "Gemeinde"),
    "postal_town": ("PLZ Ort", "PLZ/Ort", "PLZ, Ort", "PLZ und Ort", "Anschrift in einer Zelle"),
    "district": ("Ortsteil", "Stadtteil", "Stadtbezirk", "District"),
    "country": ("Land", "Staat", "Country", "Land/Region"),
    "po_box": ("Postfach", "PO Box"),
    "phone": (
        *("Telefon", "Tel.", "Tel", "Fon", "Telefonnummer", "Telefonnr.", "Tel.-Nr.", "Tel. Nr.", "Rufnummer", "Festnetz"),
        *("Telefon dienstlich", "Telefonnummern", "Phone", "Phone Number", "Telephone", "Durchwahl"),
    ),
    "mobile": ("Mobil", "Mobiltelefon", "Handy", "Handynummer", "Mobilnummer", "Mobile", "Mobile Phone", "Cell"),
    "fax": ("Fax", "Telefax", "Faxnummer", "Fax-Nr.", "Fax Number"),
    "hotline": ("Hotline", "Servicenummer", "Infotelefon"),
    "email": ("E-Mail", "Mail", "E-Mail-Adresse", "Mailadresse", "E-Mail Adresse", "E-mail Address", "Email Address"),
    "link": (
        *("Internet", "Webseite", "Website", "Homepage", "Web", "URL", "Internetseite", "Internetadresse", "Link"),
        "Web Page",
    ),
    "opening_hours": ("Öffnungszeiten", "Sprechzeiten", "Öffnungszeit", "Servicezeiten", "Opening Hours", "Office Hours"),
    "languages": ("Sprachen", "Sprache", "Beratungssprachen", "Languages"),
    "summary": ("Beschreibung", "Kurzbeschreibung", "Zuständigkeit", "Aufgabe", "Wofür zuständig", "Description"),
    "accessibility": ("Barrierefrei", "Barrierefreiheit", "Accessibility"),
    "cost": ("Kosten", "Gebühren", "Fees"),
    "required_documents": ("Mitzubringen", "Unterlagen", "Benötigte Unterlagen"),
    "alternate_names": ("Andere Namen", "Auch bekannt als"),
    "internal_note": ("Notiz", "Notizen", "Bemerkung", "Bemerkungen", "Anmerkung", "Anmerkungen", "Kommentar", "Notes"),
}
OUTLOOK: dict[str, tuple[str, ...]] = {
    "street": ("Straße geschäftlich", "Business Street"),
    "care_of": ("Straße geschäftlich 2", "Business Street 2"),
    "town": ("Ort geschäftlich", "Business City"),
    "postal_code": ("Postleitzahl geschäftlich", "Business Postal Code"),
    "country": ("Land/Region geschäftlich", "Business Country/Region", "Business Country"),
    "po_box": ("Postfach geschäftlich", "Business Address PO Box"),
    "phone": (
        *("Telefon geschäftlich", "Telefon geschäftlich 2", "Telefon Firma", "Haupttelefon", "Weiteres Telefon"),
        *("Business Phone", "Business Phone 2", "Company Main Phone", "Primary Phone", "Other Phone"),
    ),
    "mobile": ("Mobiltelefon 2",),
    "fax": ("Fax geschäftlich", "Weiteres Fax", "Business Fax", "Other Fax"),
    "email": ("E-Mail 2: Adresse", "E-Mail 3: Adresse", "E-mail 2 Address", "E-mail 3 Address"),
    "link": ("Webseite", "Web Page"),
}
THUNDERBIRD: dict[str, tuple[str, ...]] = {
    "person": ("Display Name", "Anzeigename"),
    "email": (
        *("Primary Email", "Secondary Email", "Primäre E-Mail-Adresse", "Sekundäre E-Mail-Adresse"),
        *("E-Mail", "Weitere E-Mail"),
    ),
    "phone": ("Work Phone", "Tel. dienstlich"),
    "fax": ("Fax Number", "Fax-Nummer"),
    "mobile": ("Mobile Number", "Mobil-Tel.-Nr."),
    "street": ("Work Address", "Dienstlich: Adresse"),
    "care_of": ("Work Address 2", "Dienstlich: Adresse 2"),
    "town": ("Work City", "Dienstlich: Ort"),
    "postal_code": ("Work ZipCode", "Dienstlich: PLZ"),
    "country": ("Work Country", "Dienstlich: Land"),
    "link": ("Web Page 1", "Web Page 2", "Webseite 1", "Webseite 2"),
}
GOOGLE: dict[str, tuple[str, ...]] = {
    "organization": ("Organization Name", "Organization 1 - Name"),
    "person_role": ("Organization Title", "Organization 1 - Title"),
    "department": ("Organization Department", "Organization 1 - Department"),
}
GOOGLE_NUMBERED = {
    "phone n value": "phones.{n}.raw",
    "phone n type": "phones.{n}.kind",
    "phone n label": "phones.{n}.kind",
    "e mail n value": "emails.{n}.address",
    "website n value": "links.{n}.raw",
    "address n street": "addresses.{n}.street",
    "address n city": "addresses.{n}.town",
    "address n postal code": "addresses.{n}.postal_code",
    "address n country": "addresses.{n}.country",
    "address n extended address": "addresses.{n}.care_of",
}
"""Columns that Google has several of, with a letter for the number."""
LEFT_OUT = (
    *("Straße privat", "Straße privat 2", "Straße privat 3", "Ort privat", "Bundesland/Kanton privat"),
    *("Postleitzahl privat", "Land/Region privat", "Postfach privat", "Telefon privat", "Telefon privat 2"),
    *("Fax privat", "Weitere Straße", "Weitere Straße 2", "Weitere Straße 3", "Weiterer Ort", "Weitere Postleitzahl"),
    *("Weiteres/r Bundesland/Kanton", "Weiteres/e Land/Region", "Weiteres Postfach", "Straße geschäftlich 3"),
    *("Region geschäftlich", "Telefon Assistent", "Rückmeldung", "Autotelefon", "ISDN", "Pager", "Telex"),
    *("Telefon für Hörbehinderte", "Abrechnungsinformation", "Benutzer 1", "Benutzer 2", "Benutzer 3", "Benutzer 4"),
    *("Beruf", "Büro", "E-Mail-Typ", "E-Mail: Angezeigter Name", "E-Mail 2: Typ", "E-Mail 2: Angezeigter Name"),
    *("E-Mail 3: Typ", "E-Mail 3: Angezeigter Name", "Empfohlen von", "Geburtstag", "Geschlecht", "Hobby"),
    *("Initialen", "Internet Frei/Gebucht", "Jahrestag", "Kategorien", "Kinder", "Konto", "Name Assistent"),
    *("Name des/der Vorgesetzten", "Organisationsnr.", "Partner", "Priorität", "Privat", "Regierungsnr."),
    *("Reisekilometer", "Stichwörter", "Vertraulichkeit", "Verzeichnisserver"),
    *("Home Street", "Home Street 2", "Home Street 3", "Home City", "Home State", "Home Postal Code", "Home Country"),
    *("Home Country/Region", "Home Address PO Box", "Home Phone", "Home Phone 2", "Home Fax", "Other Street"),
    *("Other Street 2", "Other Street 3", "Other City", "Other State", "Other Postal Code", "Other Country"),
    *("Other Country/Region", "Other Address PO Box", "Business Street 3", "Business State", "Assistant's Phone"),
    *("Callback", "Car Phone", "Radio Phone", "TTY/TDD Phone", "Account", "Anniversary", "Assistant's Name"),
    *("Billing Information", "Birthday", "Categories", "Children", "Directory Server", "E-mail Type"),
    *("E-mail Display Name", "E-mail 2 Type", "E-mail 2 Display Name", "E-mail 3 Type", "E-mail 3 Display Name"),
    *("Gender", "Government ID Number", "Initials", "Internet Free Busy", "Keywords", "Language", "Location"),
    *("Manager's Name", "Mileage", "Office Location", "Organizational ID Number", "Priority", "Private", "Profession"),
    *("Referred By", "Sensitivity", "Spouse", "User 1", "User 2", "User 3", "User 4"),
    *("Nickname", "Spitzname", "Screen Name", "Messenger-Name", "Pager Number", "Pager-Nummer", "Tel. privat"),
    *("Home Address", "Home Address 2", "Home ZipCode", "Work State", "Privat: Adresse", "Privat: Adresse 2"),
    *("Privat: Ort", "Privat: Bundesland", "Privat: PLZ", "Privat: Land", "Dienstlich: Bundesland", "Birth Year"),
    *("Birth Month", "Birth Day", "Geburtsjahr", "Geburtsmonat", "Custom 1", "Custom 2", "Custom 3", "Custom 4"),
    *("Benutzerdef. 1", "Benutzerdef. 2", "Benutzerdef. 3", "Benutzerdef. 4", "Photo", "Labels", "File As"),
    *("Group Membership", "Phonetic First Name", "Phonetic Middle Name", "Phonetic Last Name", "Yomi Name"),
    *("Given Name Yomi", "Additional Name Yomi", "Family Name Yomi", "Short Name", "Maiden Name", "Occupation"),
    *("Subject", "Bundesland", "Kundennummer", "Lfd. Nr.", "Nr.", "Nummer", "ID", "Geburtsdatum", "State"),
)
"""Known, and not taken over; so they are not mistaken for something that is spelled alike."""
