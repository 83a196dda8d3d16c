"""Why something asked of the desk is not done."""


class Refusal(Exception):  # noqa: N818 - an answer to a person, not a fault of the program
    """Nothing was changed; the message (Ukrainian) says why and what to do."""
