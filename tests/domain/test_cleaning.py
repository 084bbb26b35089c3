"""What is pasted becomes what the field holds, once and for all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.cleaning import clean_email, clean_link, clean_phone, plain_signs


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("info [at] moers.de", "info@moers.de"),
        ("info(at)moers(dot)de", "info@moers.de"),
        ("mailto:Info@Moers.de", "Info@Moers.de"),
        ("E-Mail: info at moers.de", "info@moers.de"),
        ("Servicestelle <info@moers.de>;", "info@moers.de"),
        ("info@moers.de", "info@moers.de"),
    ],
)
def test_a_mail_address_gets_its_sign_back(pasted: str, kept: str) -> None:
    assert clean_email(pasted) == kept


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("ww.aussiedlerbeauftragter.de", "www.aussiedlerbeauftragter.de"),
        ("http:/moers.de", "http://moers.de"),
        ("HTTPS://moers.de/a?b=c", "https://moers.de/a?b=c"),
        ("Internet: www.moers.de.", "www.moers.de"),
        ("moers.de", "moers.de"),
    ],
)
def test_a_web_address_loses_its_slips(pasted: str, kept: str) -> None:
    assert clean_link(pasted) == kept


def test_a_number_loses_the_label_before_it() -> None:
    assert clean_phone("Tel.: 0211/8618-54") == "0211/8618-54"
    assert clean_phone(" Hotline\u00a00800 123 ") == "0800 123"


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("Träger – Haus „Nord“,  ½ Tag", "Träger – Haus „Nord“, ½ Tag"),
        ("Ｔｒäger ١٢", "Träger 12"),
        ("Jugend\u00ad\u200bamt\u00a0Köln", "Jugendamt Köln"),
    ],
)
def test_a_name_keeps_its_letters_and_loses_what_nobody_can_type(pasted: str, kept: str) -> None:
    assert plain_signs(pasted) == kept


@given(st.text())
def test_what_is_clean_stays_as_it_is(text: str) -> None:
    for clean in (clean_phone, clean_email, clean_link):
        assert clean(clean(clean(text))) == clean(clean(text))
