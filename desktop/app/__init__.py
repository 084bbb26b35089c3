"""Where the program is put together; every other room may be imported here, and nobody imports this one."""
