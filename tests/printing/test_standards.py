"""Every sheet in every language and variant is PDF/UA-1 and PDF/A-2a, by our own look and by veraPDF's."""

from pathlib import Path

import pytest

from desktop.domain.catalogue import Catalogue
from tests.support.accessibility import faults
from tests.support.samples import everything, named_sheets, sheet_of
from tests.support.spoilt import SPOILT, rewritten
from tests.support.verapdf import verdicts, why_not

NAMES = ["everything", *(name for name, *_ in named_sheets())]
JUDGED = pytest.mark.skipif(why_not() is not None, reason=why_not() or "")


@pytest.fixture(scope="module")
def made(catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """All files, on disk."""
    folder = tmp_path_factory.mktemp("sheets")
    pdfs = {name: sheet_of(catalogue, sheet, tr, variant).pdf for name, sheet, tr, variant in named_sheets()}
    return _written({**pdfs, "everything": everything().pdf}, folder)


@pytest.fixture(scope="module")
def judged(made: dict[str, Path]) -> dict[str, list[str]]:
    """What veraPDF says of them."""
    return verdicts(made.values())


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Files that lack one thing each, and one that was only written anew."""
    whole = everything().pdf
    pdfs = {name: rewritten(whole, broken.spoil) for name, broken in SPOILT.items()}
    return _written({**pdfs, "whole": rewritten(whole)}, tmp_path_factory.mktemp("spoilt"))


@pytest.fixture(scope="module")
def judged_spoilt(spoilt: dict[str, Path]) -> dict[str, list[str]]:
    """What veraPDF says of the broken ones."""
    return verdicts(spoilt.values(), "ua1")


def _written(pdfs: dict[str, bytes], folder: Path) -> dict[str, Path]:
    for name, pdf in pdfs.items():
        (folder / f"{name}.pdf").write_bytes(pdf)
    return {name: folder / f"{name}.pdf" for name in pdfs}


@pytest.mark.parametrize("name", NAMES)
def test_a_sheet_is_whole_for_screen_readers(made: dict[str, Path], name: str) -> None:
    assert faults(made[name].read_bytes()) == []


@JUDGED
@pytest.mark.parametrize("name", NAMES)
def test_a_sheet_keeps_pdf_ua_1_and_pdf_a_2a(judged: dict[str, list[str]], name: str) -> None:
    assert judged[f"{name}.pdf ua1"] == []
    assert judged[f"{name}.pdf 2a"] == []


@pytest.mark.parametrize("name", SPOILT)
def test_a_broken_file_is_told_from_a_whole_one(spoilt: dict[str, Path], name: str) -> None:
    assert faults(spoilt["whole"].read_bytes()) == []
    assert any(SPOILT[name].fault in fault for fault in faults(spoilt[name].read_bytes()))


@JUDGED
@pytest.mark.parametrize("name", [name for name, broken in SPOILT.items() if broken.rule])
def test_verapdf_names_the_rule_that_a_broken_file_breaks(judged_spoilt: dict[str, list[str]], name: str) -> None:
    assert judged_spoilt["whole.pdf ua1"] == []
    rule = SPOILT[name].rule
    assert [told for told in judged_spoilt[f"{name}.pdf ua1"] if told.split()[0] == rule]
