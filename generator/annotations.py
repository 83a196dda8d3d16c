"""Problems as GitHub shows them beside the line of a changed file: `plans check --format github`.

One line each, in the form of GitHub's workflow commands:
`::error file=plans/…/plan.yml,line=41,col=18,title=nizhyn/1.2.3::message`. A warning starts with `::warning`.
GitHub shows at most ten errors and ten warnings of a step this way; all of them stand in the log.
"""

from generator.problem import Problem


def annotation(problem: Problem) -> str:
    """Give the workflow command for a problem; a file's first line stands in for an unknown one."""
    properties = {
        "file": problem.path,
        "line": str(max(problem.line, 1)),
        "col": str(max(problem.column, 1)),
        "title": problem.record,
    }
    named = ",".join(f"{name}={_property(value)}" for name, value in properties.items() if value)
    return f"::{problem.severity.value} {named}::{_text(problem.message)}"


def _text(text: str) -> str:
    """Escape what would end the command early."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    """Escape a property, where a colon and a comma are marks too."""
    return _text(value).replace(":", "%3A").replace(",", "%2C")
