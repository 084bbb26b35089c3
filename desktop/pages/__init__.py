"""What a record says, in reading order and in the reader's language, free of screen and paper."""
