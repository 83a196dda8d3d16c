"""How to fill a form in, in plain Ukrainian: the second sheet of the Excel form, the foot of the Word one."""

from generator.language.terms import date_in_words
from generator.model.vocabulary import Status
from generator.staff.reporting.answer import money_unit
from generator.staff.reporting.columns import FILLED_IN, Field, form_columns, heading_of
from generator.staff.reporting.form import Form

STATUS_MEANINGS = {
    Status.NOT_STARTED: "Роботу над заходом ще не почато.",
    Status.IN_PROGRESS: "Роботу почато, але не завершено. Так само – якщо захід виконують постійно.",
    Status.DONE: f"Захід виконано. Обов’язково впишіть стовпець «{heading_of(Field.COMPLETED)}».",
    Status.SUSPENDED: "Роботу зупинено на час. Поясніть чому в коментарі.",
    Status.CANCELLED: "Захід більше не виконуватимуть. Поясніть чому в коментарі.",
    Status.MERGED: f"Захід роблять разом з іншим. Номер того заходу впишіть у стовпець «{heading_of(Field.INTO)}».",
}


def excel_steps(form: Form) -> tuple[str, ...]:
    """Return the steps of filling the Excel form in, one sentence or two each."""
    day = date_in_words(form.as_of)
    return (
        f"Пишіть, як є станом на {day}. Пізніших дат у звіті не може бути.",
        (
            f"Заповнюйте лише стовпці {_to_fill()}. Їхні заголовки зелені. "
            "Решту взято з плану; виправлень у ній ми не читаємо."
        ),
        f"Стовпець «{heading_of(Field.STATUS)}»: клацніть клітинку і виберіть слово зі списку.",
        "Дати пишіть так: 31.10.2025.",
        (
            f"Гроші пишіть числом, одиниця – {money_unit(form.plan)}: 12,5. Якщо гроші записано біля заходів, "
            "не повторюйте їх біля завдання, до якого вони належать: інакше їх буде пораховано двічі."
        ),
        *_about_values(form),
        (
            f"Стовпець «{heading_of(Field.EVIDENCE)}»: адреси сторінок або назви документів, кожне з нового рядка "
            "(Alt+Enter). Не пишіть імен і даних людей, які отримують допомогу: звіт побачать усі."
        ),
        (
            "Немає про що звітувати – лишіть рядок порожнім. Те, що було в попередньому звіті, уже вписано; "
            "якщо нічого не змінилося, не чіпайте."
        ),
        (
            "Рядки можна сортувати, фільтрувати, приховувати, копіювати й вилучати. Копіюйте рядок цілим: "
            "між видимими стовпцями є два приховані, за якими видно, якого заходу рядок стосується."
        ),
        "Збережіть файл як книгу Excel (.xlsx) і поверніть тому, хто його надіслав.",
    )


def word_steps(form: Form) -> tuple[str, ...]:
    """Return the same for the Word form, which people read and the site does not."""
    return (
        f"Пишіть, як є станом на {date_in_words(form.as_of)}. Статус і дати вибирайте зі списку або календаря.",
        f"Гроші пишіть числом, одиниця – {money_unit(form.plan)}: 12,5.",
        "Немає про що звітувати – лишіть рядок як є.",
        "Не пишіть імен і даних людей, які отримують допомогу: звіт побачать усі.",
        "На сайт звіт потрапляє з такої самої форми Excel: якщо можете, заповніть її.",
    )


def _to_fill() -> str:
    return ", ".join(f"«{heading_of(field)}»" for field in FILLED_IN)


def _about_values(form: Form) -> tuple[str, ...]:
    if all(column.field is not Field.VALUES for column in form_columns(form.plan)):
        return ()
    step = "допишіть значення після двокрапки в кінці рядка: «…, 2026 рік: 57». Назв показників не змінюйте."
    return (f"Стовпець «{heading_of(Field.VALUES)}»: {step}",)
