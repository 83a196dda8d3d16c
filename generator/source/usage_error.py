"""What a person did wrong that is no problem of the data, in words for that person."""


class UsageError(Exception):
    """A command can't be done as it was asked; the message (Ukrainian) says why and what to do."""
