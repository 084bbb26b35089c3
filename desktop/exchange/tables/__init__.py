"""Tables of other programs, CSV and XLSX: rows of texts in, rows of values out, whatever a column means."""
