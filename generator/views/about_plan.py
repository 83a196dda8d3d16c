"""What is said of a plan's act and period; nothing of what nobody filled in."""

from datetime import date

from generator.language.terms import date_in_words
from generator.model.plan import Plan
from generator.model.records.act import ActRecord
from generator.model.said import Said, said_of_plan
from generator.model.vocabulary import Absent, ActRole


def act_in_short(plan: Plan) -> str:
    """Return the act's kind, day and number, or that the file has none, said by `absent`; else nothing."""
    act = plan.record.act
    if act:
        return f"{act.kind} від {date_in_words(act.date)} № {act.number}"
    return "Акта у файлі немає." if said_of_plan(plan, Absent.ACT) is Said.ABSENT else ""


def approving_act(plan: Plan) -> str:
    """Return the kind, day and number of the act that approved the plan; nothing where it has none."""
    return act_in_short(plan) if plan.record.act else ""


def controlling(plan: Plan) -> str:
    """Return who watches over the plan by the act that approved it: posts and bodies; nothing where none is known."""
    return "; ".join(plan.record.act.control) if plan.record.act else ""


def control_sentence(plan: Plan) -> str:
    """Say who watches over the plan by its act; nothing where none is known."""
    who = controlling(plan)
    return f"За цим актом контролює виконання: {who}." if who else ""


def act_in_full(plan: Plan) -> str:
    """Say which act approved the plan, or that its file names none; nothing while nobody has said either."""
    act = plan.record.act
    if act:
        return _in_full(act)
    absent = said_of_plan(plan, Absent.ACT) is Said.ABSENT
    return "У файлі, з якого перенесено план, немає акта про його затвердження" if absent else ""


def _in_full(act: ActRecord) -> str:
    return f"{act.kind} від {date_in_words(act.date)} № {act.number} «{act.title}»"


def period_in_days(plan: Plan) -> str:
    """Return the first and the last day of a plan; nothing without them."""
    period = plan.record.period
    return f"{date_in_words(period.start)} – {date_in_words(period.end)}" if period else ""


def period_in_words(plan: Plan) -> str:
    """Return the period in the document's words, or its days, said to be ours where the document has none.

    For the end of a sentence; nothing while nobody has said anything.
    """
    period, absent = plan.record.period, said_of_plan(plan, Absent.PERIOD) is Said.ABSENT
    if period is None:
        return "документ його не називає" if absent else ""
    if period.text:
        return period.text.removesuffix(".")
    days = period_in_days(plan)
    return f"{days} (дати визначили ми: документ періоду не називає)" if absent else days


def project_sentences(plan: Plan, as_of: date) -> list[str]:
    """Say of a project that it is one, until when it is discussed and where remarks go; nothing of an approved plan."""
    project = plan.record.project
    if project is None:
        return []
    last = date_in_words(project.end)
    own = [text for text in (project.text, project.note) if text]
    if as_of > project.end:
        return [f"Проєкт. Громадське обговорення закінчилося {last}. Чи затверджено план, тут ще не вказано.", *own]
    first = f"з {date_in_words(project.start)} " if project.start else ""
    where = [f"Зауваження: {project.remarks_to.removesuffix('.')}."] if project.remarks_to else []
    return [f"Проєкт. Громадське обговорення {first}до {last}.", *where, *own]


def later_acts(plan: Plan) -> list[str]:
    """Say which acts changed or repealed the plan, and which edition of it stands here; nothing without any."""
    later = [act for act in plan.record.all_acts if act.role is not ActRole.APPROVAL]
    said = [f"{act.role.words}: {_in_full(act)}." for act in later]
    changes = [act.date for act in later if act.role is ActRole.AMENDMENT]
    approved = plan.record.act and plan.record.act.date
    if plan.record.edition and plan.record.edition == approved:
        said.append(f"Тут показано план, як його затверджено {date_in_words(plan.record.edition)}, без змін.")
    elif plan.record.edition or changes:
        day = plan.record.edition or max(changes)
        said.append(f"Тут показано план зі змінами від {date_in_words(day)}.")
    return said
