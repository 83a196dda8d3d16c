"""What Word keeps beside plain text: automatic numbers, tracked changes, footnotes, boxes, bookmarks."""

from staff.importer.comparing import assert_nothing_lost, imported, strings
from staff.importer.grids import row, spot
from staff.importer.word import docx, numbering, paragraph, run, table

HEADER = row("Операційні цілі", "Завдання і заходи", "Термін", "Виконавці")
LIST = [("decimal", "%1."), ("decimal", "%1.%2."), ("decimal", "%1.%2.%3.")]


def plan(*cells):
    return [HEADER, *cells]


def read(tmp_path, *blocks, **parts):
    return imported(tmp_path, "plan.docx", docx(*blocks, **parts))


def test_automatic_numbers_become_numbers_of_goals_and_measures(tmp_path):
    rows = [
        HEADER,
        [spot("Стратегічна ціль. Послуги", colspan=4)],
        [spot("Потреби", rowspan=2, numbering=(1, 1)), spot("Опитати", numbering=(1, 2)), spot("2026"), spot("УСЗН")],
        [spot("Розповісти", numbering=(1, 2)), spot("2026"), spot("УСЗН")],
        [spot("Якість", numbering=(1, 1)), spot("Перевірити", numbering=(1, 2)), spot("2026"), spot("УСЗН")],
    ]
    data = read(tmp_path, rows, numbering=numbering(LIST))
    assert [goal["number"] for goal in data["goals"]] == ["", "1.1", "1.2"]
    assert [(m["number"], m["text"]) for m in data["measures"]] == [
        ("1.1.1", "Опитати"), ("1.1.2", "Розповісти"), ("1.2.1", "Перевірити"),
    ]  # fmt: skip


def test_numbers_from_a_style_restarts_and_roman_numbers(tmp_path):
    styles = (
        '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:style w:type="paragraph" w:styleId="Part"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Part2"><w:basedOn w:val="Part"/></w:style></w:styles>'
    )
    body = [
        paragraph("Перший", properties='<w:pStyle w:val="Part"/>'),
        paragraph("Другий", properties='<w:pStyle w:val="Part2"/>'),
        paragraph("Літера", numbering=(2, 0)),
        paragraph("Без номера", properties='<w:pStyle w:val="Part"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
    ]
    data = read(
        tmp_path, *body, numbering=numbering([("upperRoman", "Розділ %1.")], [("russianLower", "%1)")]), styles=styles
    )
    assert [note["text"] for note in data["notes"]][:4] == [
        "Розділ I. Перший",
        "Розділ II. Другий",
        "а) Літера",
        "Без номера",
    ]


def test_stray_automatic_number_in_a_goal_cell_continues_the_goal(tmp_path):
    rows = plan(
        row("1.1. Потреби", "1.1.1. Опитати", "2026", "УСЗН"),
        [spot(numbering=(1, 1)), spot("1.1.2. Розповісти"), spot("2026"), spot("УСЗН")],
    )
    data = read(tmp_path, rows, numbering=numbering(LIST))
    assert [goal["number"] for goal in data["goals"]] == ["1.1"]
    assert [measure["goal"] for measure in data["measures"]] == ["1-1", "1-1"]
    assert any(
        note["kind"] == "numbering" and "таблиця 1, рядок 3, стовпець 1" in note["place"] for note in data["notes"]
    )


def test_tracked_changes_are_accepted(tmp_path):
    changed = (
        '<w:p><w:r><w:t xml:space="preserve">1.1.1. Провести </w:t></w:r><w:del><w:r><w:delText>старе</w:delText></w:r></w:del>'
        "<w:ins><w:r><w:t>нове</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>звідси</w:t></w:r></w:moveFrom>"
        "<w:moveTo><w:r><w:t> опитування</w:t></w:r></w:moveTo></w:p>"
    )
    joined = (
        '<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">ІV квартал </w:t></w:r></w:p>'
        "<w:p><w:r><w:t>2026 року</w:t></w:r></w:p>"
    )
    rows = plan([spot("1.1. Ціль"), spot(raw=changed), spot(raw=joined), spot("УСЗН")])
    made = table(rows).replace(
        "</w:tbl>",
        "<w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>вилучений рядок</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
    )
    data = read(tmp_path, made)
    assert data["measures"][0]["text"] == "Провести нове опитування"
    assert data["measures"][0]["term"] == "ІV квартал 2026 року"
    assert "старе" not in strings(data)
    assert "вилучений" not in strings(data)


def test_inserted_rows_cells_and_content_controls_are_read(tmp_path):
    made = table(plan(row("1.1. Ціль", "1.1.1. Захід", "2026", "УСЗН")))
    head, _, tail = made.rpartition("<w:tr>")
    inner = f"<w:sdt><w:sdtPr/><w:sdtContent><w:tr><w:trPr><w:ins/></w:trPr>{tail.replace('</w:tbl>', '')}</w:sdtContent></w:sdt></w:tbl>"
    data = read(tmp_path, head + inner)
    assert data["measures"][0]["number"] == "1.1.1"


def test_footnotes_comments_headers_and_hidden_text_go_to_notes_with_their_place(tmp_path):
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    footnotes = (
        f'<w:footnotes {space}><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
        '<w:footnote w:id="1"><w:p><w:r><w:t>За наявності коштів.</w:t></w:r></w:p></w:footnote></w:footnotes>'
    )
    comments = (
        f'<w:comments {space}><w:comment w:id="5"><w:p><w:r><w:t>Уточнити!</w:t></w:r></w:p></w:comment></w:comments>'
    )
    header = f"<w:hdr {space}><w:p><w:r><w:t>Додаток до рішення</w:t></w:r></w:p></w:hdr>"
    cell = paragraph("1.1.1. Захід", inner=(
        '<w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:commentReference w:id="5"/></w:r>'
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>сховане</w:t></w:r>"
    ))  # fmt: skip
    rows = plan([spot("1.1. Ціль"), spot(raw=cell), spot("2026"), spot("УСЗН")])
    data = read(tmp_path, rows, footnotes=footnotes, comments=comments, header1=header)
    assert data["measures"][0]["text"] == "Захід"
    found = {note["kind"]: (note["text"], note["place"]) for note in data["notes"]}
    place = "таблиця 1, рядок 2, стовпець 2"
    assert found["footnote"] == ("За наявності коштів.", place)
    assert found["comment"] == ("Уточнити!", place)
    assert found["hidden"] == ("сховане", place)
    assert found["header"][0] == "Додаток до рішення"


def test_soft_hyphens_bookmarks_breaks_and_special_spaces(tmp_path):
    cell = (
        '<w:p><w:bookmarkStart w:id="0" w:name="_GoBack"/><w:r><w:t>1.1.1. Забез\u00adпе</w:t><w:softHyphen/><w:t>чити</w:t><w:tab/>'
        '<w:t>медико</w:t><w:noBreakHyphen/><w:t>соціальні\u00a0послуги</w:t><w:br/><w:t>у громаді</w:t></w:r><w:bookmarkEnd w:id="0"/></w:p>'
    )
    data = read(tmp_path, plan([spot("1.1. Ціль"), spot(raw=cell), spot("2026"), spot("УСЗН")]))
    assert data["measures"][0]["text"] == "Забезпечити медико-соціальні послуги у громаді"


def test_text_box_is_read_once(tmp_path):
    box = "<w:txbxContent><w:p><w:r><w:t>ЗАТВЕРДЖЕНО</w:t></w:r></w:p></w:txbxContent>"
    inner = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>' + box + "</w:drawing></mc:Choice>"
        "<mc:Fallback><w:pict>" + box + "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    data = read(tmp_path, paragraph("Титул", inner=inner), plan(row("1.1. Ціль", "1.1.1. Захід", "2026", "УСЗН")))
    assert strings(data).count("ЗАТВЕРДЖЕНО") == 1


def test_nested_table_in_a_cell_and_plan_nested_in_a_frame(tmp_path):
    executors = table([row("УСЗН"), row("Центр соціальних служб")])
    rows = plan([spot("1.1. Ціль"), spot("1.1.1. Захід"), spot("2026"), spot(raw=executors + "<w:p/>")])
    assert read(tmp_path, rows)["measures"][0]["executors"] == ["УСЗН", "Центр соціальних служб"]
    framed = read(tmp_path, [[spot(raw=paragraph("Рамка") + table(rows))]])
    assert framed["measures"][0]["executors"] == ["УСЗН", "Центр соціальних служб"]
    assert_nothing_lost(framed, "Рамка")


def test_executors_by_line_breaks_inside_one_paragraph(tmp_path):
    cell = f"<w:p>{run('УСЗН' + chr(11) + 'Центр соціальних' + chr(11) + 'служб' + chr(11) + 'ЦНАП')}</w:p>"
    data = read(tmp_path, plan([spot("1.1. Ціль"), spot("1.1.1. Захід"), spot("2026"), spot(raw=cell)]))
    assert data["measures"][0]["executors"] == ["УСЗН", "Центр соціальних служб", "ЦНАП"]


def test_slightly_different_cell_borders_and_rows_that_begin_later(tmp_path):
    made = (
        '<w:tbl><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="40"/><w:gridCol w:w="4000"/><w:gridCol w:w="1500"/><w:gridCol w:w="3000"/></w:tblGrid>'
        + _tr((2, "Операційні цілі"), (1, "Заходи"), (1, "Термін"), (1, "Виконавці"))
        + _tr((1, "1.1. Ціль"), (2, "1.1.1. Захід"), (1, "2026"), (1, "УСЗН"))
        + '<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>' + _tr((2, "1.1.2. Інший"), (1, "2027"), (1, "ЦНАП")).removeprefix("<w:tr>")
        + "</w:tbl>"
    )  # fmt: skip
    data = read(tmp_path, made)
    assert [(m["number"], m["term"], m["executors"]) for m in data["measures"]] == [
        ("1.1.1", "2026", ["УСЗН"]),
        ("1.1.2", "2027", ["ЦНАП"]),
    ]


def _tr(*cells):
    inner = "".join(
        f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr>{paragraph(text)}</w:tc>' for span, text in cells
    )
    return f"<w:tr>{inner}</w:tr>"
