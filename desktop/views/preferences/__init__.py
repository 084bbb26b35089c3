"""What an office and a clerk may set, in one dialog: a page a subject, and the effect of each setting beside it."""
