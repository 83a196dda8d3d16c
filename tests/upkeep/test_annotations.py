import pytest

from generator.commands.outcome import say_problems
from generator.source.problem import Problem, Severity

CASES = {
    "an error stands on its line": (
        Problem("plans/nizhyn/plan.yml", 41, 18, "nizhyn/1.2.3", "невідомий виконавець «УСЗНН»"),
        "::error file=plans/nizhyn/plan.yml,line=41,col=18::nizhyn/1.2.3: невідомий виконавець «УСЗНН»",
    ),
    "marks of the command inside the words do not end it": (
        Problem("a,b:c.yml", 1, 1, "x", "сума: 50 %,\nа не 40 %", Severity.WARNING),
        "::warning file=a%2Cb%3Ac.yml,line=1,col=1::x: сума: 50 %25,�а не 40 %25",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_annotation_of_github(case: str) -> None:
    problem, expected = CASES[case]
    said: list[str] = []
    say_problems([problem], "github", said.append)
    assert said == [expected]
