"""How much a table may hold, so that none of them takes the memory or the time of the desk."""

FILE_BYTES = 256 * 1024 * 1024
ROWS = 250_000
COLUMNS = 2_000
CELL = 100_000
"""Characters of a cell; Excel itself takes 32,767."""
LINE = 2_000_000
"""Characters of a line of CSV, and of all the lines that a row with line breaks in its cells takes."""
LINES_OF_A_ROW = 1_000
SHEETS = 200
UNPACKED_BYTES = 600 * 1024 * 1024
SHARED_TEXT_BYTES = 128 * 1024 * 1024
PART_BYTES = 24 * 1024 * 1024
"""A part of a workbook that is neither a sheet nor the list of its texts: those are read whole."""
PARTS = 5_000
RATIO = 300
"""So many times its packed size a part may have; sheets that people make have 5 to 50."""
