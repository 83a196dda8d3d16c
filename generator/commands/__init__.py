"""One function for each command: it reads, calls the core, says what happened and returns an exit status."""
