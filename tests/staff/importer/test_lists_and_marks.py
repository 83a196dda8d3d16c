"""Lists in a cell, raised figures, struck-out and hidden text, signs of symbol fonts: Word, OpenDocument and Excel."""

from pathlib import Path

import pytest

from generator.staff.importer import as_data, draft, read_document, to_yaml
from project import plain
from staff.importer.comparing import imported, strings
from staff.importer.grids import Spot, row, spot
from staff.importer.opendocument import odt
from staff.importer.word import docx, numbering, paragraph, run

FILES = Path(__file__).parent / "files"
HEADER = row("№", "Захід", "Строк", "Виконавці")
SYMBOL = [("bullet", "\uf0b7")]


def plan(*cells):
    return [HEADER, row("1.1", *cells)]


def read(tmp_path, *blocks, **parts):
    return imported(tmp_path, "plan.docx", docx(*blocks, **parts))


def styled(text, properties):
    return run(text).replace("<w:r>", f"<w:r><w:rPr>{properties}</w:rPr>")


def told(data, kind):
    return [note["text"] for note in data["notes"] if note["kind"] == kind]


def test_items_of_a_list_stay_lines_in_the_draft():
    made = draft(read_document(FILES / "lines-in-a-cell.docx"))
    lines = "Поставити лавки:\n• біля амбулаторії;\n• біля пошти;\n• у сквері."
    assert as_data(made)["measures"][0]["text"] == lines
    text = to_yaml(made)
    assert "text: |-\n          Поставити лавки:\n          • біля амбулаторії;\n" in text
    assert plain(text)["goals"][0]["measures"][0]["text"] == lines


def test_a_footnote_mark_set_by_hand_stays_raised_and_is_told():
    data = as_data(draft(read_document(FILES / "lines-in-a-cell.docx")))
    assert data["measures"][1]["text"] == "Відкрити гурток¹ шахів у клубі"
    assert told(data, "mark") == ["гурток¹"]


def test_what_follows_a_name_in_brackets_is_no_part_of_it():
    data = as_data(draft(read_document(FILES / "lines-in-a-cell.docx")))
    assert data["measures"][2]["participants"] == [
        {
            "name": "Молодіжна рада",
            "as_written": "Молодіжна рада (за згодою)",
            "role": None,
            "role_words": None,
            "by_consent": True,
            "does": None,
        }
    ]
    assert data["measures"][3]["executors"] == ["Вишнева, Лугова сільські ради"]
    question = next(note for note in data["notes"] if note["kind"] == "question")
    assert question["place"] == "таблиця 1, рядок 6, стовпець 4"
    assert question["remark"].startswith("1 орган чи 2?")


def test_a_plan_without_numbers_shows_none():
    data = as_data(draft(read_document(FILES / "no-numbers.docx")))
    items = [*data["goals"], *data["measures"]]
    assert [item["number"] for item in items] == [""] * 3
    assert [item["id"] for item in items] == [
        "dorohy",
        "zasypaty-yamy-vulytsi-vyshnevii",
        "postavyty-znak-bilia-shkoly",
    ]


def test_title_act_and_period_are_not_those_of_another_document():
    data = as_data(draft(read_document(FILES / "title-and-period.docx")))
    assert data["title"] == "ПЛАН ЗАХОДІВ із доступності на 2026–2027 роки"
    assert data["period"] == {"start": 2026, "end": 2027, "text": "на 2026–2027 роки"}
    assert (data["act"]["kind"], data["act"]["number"], data["act"]["date"]) == (
        "Рішення виконавчого комітету", "9", "2026-02-04",
    )  # fmt: skip


@pytest.mark.parametrize("bullet", ["-", "–", "—", "•", "▪"])
def test_typed_bullets_are_lines_too(tmp_path, bullet):
    cell = spot(f"Поставити лавки:\n{bullet} біля пошти;\n{bullet} у сквері.\nФарбувати їх щороку.")
    text = read(tmp_path, plan(cell, "2026", "УСЗН"))["measures"][0]["text"]
    assert [line.lstrip("-–—•▪ ") for line in text.split("\n")] == [
        "Поставити лавки:", "біля пошти;", "у сквері.", "Фарбувати їх щороку.",
    ]  # fmt: skip


def test_bullets_of_a_symbol_font_are_bullets_and_other_signs_are_told(tmp_path):
    cell = Spot(["Поставити лавки:", "\uf0b7 біля пошти;", "\uf06c у сквері \uf0e0 двічі."])
    data = read(tmp_path, plan(cell, "2026", "УСЗН"))
    assert data["measures"][0]["text"] == "Поставити лавки:\n• біля пошти;\n• у сквері двічі."
    assert told(data, "letters") == ["у сквері ▯ двічі."]
    assert "U+F0E0" in next(note["remark"] for note in data["notes"] if note["kind"] == "letters")


def test_bullets_in_other_cells_are_left_out(tmp_path):
    listed = [
        spot(raw="".join(paragraph(text, numbering=(1, 0)) for text in texts)) for texts in (["2026"], ["УСЗН", "ЦНАП"])
    ]
    data = read(tmp_path, plan("Захід", *listed), numbering=numbering(SYMBOL))
    assert (data["measures"][0]["term"], data["measures"][0]["executors"]) == ("2026", ["УСЗН", "ЦНАП"])


@pytest.mark.parametrize(
    ("before", "position", "digit", "text", "marks"),
    [
        ("гурток", "superscript", "1", "гурток¹ шахів", ["гурток¹"]),
        ("100 м", "superscript", "2", "100 м² шахів", []),
        ("CO", "subscript", "2", "CO₂ шахів", []),
        ("кімнат,", "superscript", "12", "кімнат,¹² шахів", ["кімнат,¹²"]),
    ],
)
def test_raised_and_lowered_figures(tmp_path, before, position, digit, text, marks):
    cell = (
        f"<w:p>{run(before)}{styled(digit, f'<w:vertAlign w:val={chr(34)}{position}{chr(34)}/>')}{run(' шахів')}</w:p>"
    )
    data = read(tmp_path, plan(spot(raw=cell), "2026", "УСЗН"))
    assert data["measures"][0]["text"] == text
    assert told(data, "mark") == marks


@pytest.mark.parametrize(
    ("properties", "kind"),
    [
        ("<w:strike/>", "struck"), ("<w:dstrike/>", "struck"), ('<w:rStyle w:val="Out"/>', "struck"),
        ("<w:vanish/>", "hidden"), ('<w:rStyle w:val="Secret"/>', "hidden"),
    ],
)  # fmt: skip
def test_struck_out_and_hidden_words_are_told_and_not_published(tmp_path, properties, kind):
    styles = (
        '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:style w:type="character" w:styleId="Out"><w:rPr><w:strike/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>'
    )
    cell = f"<w:p>{run('Провести нараду ')}{styled('двічі', properties)}</w:p>"
    data = read(tmp_path, plan(spot(raw=cell), "2026", "УСЗН"), styles=styles)
    assert data["measures"][0]["text"] == "Провести нараду"
    assert told(data, kind) == ["двічі"]


def test_a_strike_that_is_turned_off_strikes_nothing(tmp_path):
    off = '<w:strike w:val="0"/>'
    cell = f"<w:p>{run('Провести ')}{styled('нараду', off)}</w:p>"
    assert read(tmp_path, plan(spot(raw=cell), "2026", "УСЗН"))["measures"][0]["text"] == "Провести нараду"


def test_opendocument_spans(tmp_path):
    styles = "".join(
        f'<style:style style:name="{name}" style:family="text"><style:text-properties {properties}/></style:style>'
        for name, properties in (
            ("S", 'style:text-line-through-style="solid"'), ("U", 'style:text-position="super 58%"'),
            ("L", 'style:text-position="sub 58%"'), ("H", 'text:display="none"'),
        )
    )  # fmt: skip
    spans = "".join(
        f'<text:span text:style-name="{name}">{text}</text:span>' for name, text in (("S", "двічі"), ("H", "таємно"))
    )
    cell = f'<text:p>Гурток<text:span text:style-name="U">1</text:span> CO<text:span text:style-name="L">2</text:span>{spans}</text:p>'
    bullets = '<text:list-style style:name="B"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>'
    listed = '<text:list text:style-name="B"><text:list-item><text:p>перше</text:p></text:list-item></text:list>'
    data = imported(tmp_path, "plan.odt", odt(plan(spot(raw=cell + listed), "2026", "УСЗН"), styles=styles + bullets))
    assert data["measures"][0]["text"] == "Гурток¹ CO₂\n• перше"
    assert (told(data, "struck"), told(data, "hidden")) == (["двічі"], ["таємно"])
    assert "двічі" not in strings(data["measures"])


def test_a_figure_lifted_by_hand_is_a_raised_figure(tmp_path):
    cell = f"<w:p>{run('гурток')}{styled('1', '<w:position w:val={0}8{0}/>'.format(chr(34)))}{run(' шахів')}</w:p>"
    (tmp_path / "plan.docx").write_bytes(
        docx([row("№", "Захід", "Строк", "Виконавці"), row("1", spot(raw=cell), "2026", "УЖКГ")])
    )
    data = as_data(draft(read_document(tmp_path / "plan.docx")))
    assert data["measures"][0]["text"] == "гурток¹ шахів"
    assert [note["text"] for note in data["notes"] if "Піднята цифра" in note["remark"]] == ["гурток¹"]
