"""What stops an import, in words for the person who gave the file."""


class ImportProblem(Exception):  # noqa: N818 -- a problem of the file, as everywhere in this project
    """The file can't be read as a plan; the message (Ukrainian) says why and what to do."""
