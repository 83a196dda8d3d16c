"""YAML to data with places; what YAML would spoil is refused, by libyaml and by PyYAML's own parser alike."""

from __future__ import annotations

import pytest
import yaml

from generator.source import yaml_syntax
from generator.source.yaml_source import Position, invisible, read_source

SAID_THE_SAME = [
    ("a:\n\tb: 1\n", "2:1", "табуляція"),
    ('a: "foo\nb: 1\n', "1:4", "лапки відкрито тут, але не закрито"),
    ('a: "foo\nb: "1"\n', "1:4", "лапки відкрито тут, а закрито аж у рядку 2"),
    ('a: "Про "щось" таке"\n', "1:10", "після закритих лапок ідуть ще слова"),
    ("a: [x, y\nb: 1\n", "1:4", "бракує коми або закривної дужки"),
    ('a: ["x" "y"]\n', "1:9", "бракує коми або закривної дужки"),
    ("a: {x: 1\nb: 2\n", "1:4", "бракує коми або закривної дужки"),
    ("a: foo: bar\n", "1:7", "текст із двокрапкою візьміть у лапки"),
    ("a: 1\nfoo\nb: 2\n", "2:1", "немає двокрапки"),
    ('number:"1"\nb: 2\n', "1:7", "після двокрапки бракує пробілу"),
    ('a: 1\nnumber:"1"\n', "2:7", "після двокрапки бракує пробілу"),
    ("a:\n  b: 1\n c: 2\n", "3:2", "на початку рядка пробілів 1, а в рядку вище 2"),
    ("a:\n  - x\n  b: 1\n", "3:3", "порушено відступ"),
    ("a: -\n", "1:4", "зайвий дефіс"),
    ("a: ? b\n", "1:4", "«?»"),
    ("a: @x\n", "1:4", "візьміть текст у лапки"),
    ("a: `x`\n", "1:4", "візьміть текст у лапки"),
    ("a: %x\n", "1:4", "візьміть текст у лапки"),
    ("a: **x**\n", "1:5", "«*» або «&»"),
    ("a: & b\n", "1:5", "«*» або «&»"),
    ("a: !e!x y\n", "1:4", "«!»"),
    ("a: > b\n", "1:6", "починають з нового рядка"),
    ("a: |0\n x\n", "1:5", "починають з нового рядка"),
    ('a: "\\xZZ"\n', "1:7", "одинарні лапки"),
    ("a: ]\n", "1:4", "зайва дужка"),
    ("%YAML 3.0\n---\na: 1\n", "1:1", "«%»"),
    ("a: 1\n...\nfoo: 1\n", "3:1", "«...»"),
    ('a: "x\n---\ny"\n', "1:4", "лапки відкрито тут"),
    ("a: \x07\n", "1:4", "невидимий"),
    ("a: \uffff\n", "1:4", "невидимий"),
    ("a: b\x85c: d\n", "1:5", "невидимий"),
    ("a: &x b\n", "1:4", "посилання YAML"),
    ("a: *x\n", "1:4", "посилання YAML"),
    ("a: !!python/object:os.system x\n", "1:4", "мітки YAML"),
    ("a: 1\n---\nb: 2\n", "2:1", "один документ"),
    ("[a]: 1\n", "1:1", "назва поля має бути словом"),
    ("a: 1\na: 2\n", "2:1", "повторено (перше стоїть у рядку 1)"),
    ("no: 1\n", "1:1", "візьміть її в лапки"),
    ("a:\n- x\n - y\n", "2:3", "приєднує"),
]


@pytest.fixture(params=["CSafeLoader", "SafeLoader"])
def _parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    loader = getattr(yaml, request.param)
    monkeypatch.setattr(yaml_syntax, "_LOADER", loader)


@pytest.mark.usefixtures("_parser")
@pytest.mark.parametrize(("text", "place", "words"), SAID_THE_SAME)
def test_broken_yaml_has_its_place_and_advice(text: str, place: str, words: str) -> None:
    problems = read_source("f.yml", text.encode())[1]
    assert [str(problem).split(": ", 1)[0] for problem in problems] == [f"f.yml:{place}"]
    assert words in problems[0].message


@pytest.mark.parametrize("text", [case[0] for case in SAID_THE_SAME])
def test_no_advice_is_the_last_resort(text: str) -> None:
    assert not any("в рядку над ним" in problem.message for problem in read_source("f.yml", text.encode())[1])


def test_every_key_and_value_knows_its_place() -> None:
    source, problems = read_source("f.yml", "name: Ніжин\nlist:\n  - {a: 1, b: два}\n".encode())
    assert problems == []
    assert source.data == {"name": "Ніжин", "list": [{"a": 1, "b": "два"}]}
    assert source.at(("name",)) == Position(1, 7)
    assert source.at(("name",), key=True) == Position(1, 1)
    assert source.at(("list", 0, "b")) == Position(3, 15)
    assert source.at(("list", 0, "b"), key=True) == Position(3, 12)
    assert source.raw == {("list", 0, "a"): "1"}


def test_what_is_not_there_has_the_place_of_what_is_around_it() -> None:
    source = read_source("f.yml", b"a:\n  b: 1\n")[0]
    assert source.at(("a", "c", 0)) == Position(2, 3)
    assert source.at(("z",)) == Position(1, 1)


@pytest.mark.parametrize("content", [b"\xef\xbb\xbfa: 1\nb: 2\n", b"a: 1\r\nb: 2\r\n", b"a: 1\rb: 2\r"])
def test_byte_order_mark_and_any_line_ends_are_taken(content: bytes) -> None:
    source, problems = read_source("f.yml", content)
    assert (source.data, problems) == ({"a": 1, "b": 2}, [])
    assert source.at(("b",), key=True) == Position(2, 1)


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("a: 1\nb: Ніжин\n".encode("cp1251"), "2:5"),
        ("a: є".encode()[:-1], "1:4"),
    ],
)
def test_a_file_that_is_not_utf_8_is_told_with_the_place(content: bytes, place: str) -> None:
    assert [str(problem) for problem in read_source("f.yml", content)[1]] == [
        f"f.yml:{place}: файл не в кодуванні UTF-8; збережіть його як UTF-8: «Файл → Зберегти як → Кодування: UTF-8»"
    ]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (
            "a: 1\n".encode("utf-16"),
            "файл у кодуванні UTF-16, а не UTF-8; збережіть його як UTF-8: «Файл → Зберегти як",
        ),
        (b"\xfe\xff\0a", "файл у кодуванні UTF-16, а не UTF-8"),
        (b"PK\x03\x04\x14\0\xff", "це файл Word чи Excel, а не текст; перенесіть із нього план: plans import ФАЙЛ"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "це файл Word чи Excel, а не текст"),
    ],
)
def test_a_file_of_another_program_is_told_as_what_it_is(content: bytes, words: str) -> None:
    (problem,) = read_source("plan.yml", content)[1]
    assert (problem.line, problem.column) == (1, 1)
    assert words in problem.message


def test_a_huge_file_is_not_read() -> None:
    assert [str(problem) for problem in read_source("f.yml", b"a: 1\n" * 1_000_000)[1]] == [
        "f.yml:1:1: файл завеликий: понад 4 МБ; поділіть його"
    ]


def test_a_file_full_of_refusals_is_not_listed_without_end() -> None:
    content = "".join(f"k{number}: &a{number} x\n" for number in range(1000)).encode()
    assert len(read_source("f.yml", content)[1]) == yaml_syntax.MAX_REFUSALS


def test_words_that_only_look_like_dates_and_numbers_stay_words() -> None:
    content = f"a: 2025-02-30\nb: {'9' * 5000}\nc: =\n".encode()
    source, problems = read_source("f.yml", content)
    assert problems == []
    assert source.data == {"a": "2025-02-30", "b": "9" * 5000, "c": "="}


def test_a_comment_after_a_space_is_fine_and_a_sign_glued_to_a_word_is_told() -> None:
    assert read_source("f.yml", "a: виконано # повідомив УСЗН\n".encode())[1] == []
    (problem,) = read_source("f.yml", "a: будинок #5\n".encode())[1]
    assert str(problem) == (
        "f.yml:1:4: попередження: усе від «#5» YAML вважає приміткою і не читає; якщо це частина тексту, "
        "візьміть текст у лапки"
    )
    assert read_source("f.yml", 'a: "будинок #5"\n'.encode())[0].data == {"a": "будинок #5"}


@pytest.mark.parametrize("sign", ["\u200b", "\u202e", "\ufeff", "\x1b", "\u2028"])
def test_signs_nobody_sees_are_refused(sign: str) -> None:
    assert invisible(f"а{sign}б") == sign
    escaped = f'a: "x\\u{ord(sign):04x}y"\n'
    assert "невидимий знак" in read_source("f.yml", escaped.encode())[1][0].message


def test_soft_hyphens_and_hard_spaces_are_no_invisible_signs() -> None:
    assert invisible("со\u00adціаль\u00a0ний\n\tтекст") == ""
