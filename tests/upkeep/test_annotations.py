from generator.annotations import annotation
from generator.problem import Problem, Severity


def test_error_stands_on_its_line() -> None:
    problem = Problem("plans/nizhyn/plan.yml", 41, 18, "nizhyn/1.2.3", "невідомий виконавець «УСЗНН»")
    assert annotation(problem) == (
        "::error file=plans/nizhyn/plan.yml,line=41,col=18,title=nizhyn/1.2.3::невідомий виконавець «УСЗНН»"
    )


def test_marks_of_the_command_inside_the_words_do_not_end_it() -> None:
    problem = Problem("a,b:c.yml", 0, 0, "", "сума: 50 %,\nа не 40 %", Severity.WARNING)
    assert annotation(problem) == "::warning file=a%2Cb%3Ac.yml,line=1,col=1::сума: 50 %25,%0Aа не 40 %25"
