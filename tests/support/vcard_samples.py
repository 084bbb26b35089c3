"""Cards as the address books of other programs write them: made up after their documentation and public exports."""

OUTLOOK = """BEGIN:VCARD
VERSION:2.1
X-MS-SIGNATURE:YES
N;LANGUAGE=de;CHARSET=Windows-1252:Müller;Jörg;;Herr
FN;CHARSET=Windows-1252:Jörg Müller
ORG;CHARSET=Windows-1252:Stadt Köln;Ausländeramt
TITLE:Sachbearbeiter
NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=Windows-1252:Erreichbar Mo=96Do=0D=0A=
Zimmer 12 im 2. Stock, bitte klopfen =3D laut=0D=0A=

TEL;WORK;VOICE:+49 (221) 221-0
TEL;HOME;VOICE:0221 9998887
TEL;CELL;VOICE:0171 1234567
TEL;WORK;FAX:0221/221-99
ADR;WORK;PREF;ENCODING=QUOTED-PRINTABLE;CHARSET=Windows-1252:;EG;Ottmar-Pohl-Platz 1=
=0D=0AGeb=E4ude B;K=F6ln;;51103;Deutschland
LABEL;WORK;PREF;ENCODING=QUOTED-PRINTABLE;CHARSET=Windows-1252:Ottmar-Pohl-Platz 1=0D=0A=
51103 K=F6ln=0D=0A=
Deutschland
X-MS-OL-DEFAULT-POSTAL-ADDRESS:2
URL;WORK:http://www.stadt-koeln.de
EMAIL;PREF;INTERNET:joerg.mueller@stadt-koeln.de
BDAY:19750412
X-MS-IMADDRESS:joerg@im.example
X-MS-MANAGER:Frau Chefin
PHOTO;TYPE=JPEG;ENCODING=BASE64:
 /9j/4AAQSkZJRgABAQEAYABgAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRof
 Hh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/2wBDAQkJCQwLDBgNDRgyIRwh

X-MS-OL-DESIGN;CHARSET=utf-8:<card xmlns="http://schemas.microsoft.com/office/outlook/12/cards" ver="1.0"/>
REV:20260115T101010Z
END:VCARD
""".replace("\n", "\r\n").encode("cp1252")
"""Outlook for Windows, “Forward as business card”: version 2.1, Windows-1252, quoted-printable."""

APPLE = """BEGIN:VCARD
VERSION:3.0
PRODID:-//Apple Inc.//macOS 14.5//EN
N:;;;;
FN:Diakonie Köln
ORG:Diakonie Köln;Flüchtlingsberatung
X-ABShowAs:COMPANY
item1.EMAIL;type=INTERNET;type=pref:beratung@diakonie-koeln.de
item1.X-ABLabel:_$!<Work>!$_
TEL;type=WORK;type=VOICE:0221 160386-0
item2.TEL;type=pref:0221 160386-75
item2.X-ABLabel:Anmeldung
item3.ADR;type=WORK;type=pref:;;Kartäusergasse 9\\nHinterhaus;Köln;NRW;50678;Deutschland
item3.X-ABADR:de
item4.URL;type=pref:https\\://www.diakonie-koeln.de
item4.X-ABLabel:_$!<HomePage>!$_
item5.X-ABDATE;type=pref:2010-06-12
item5.X-ABLabel:_$!<Anniversary>!$_
X-SOCIALPROFILE;type=twitter;x-user=diakonie:http\\://twitter.com/diakonie
IMPP;X-SERVICE-TYPE=Skype;type=HOME;type=pref:skype:diakonie
NOTE:Offene Sprechstunde: Di 9–12\\, Do 14–16\\nTermine telefonisch.
PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAAgGBgcGBQgHBwcJCQgK
 DBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL
UID:8A1C7E20-2B7D-4C43-9C8E-3A9E5B1D6F11
X-ABUID:8A1C7E20-2B7D-4C43-9C8E-3A9E5B1D6F11:ABPerson
END:VCARD
BEGIN:VCARD
VERSION:3.0
PRODID:-//Apple Inc.//macOS 14.5//EN
N:Team;;;;
FN:Team
X-ADDRESSBOOKSERVER-KIND:group
X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:8A1C7E20-2B7D-4C43-9C8E-3A9E5B1D6F11
END:VCARD
""".replace("\n", "\r\n").encode()
"""Apple Contacts, “Export vCard”: version 3.0, groups with labels, and a group of contacts."""

GOOGLE = """BEGIN:VCARD
VERSION:3.0
FN:Dr. Ayşe Yılmaz
N:Yılmaz;Ayşe;;Dr.;
EMAIL;TYPE=INTERNET;TYPE=WORK:ayse.yilmaz@caritas.example.de
EMAIL;TYPE=INTERNET;TYPE=HOME:ayse@privat.example.de
TEL;TYPE=WORK:+49 2841 88765-12
TEL;TYPE=CELL:0151 23456789
item1.TEL:02841 88765-0
item1.X-ABLabel:Zentrale
ADR;TYPE=WORK:;;Haagstraße 10;Moers;NRW;47441;DE
item2.ORG:Caritasverband Moers-Xanten e.V.
item2.X-ABLabel:Other
TITLE:Leitung Integration
item3.URL:https\\://www.caritas-moers-xanten.de
item3.X-ABLabel:_$!<HomePage>!$_
BDAY:1980-05-17
item4.X-ABRELATEDNAMES:Mehmet
item4.X-ABLabel:_$!<Spouse>!$_
NOTE:Ruft zurück\\, wenn man aufs Band spricht.
PHOTO:https://lh3.googleusercontent.com/contacts/AA
CATEGORIES:Beratung,myContacts
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:Erika Mustermann
N:Mustermann;Erika;;;
TEL;TYPE=CELL:0170 9999999
CATEGORIES:myContacts
END:VCARD
""".encode()
"""Google Contacts, “vCard (for iOS Contacts)”: version 3.0, lines end with LF, categories of its own."""

THUNDERBIRD = """BEGIN:VCARD
VERSION:4.0
EMAIL;PREF=1:kontakt@awo-duisburg.example.de
EMAIL;PREF=2;TYPE=work:migration@awo-duisburg.example.de
FN:Olga Petrova
NICKNAME:Olli
N:Petrova;Olga;;;
TEL;TYPE=work;VALUE=TEXT:0203 3095-0
TEL;TYPE=cell;VALUE=URI:tel:+49-160-1234567
TEL;TYPE="work,fax";VALUE=URI:tel:+49-203-3095;ext=99
TEL;TYPE=pager;VALUE=TEXT:0203 1
ADR;TYPE=work:;;Kuhlenwall 8;Duisburg;;47051;Deutschland
ORG:AWO-Integrations gGmbH;Migrationsdienst
TITLE:Beraterin
ROLE:Asylverfahren
URL;VALUE=URI:https://www.awo-integration.de
LANG;PREF=1:ru
LANG;PREF=2:uk
TZ;VALUE=TEXT:Europe/Berlin
NOTE:spricht Russisch\\; kommt mit ins Amt
SPECIAL-DATE;VALUE=DATE:20100612
ANNIVERSARY;VALUE=DATE:20050708
IMPP;VALUE=URI:matrix:u/olga
X-CUSTOM1;VALUE=TEXT:Zimmer 4
PHOTO;VALUE=URI:data:image/png;base64\\,iVBORw0KGgo=
UID:3f7c6b7e-2d3f-4b7b-9d3c-1d6c2d0c5c11
END:VCARD
""".replace("\n", "\r\n").encode()
"""Thunderbird 102 and later, “Export address book as vCard”: version 4.0, each parameter named."""

ANDROID = """BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=4D=6F=65=72=73;=53=65=72=76=69=63=65=73=74=65=6C=6C=65;;;
FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=53=65=72=76=69=63=65=73=74=65=6C=6C=65=20=4D=6F=65=72=73=20=28=
=42=C3=BC=72=6F=29
X-ANDROID-CUSTOM:vnd.android.cursor.item/nickname;Service;1;;;;;;;;;;;;;
TEL;WORK;PREF:02841201123
TEL;X-Pforte:02841-201-0
EMAIL;WORK:zuwanderung@moers.de
ADR;WORK;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:;;=52=61=74=68=61=75=73=70=6C=61=74=7A=20=31;=4D=6F=65=72=73;;=34=37=34=34=31;
X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;2010-06-01;1;;;;;;;;;;;;;
BDAY:--05-14
PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAEBAQEBAQEBAQEBAQ
 EBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=

END:VCARD
BEGIN:VCARD
VERSION:2.1
N:;110;;;
FN:Polizei
TEL;CELL:110
END:VCARD
""".replace("\n", "\r\n").encode()
"""The contacts app of Android, “Export to .vcf file”: version 2.1, every letter quoted-printable where one must be."""

NEXTCLOUD = """BEGIN:VCARD
VERSION:4.0
PRODID:-//Nextcloud Contacts v6.0.0
UID:0d9f1a5c-4c0c-4f26-8f0e-7f3b1c0e9a01
FN:Jugendmigrationsdienst Dortmund
N:;;;;
ADR;TYPE=WORK:;;Propsteihof 10;Dortmund;;44137;Germany
EMAIL;TYPE=WORK:jmd@caritas-dortmund.example.de
TEL;TYPE=WORK,VOICE:+49 231 187151-0
TEL;TYPE=WORK,FAX:+49 231 187151-9
ORG:Jugendmigrationsdienst Dortmund
URL:jugendmigrationsdienste.de
CATEGORIES:Jugend,Beratung
X-SOCIALPROFILE;TYPE=INSTAGRAM:https://instagram.com/jmd
CLOUD:jmd@cloud.example.de
GENDER:O
REV;VALUE=DATE-AND-OR-TIME:20260321T090000Z
X-GROUP-MEMBERSHIP:Partner
END:VCARD
""".replace("\n", "\r\n").encode()
"""Nextcloud Contacts, “Download” of an address book: version 4.0, types in capitals."""

EVOLUTION = """BEGIN:VCARD
VERSION:3.0
PRODID:-//Sabre//Sabre VObject 4.5.4//EN
UID:pas-id-4DCB9FF200000000
FN:Kreisverwaltung Wesel
N:Wesel;Kreisverwaltung;;;
ORG:Kreis Wesel;Fachdienst 32;Ausländerwesen
TITLE:
ROLE:
NICKNAME:
X-EVOLUTION-FILE-AS:Wesel\\, Kreisverwaltung
X-EVOLUTION-MANAGER:
X-EVOLUTION-BLOG-URL:
X-EVOLUTION-VIDEO-URL:
X-EVOLUTION-ANNIVERSARY:2001-02-03
X-MOZILLA-HTML:FALSE
CALURI:
FBURL:
TEL;X-EVOLUTION-UI-SLOT=1;TYPE=WORK,VOICE:0281 207-0
TEL;X-EVOLUTION-UI-SLOT=2;TYPE=WORK,FAX:0281 207-4900
EMAIL;X-EVOLUTION-UI-SLOT=1;TYPE=WORK:post@kreis-wesel.example.de
LABEL;TYPE=WORK:Reeser Landstraße 31\\n46483 Wesel
ADR;TYPE=WORK:10 10 60;;Reeser Landstraße 31;Wesel;;46483;Germany
CATEGORIES:Behörde
REV:2026-05-12T08:53:06Z
END:VCARD
""".replace("\n", "\r\n").encode()
"""GNOME Evolution, “Save as vCard”: version 3.0, empty properties, slots of its window."""
