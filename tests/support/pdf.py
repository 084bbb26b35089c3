"""What a PDF says, as a reader of it would find out."""

from io import BytesIO

from pypdf import PdfReader


def text_of(pdf: bytes) -> str:
    """The text of all pages, words parted by single spaces."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


def page_count(pdf: bytes) -> int:
    """How many pages there are."""
    return len(PdfReader(BytesIO(pdf)).pages)
