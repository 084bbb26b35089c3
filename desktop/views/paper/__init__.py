"""Looking at a sheet before it is printed, printing it and saving it."""
