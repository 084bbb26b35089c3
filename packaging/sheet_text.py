"""Tells the text of a sheet page by page, as JSON: `python sheet_text.py SHEET.pdf`; run by the Qt of the build."""

import json
import sys

from PySide6.QtPdf import QPdfDocument


def main(path: str) -> int:
    document = QPdfDocument()
    if document.load(path) != QPdfDocument.Error.None_:
        return 1
    pages = (document.getAllText(number).text() for number in range(document.pageCount()))
    print(json.dumps([page.replace("\u00a0", " ") for page in pages]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
