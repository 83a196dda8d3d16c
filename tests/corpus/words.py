"""What a made-up country is put together from: names that no place has, and the words of the real plans."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import product
from typing import TYPE_CHECKING, Any

from project import ROOT, plain

if TYPE_CHECKING:
    from pathlib import Path
    from random import Random

_ROOTS = {
    "chernihiv": "Черніг(?=[іо]в)", "kakhovka": "Ках(?=ов)", "melitopol": "Мелітопол", "nizhyn": "Ніжин",
    "nova-odesa": "Нов(?:а|ої|ій|у|ою) Одес|Новоодес",
}  # fmt: skip
"""What of a real community's name is replaced, in any of its forms."""
_FIRST = (
    "Верб verb,Дуб dub,Лип lyp,Берез berez,Калин kalyn,Кремен kremen,Зорян zorian,Камян kamian,Тих tykh,Жур zhur,"
    "Ковил kovyl,Солон solon,Гайдам haidam,Явор yavor,Красн krasn,Світл svitl,Терн tern,Козел kozel,Марин maryn,"
    "Остап ostap,Богун bohun,Тарас taras,Лебед lebed,Сокол sokol,Орел orel,Чумак chumak,Гончар honchar,Ольш olsh,"
    "Ясен yasen,Любар liubar,Старгор starhor,Синьк synk,Ромн romn,Ставк stavk,Ярош yarosh,Велес veles,Буг buh,"
    "Десн desn,Інгул inhul,Золот zolot"
)
_SECOND = (
    "огор ohor,омир omyr,одар odar,ополян opolian,олуг oluh,обор obor,овид ovyd,одол odol,ослав oslav,обрід obrid,"
    "олюб oliub,озер ozer,ограй ohrai,осад osad,отур otur,овал oval,огуб ohub,одуб odub,окут okut,ополк opolk,"
    "осел osel,охут okhut,обуд obud,омоз omoz,опаш opash,отоп otop,огрив ohryv,овіз oviz,окрай okrai,обрам obram,"
    "онос onos,осип osyp,отин otyn,ожар ozhar,олан olan,окіл okil,опуст opust"
)
NAMES = [
    (f"{a}{b}", f"{first}{second}")
    for (b, second), (a, first) in product(*([one.split() for one in given.split(",")] for given in (_SECOND, _FIRST)))
]
"""Root and id of every community that can be made."""
OBLASTS = {
    "Вінницька": 63, "Волинська": 54, "Дніпропетровська": 86, "Донецька": 66, "Житомирська": 66, "Закарпатська": 64,
    "Запорізька": 67, "Івано-Франківська": 62, "Київська": 70, "Кіровоградська": 49, "Луганська": 37, "Львівська": 73,
    "Миколаївська": 52, "Одеська": 91, "Полтавська": 60, "Рівненська": 64, "Сумська": 51, "Тернопільська": 55,
    "Харківська": 56, "Херсонська": 49, "Хмельницька": 60, "Черкаська": 66, "Чернівецька": 52, "Чернігівська": 57,
}  # fmt: skip
"""How many communities an oblast has; with them all a country has 1,470, one more than there are."""
COUNTRY = 1_469


@dataclass
class Words:
    """What the real plans are made of."""

    measures: list[dict[str, Any]] = field(default_factory=list)
    branches: list[dict[str, Any]] = field(default_factory=list)
    leaves: list[dict[str, Any]] = field(default_factory=list)
    executors: list[dict[str, Any]] = field(default_factory=list)
    texts: list[tuple[str, str]] = field(default_factory=list)

    @classmethod
    def read(cls, plans: Path = ROOT / "plans") -> Words:
        """Read the plans of this repository."""
        words = cls()
        for home in sorted(_ROOTS):
            words.executors += plain((plans / home / "community.yml").read_text(encoding="utf-8"))["executors"]
            for file in sorted((plans / home).glob("*/plan.yml")):
                for goal in plain(file.read_text(encoding="utf-8"))["goals"]:
                    words._take(goal)
                for text in sorted(file.parent.glob("texts/*.md")):
                    body = text.read_text(encoding="utf-8")
                    if "![" not in body and "quick" not in body:
                        words.texts.append((re.sub(r"^\d+-", "", text.stem), body))
        return words

    def _take(self, goal: dict[str, Any]) -> None:
        (self.leaves if goal.get("measures") else self.branches).append(goal)
        for inner in goal.get("goals", ()):
            self._take(inner)
        self.measures += goal.get("measures", ())


_NAMES = re.compile("|".join(_ROOTS.values()))


def renamed(text: str, root: str) -> str:
    """Give the words of a real community to a made-up one."""
    return _NAMES.sub(root, text)


def varied(text: str, root: str, chance: Random) -> str:
    """Rename, and leave out some words, so that no two communities promise quite the same."""
    words = renamed(text, root).split()
    kept = [word for at, word in enumerate(words) if at < 2 or chance.random() > 0.1] if len(words) > 6 else words
    own = "".join(chance.choices([a + b for a, b in product("бвгджзклмнпрстхчш", "аеиоу")], k=4))
    return " ".join([*kept, f"({own})"] if chance.random() < 0.3 else kept).rstrip(".,;")
