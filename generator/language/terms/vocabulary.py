"""The words of terms: what each means, in every grammatical form, with the abbreviations and slips of real plans."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from generator.language.terms.edges import Edge
from generator.language.terms.term import Recurrence

if TYPE_CHECKING:
    from collections.abc import Iterator


class Cat(Enum):
    """Category of a word or sign."""

    NUMBER = auto()  # value: the number
    ORDINAL = auto()  # «третій», «III»: value 1..31
    TENS = auto()  # «двадцять», of a compound ordinal
    DATE = auto()
    MONTH_OF_YEAR = auto()  # «05.2025»
    MONTH = auto()
    SEASON = auto()
    WEEKDAY = auto()
    QUARTER = auto()
    HALF = auto()
    YEAR = auto()
    SCHOOL = auto()
    MONTH_WORD = auto()  # «місяць»
    DECADE = auto()
    WEEK = auto()
    DAYS = auto()  # «днів», «дати», «моменту»
    DURATION = auto()  # «місячний», «десятиденний»
    DAY_NUMBER = auto()  # «числа»
    DASH = auto()
    AND = auto()
    BREAK = auto()  # brackets, colons
    FROM = auto()
    UNTIL = auto()
    THROUGH = auto()  # «по», «не пізніше»
    EDGE = auto()
    INCLUSIVE = auto()
    DURING = auto()
    IN = auto()
    THIS = auto()
    NEXT = auto()
    LAST = auto()
    EVERY = auto()  # value: Recurrence; None for a frequency that has no name in the data
    EACH = auto()
    EACH_PREFIX = auto()  # «що» of «що кварталу»
    TIMES = auto()  # value: 2 of «двічі», None of «раз»
    CONSTANT = auto()
    ONWARDS = auto()
    LIFETIME = auto()  # «термін», «період», «дії»
    UNDERTAKING = auto()  # «програми», «стратегії»
    WHOLE = auto()
    NEED = auto()
    REQUEST = auto()
    OCCASION = auto()  # «у разі», «якщо», «за умови»
    UPON = auto()
    AFTER = auto()
    BEFORE = auto()
    WAR = auto()
    SCHEDULE = auto()
    FILLER = auto()
    UNKNOWN = auto()
    IMPOSSIBLE = auto()  # a date no calendar has
    COUNTED = auto()  # value: Count; a number with its unit, «двох кварталів»
    VAGUE = auto()  # narrows a date in a way nobody can tell: «семестр», «перша неділя»
    SET = auto()  # «визначені», of «у строки, визначені договором»
    HEATING = auto()  # «опалювальний»; the season begins when the day's frost does


@dataclass(frozen=True, slots=True)
class Count:
    """How many of a unit are meant: «двох кварталів», «перших трьох місяців», «останні два».

    `number` is None where the words leave it open («2–3 місяці»). `unit` is the category of the unit's word; `edge`
    says from which end they are counted.
    """

    unit: Cat
    number: int | None
    edge: Edge | None = None


Value = int | Edge | Recurrence | Count | None

ADJECTIVE = "ий ого ому им ім а ої ій у ою е і их ими"
SOFT_ADJECTIVE = "ій ього ьому ім я ьої ю ьою є і іх іми"
NEUTER = "я ю ям і"
PLURAL_OR_MASCULINE = "ий ого ому им ім і их ими"

# category, value, stem, endings («-» for the bare stem). A word may be split over several lines.
_ENTRIES: tuple[tuple[Cat, Value, str, str], ...] = (
    (Cat.MONTH, 1, "січ", "ень ня ню нем ні - н"),
    (Cat.MONTH, 2, "лют", "ий ого ому им - ім"),
    (Cat.MONTH, 3, "бер", "езень езня езню езнем езні езн ез -"),
    (Cat.MONTH, 4, "квіт", "ень ня ню нем ні - н"),
    (Cat.MONTH, 5, "трав", "ень ня ню нем ні - н"),
    (Cat.MONTH, 6, "черв", "ень ня ню нем ні - н"),
    (Cat.MONTH, 7, "лип", "ень ня ню нем ні - н"),
    (Cat.MONTH, 8, "серп", "ень ня ню нем ні - н"),
    (Cat.MONTH, 9, "вер", "есень есня есню еснем есні есн ес -"),
    (Cat.MONTH, 10, "жовт", "ень ня ню нем ні - н"),
    (Cat.MONTH, 11, "листопад", "- а у і ом ові"),
    (Cat.MONTH, 11, "лист", "- оп"),
    (Cat.MONTH, 12, "груд", "ень ня ню нем ні - н"),
    (Cat.SEASON, 1, "весн", "а и у і ою яний яного яному яні яних"),
    (Cat.SEASON, 1, "", "навесні весняно"),
    (Cat.SEASON, 2, "літ", "о а у ом і ній нього ньому ні ніх ньо"),
    (Cat.SEASON, 2, "", "влітку улітку"),
    (Cat.SEASON, 3, "ос", "інь ені інню іннє інній іннього інньому інні інніх інньо"),
    (Cat.SEASON, 3, "восени", "-"),
    (Cat.SEASON, 4, "зим", "а и у і ою овий ового овому ові ових ово"),
    (Cat.SEASON, 4, "", "взимку узимку"),
    (Cat.WEEKDAY, None, "понеділ", "ок ка ку"),
    (Cat.WEEKDAY, None, "вівтор", "ок ка ку"),
    (Cat.WEEKDAY, None, "серед", "а и у"),
    (Cat.WEEKDAY, None, "четвер", "- га"),
    (Cat.WEEKDAY, None, "п'ятниц", "я і ю"),
    (Cat.WEEKDAY, None, "субот", "а и у"),
    (Cat.WEEKDAY, None, "неділ", "я і ю"),
    (Cat.QUARTER, None, "кварт", "ал алу али алів алам алами алах алі алом -"),
    (Cat.QUARTER, None, "", "кв q"),
    (Cat.HALF, None, "піврічч", NEUTER + " ях ям ями ів"),
    (Cat.HALF, None, "", "півріч пг"),
    (Cat.HALF, None, "півр", "оку ік -"),
    (Cat.HALF, None, "пів", "-"),
    (Cat.HALF, None, "половин", "а и у і ою"),
    (Cat.YEAR, None, "р", "ік оки оків оку оком оці окам оками оках - р"),
    (Cat.YEAR, None, "р", "оу ку окк ооку окі окив рр оках"),
    (Cat.SCHOOL, None, "навчальн", ADJECTIVE),
    (Cat.SCHOOL, None, "навч", "-"),
    (Cat.MONTH_WORD, None, "місяц", "ь я ю ем і ів ям ями ях"),
    (Cat.MONTH_WORD, None, "міс", "-"),
    (Cat.DECADE, None, "декад", "а и у і ою"),
    (Cat.WEEK, None, "ти", "ждень жня жню жнем жні жнів жням жнями жнях"),
    (Cat.DURATION, None, "", "денний денного місячний місячного тижневий тижневого двотижневий двомісячний"),
    (Cat.DURATION, None, "", "тримісячний шестимісячний десятиденний триденний пятиденний річний дворічний"),
    (Cat.DAYS, None, "д", "ень ня ню нем ні нів ням нями нях"),
    (Cat.DAYS, None, "дат", "а и у і ою"),
    (Cat.DAYS, None, "момент", "у а"),
    (Cat.DAYS, None, "доб", "а и у і ою"),
    (Cat.DAY_NUMBER, None, "чис", "ло ла лу лом лі -"),
    (Cat.AND, None, "", "та і й або чи"),
    (Cat.FROM, None, "", "з із зі від починаючи розпочинаючи вiд"),
    (Cat.UNTIL, None, "", "до"),
    (Cat.THROUGH, None, "", "по пізніше пізніш"),
    (Cat.FROM, None, "раніше", "-"),
    (Cat.EDGE, Edge.START, "почат", "ок ку ком кові"),
    (Cat.EDGE, Edge.MIDDLE, "середин", "а и і у ою"),
    (Cat.EDGE, Edge.MIDDLE, "", "всередині усередині посередині"),
    (Cat.EDGE, Edge.END, "кін", "ець ця цю цем ці цеві"),
    (Cat.EDGE, Edge.END, "", "наприкінці прикінці"),
    (Cat.EDGE, Edge.END, "закінченн", NEUTER),
    (Cat.EDGE, Edge.END, "завершенн", NEUTER),
    (Cat.INCLUSIVE, None, "включно", "-"),
    (Cat.DURING, None, "", "протягом упродовж впродовж продовж напротязі протязі підчас"),
    (Cat.IN, None, "", "на у в за про о під"),
    (Cat.THIS, None, "поточн", ADJECTIVE),
    (Cat.THIS, None, "", "цей цього цьому цим ц поточ тек"),
    (Cat.NEXT, None, "наступн", ADJECTIVE),
    (Cat.NEXT, None, "подальш", ADJECTIVE),
    (Cat.LAST, None, "останн", SOFT_ADJECTIVE),
    (Cat.EVERY, Recurrence.WEEKLY, "щотиж", "ня нево невий невого день"),
    (Cat.EVERY, Recurrence.MONTHLY, "щоміся", "ця чно чний чного чне чні ць"),
    (Cat.EVERY, Recurrence.MONTHLY, "помісячно", "-"),
    (Cat.EVERY, Recurrence.QUARTERLY, "щокварт", "алу ально альний ального альне альні ал алі"),
    (Cat.EVERY, Recurrence.QUARTERLY, "поквартально", "-"),
    (Cat.EVERY, Recurrence.HALF_YEARLY, "щопівр", "оку іччя ічно ічний"),
    (Cat.EVERY, Recurrence.HALF_YEARLY, "щосеместр", "у ово"),
    (Cat.EVERY, Recurrence.YEARLY, "щор", "оку ічно ічний ічного ічне ічні ічна ок оку"),
    (Cat.EVERY, Recurrence.YEARLY, "", "порічно кожнорічно"),
    (Cat.EACH, None, "кож", "ний ного ному ним нім на ної ній ну ною не ні них ен"),
    (Cat.EACH_PREFIX, None, "що", "-"),
    (Cat.TIMES, None, "раз", "- и у ів ом"),
    (Cat.TIMES, 2, "двічі", "-"),
    (Cat.TIMES, 3, "тричі", "-"),
    (Cat.CONSTANT, None, "постійн", "о ий ого ому им ій а у ої е і"),
    (Cat.CONSTANT, None, "", "постійо постіно постиіно постояно"),
    (Cat.CONSTANT, None, "", "завжди повсякчас безперервно безперервний безперервного безстроково безстроковий"),
    (Cat.CONSTANT, None, "", "безтерміново систематично систематичний регулярно регулярний періодично неперервно"),
    (Cat.CONSTANT, None, "", "щодня щоденно щоденний щоденне цілодобово цілорічно щодобово перманентно"),
    (Cat.ONWARDS, None, "", "далі надалі подальшому"),
    (Cat.LIFETIME, None, "термін", "- у ом і и ів"),
    (Cat.LIFETIME, None, "строк", "- у ом и ів"),
    (Cat.LIFETIME, None, "період", "- у ом і"),
    (Cat.LIFETIME, None, "", "дії дія дію час часу"),
    (Cat.LIFETIME, None, "реалізаці", "я ї ю єю"),
    (Cat.LIFETIME, None, "виконанн", NEUTER),
    (Cat.LIFETIME, None, "впровадженн", NEUTER),
    (Cat.LIFETIME, None, "чинн", "ості ість"),
    (Cat.UNDERTAKING, None, "програм", "а и і у ою"),
    (Cat.UNDERTAKING, None, "стратегі", "я ї ю єю"),
    (Cat.UNDERTAKING, None, "про", "єкт єкту єкті ект екту екті"),
    (Cat.UNDERTAKING, None, "план", "- у і"),
    (Cat.UNDERTAKING, None, "концепці", "я ї ю"),
    (Cat.UNDERTAKING, None, "заход", "у и ів"),
    (Cat.UNDERTAKING, None, "документ", "- а у"),
    (Cat.WHOLE, None, "", "всі усі всіх усіх весь увесь всього усього всьому усьому всієї усієї всю усю все усе"),
    (Cat.WHOLE, None, "ціл", "е ий ого"),
    (Cat.WHOLE, None, "календарн", ADJECTIVE),
    (Cat.WHOLE, None, "бюджетн", ADJECTIVE),
    (Cat.WHOLE, None, "планов", ADJECTIVE),
    (Cat.NEED, None, "потреб", "а и і у ою ам"),
    (Cat.NEED, None, "необхідн", "ість ості істю"),
    (Cat.REQUEST, None, "запит", "у ом ами и ів"),
    (Cat.REQUEST, None, "вимог", "а и у ою ою"),
    (Cat.REQUEST, None, "заяв", "а и і ою ами ах"),
    (Cat.REQUEST, None, "звернен", "ня ню ням ні нями нях ь"),
    (Cat.REQUEST, None, "надходженн", "я ю ям і"),
    (Cat.REQUEST, None, "виявленн", "я ю ям і"),
    (Cat.REQUEST, None, "виникненн", "я ю ям і"),
    (Cat.REQUEST, None, "наявн", "ості ість"),
    (Cat.REQUEST, None, "можлив", "ості ість остях"),
    (Cat.REQUEST, None, "результат", "ами ом и у"),
    (Cat.REQUEST, None, "підсумк", "ами ом и у"),
    (Cat.REQUEST, None, "мір", "і у"),
    (Cat.OCCASION, None, "", "разі якщо коли випадку випадках умови умов умовою умовами залежно обставин"),
    (Cat.UPON, None, "при", "-"),
    (Cat.AFTER, None, "", "після опісля"),
    (Cat.BEFORE, None, "", "перед напередодні через"),
    (Cat.WAR, None, "воєнн", ADJECTIVE),
    (Cat.WAR, None, "військов", "ий ого ому им"),
    (Cat.WAR, None, "", "війни війною війну перемоги перемогою деокупації деокупацією"),
    (Cat.WAR, None, "бойов", "их ими"),
    (Cat.SCHEDULE, None, "графік", "- а у ом ами ів"),
    (Cat.SCHEDULE, None, "розклад", "- у ом"),
    (Cat.SCHEDULE, None, "", "планом планами згідно відповідно порядком порядку погодженням домовленістю згодою"),
    (Cat.SCHEDULE, None, "рішенн", "ям ями"),
    (Cat.SCHEDULE, None, "розпорядженн", "ям ями"),
    (Cat.SCHEDULE, None, "дорученн", "ям ями"),
    (Cat.SCHEDULE, None, "наказ", "ом ами"),
    (Cat.SCHEDULE, None, "договор", "у ом ами ів"),
    (Cat.SCHEDULE, None, "угод", "а и і у ою"),
    (Cat.SCHEDULE, None, "контракт", "- у ом"),
    (Cat.HEATING, None, "опалювальн", ADJECTIVE),
    (Cat.VAGUE, None, "семестр", "- у і а ом и ів ах"),
    (Cat.VAGUE, None, "триместр", "- у і а ом и ів ах"),
    (Cat.SET, None, "визначен", PLURAL_OR_MASCULINE),
    (Cat.SET, None, "установлен", PLURAL_OR_MASCULINE),
    (Cat.SET, None, "встановлен", PLURAL_OR_MASCULINE),
    (Cat.SET, None, "передбачен", PLURAL_OR_MASCULINE),
    (Cat.SET, None, "зазначен", PLURAL_OR_MASCULINE),
    (Cat.SET, None, "обумовлен", PLURAL_OR_MASCULINE),
    (Cat.SET, None, "погоджен", PLURAL_OR_MASCULINE),
    (Cat.SET, None, "узгоджен", PLURAL_OR_MASCULINE),
    (Cat.SCHEDULE, None, "канікул", "- и ам ами ах ярний ярного"),
    (Cat.UNKNOWN, None, "", "визначено встановлено установлено передбачено зазначено обумовлено погоджено узгоджено"),
    (Cat.FILLER, None, "", "не ніж чим як рідше менше менш більше частіше для його її їх який яка яке які станом"),
    (Cat.FILLER, None, "", "настає орієнтовно приблизно близько негайно одразу також а ще тому числі основі включаючи"),
    (Cat.FILLER, None, "бюджет", "- у ом і"),
    (Cat.FILLER, None, "звітн", ADJECTIVE),
    (Cat.FILLER, None, "окрем", ADJECTIVE),
    (Cat.FILLER, None, "відповідн", ADJECTIVE),
    (Cat.FILLER, None, "виконавц", "і ів"),
)

_ORDINALS = (
    "перш друг - четверт п'ят шост сьом восьм дев'ят десят одинадцят дванадцят тринадцят чотирнадцят п'ятнадцят "
    "шістнадцят сімнадцят вісімнадцят дев'ятнадцят двадцят"
)
_NUMBERS = (
    "один одна одне одного одну одної одному; два дві двох двом двома; три трьох трьом; чотири чотирьох; "
    "п'ять п'яти; шість шести; сім семи; вісім восьми; дев'ять дев'яти; десять десяти; одинадцять одинадцяти; "
    "дванадцять дванадцяти"
)


def entries() -> Iterator[tuple[str, Cat, Value]]:
    """Yield every form of every word with its meaning; the forms are as people write them, not folded."""
    for cat, value, stem, endings in _ENTRIES:
        for ending in endings.split():
            yield stem + ending.removeprefix("-"), cat, value
    for number, stem in enumerate(_ORDINALS.split(), start=1):
        if stem != "-":
            yield from ((stem + ending, Cat.ORDINAL, number) for ending in ADJECTIVE.split())
    yield from (("трет" + ending, Cat.ORDINAL, 3) for ending in SOFT_ADJECTIVE.split())
    yield from (("тридцят" + ending, Cat.ORDINAL, 30) for ending in ADJECTIVE.split())
    yield from (("двадцять", Cat.TENS, 20), ("тридцять", Cat.TENS, 30))
    for number, forms in enumerate(_NUMBERS.split(";"), start=1):
        yield from ((form, Cat.NUMBER, number) for form in forms.split())
