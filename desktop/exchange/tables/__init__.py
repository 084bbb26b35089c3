"""Tables of other programs, CSV and XLSX: rows of texts in, rows of values out; what a column means is not known here."""
