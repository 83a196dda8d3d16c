"""A country of many communities out of the five plans: each under another name, with words of its own.

The first communities are the real ones. A copy has the records of a real community in another order; in every
text the root of its name is another («Ніжинська» -> «Вербогорська») and some words are missing; words invented for it
stand in some of its records: the five plans together hold 2.2 times as many stems as one of them, so a country of
1,469 has some thirty times as many.

Run as a module, it writes the search's index below a folder and prints what that cost, as one line of JSON.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import product
from pathlib import Path

from plan_records import plan_records, synonyms

from generator.search import Field, SearchRecord, index_pieces

ROOTS = {
    "chernihiv": r"Черніг(?=[іо]в)", "kakhovka": r"Ках(?=ов)", "melitopol": r"Мелітопол", "nizhyn": r"Ніжин",
    "nova-odesa": r"Нов(?:а|ої|ій|у|ою) Одес|Новоодес",
}  # fmt: skip
"""What of a community's name is replaced, in any of its forms."""
FIRST = {
    "Верб": "verb", "Дуб": "dub", "Лип": "lyp", "Берез": "berez", "Калин": "kalyn", "Кремен": "kremen", "Зорян": "zorian",
    "Камян": "kamian", "Тих": "tykh", "Жур": "zhur", "Ковил": "kovyl", "Солон": "solon", "Гайдам": "haidam", "Явор": "yavor",
    "Красн": "krasn", "Світл": "svitl", "Терн": "tern", "Козел": "kozel", "Марин": "maryn", "Остап": "ostap", "Богун": "bohun",
    "Тарас": "taras", "Лебед": "lebed", "Сокол": "sokol", "Орел": "orel", "Чумак": "chumak", "Гончар": "honchar",
    "Ольш": "olsh", "Ясен": "yasen", "Любар": "liubar", "Старгор": "starhor", "Синьк": "synk", "Ромн": "romn", "Ставк": "stavk",
    "Ярош": "yarosh", "Велес": "veles", "Буг": "buh", "Десн": "desn", "Інгул": "inhul", "Золот": "zolot",
}  # fmt: skip
SECOND = {
    "огор": "ohor", "омир": "omyr", "одар": "odar", "ополян": "opolian", "олуг": "oluh", "обор": "obor", "овид": "ovyd",
    "одол": "odol", "ослав": "oslav", "обрід": "obrid", "олюб": "oliub", "озер": "ozer", "ограй": "ohrai", "осад": "osad",
    "отур": "otur", "овал": "oval", "огуб": "ohub", "одуб": "odub", "окут": "okut", "ополк": "opolk", "осел": "osel",
    "охут": "okhut", "обуд": "obud", "омоз": "omoz", "опаш": "opash", "отоп": "otop", "огрив": "ohryv", "овіз": "oviz",
    "окрай": "okrai", "обрам": "obram", "онос": "onos", "осип": "osyp", "отин": "otyn", "ожар": "ozhar", "олан": "olan",
    "окіл": "okil", "опуст": "opust",
}  # fmt: skip
SYLLABLES = [*map("".join, product("бвгджзклмнпрстхчш", "аеиоу"))]
ENDINGS = ["ка", "р", "івка", "нт", "ськ", "ль", "ин", "овець"]
OWN_WORDS = 30
"""Words that only one community has."""
LEFT_OUT = 0.15
"""Share of the words that a copied text does without: lists of equal copies would be compressed too well."""
SHORT = 5
"""Words of a text that is left as it is."""
NAMES = [(f"{a}{b}", f"{FIRST[a]}{SECOND[b]}") for b, a in product(SECOND, FIRST)]
"""Names of made-up communities with their ids."""
MOST = len(ROOTS) + len(NAMES)


def country(communities: int) -> Iterator[SearchRecord]:
    """Return the records of so many communities, one community after another; at most `MOST`."""
    real: dict[str, list[SearchRecord]] = {}
    for record in plan_records():
        real.setdefault(record.community, []).append(record)
    names = iter(NAMES)
    for number in range(communities):
        original = list(real)[number % len(real)]
        yield from real[original] if number < len(real) else _copies(real[original], original, *next(names))


def _copies(records: Sequence[SearchRecord], original: str, name: str, community: str) -> Iterator[SearchRecord]:
    """Return a community's records under another name, in another order, a little shorter."""
    root, chance = re.compile(ROOTS[original]), random.Random(community)

    def renamed(text: str) -> str:
        return root.sub(name, text)

    @cache
    def shorter(text: str) -> str:
        words = renamed(text).split()
        return " ".join(word for word in words if len(words) < SHORT or chance.random() > LEFT_OUT)

    for number, record in enumerate(chance.sample(records, len(records))):
        own = "".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) + chance.choice(ENDINGS)
        texts = tuple((field, shorter(text)) for field, text in record.texts)
        yield replace(
            record,
            community=community,
            url=record.url.replace(original, community, 1),
            title=renamed(record.title),
            community_name=renamed(record.community_name),
            community_forms=tuple(map(renamed, record.community_forms)),
            texts=(*texts, (Field.EXECUTORS, own)) if number < OWN_WORDS else texts,
            context=renamed(record.context),
            snippet=renamed(record.snippet),
        )


def write_index(communities: int, site: Path) -> dict[str, float]:
    """Write the index piece by piece; give seconds of processor time, peak bytes of memory and the index's sizes."""
    sizes, packed, files = Counter[str](), Counter[str](), Counter[str]()
    plan_records()
    in_files = 0.0
    begun = time.process_time()
    for path, body in index_pieces(country(communities), synonyms()):
        paused = time.process_time()
        kind = path.split("/")[2].removesuffix(".js")
        sizes[kind] += len(body)
        packed[kind] += len(gzip.compress(body, 6))
        files[kind] += 1
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(body)
        in_files += time.process_time() - paused
    seconds = time.process_time() - begun - in_files
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return {"seconds": seconds, "peak": peak, "files": files.total(), "bytes": sizes.total(), "packed": packed.total()}


if __name__ == "__main__":
    reader = argparse.ArgumentParser()
    reader.add_argument("communities", type=int)
    reader.add_argument("site", type=Path)
    asked = reader.parse_args()
    print(json.dumps(write_index(asked.communities, asked.site)))
