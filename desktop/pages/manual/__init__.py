"""The manual: plain texts read into blocks, and looked through; no message of the program stands here."""
