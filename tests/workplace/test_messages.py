"""The page's own worker says of every case of bad input what the command says, word for word, all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from staff.workplace.asking import given
from staff.workplace.test_messages import CASES, SOUND

if TYPE_CHECKING:
    from playwright.sync_api import Page

ASK = """async (cases) => {
  const { Engine } = await import("./engine.js");
  const engine = new Engine(document.getElementById("workplace").dataset.engine);
  await engine.start();
  const told = [];
  for (const files of cases) {
    await engine.ask({ do: "open", files, today: "2026-01-01" });
    told.push((await engine.ask({ do: "check", all: true })).problems.map((one) => one.whole + "\\n").join(""));
  }
  engine.worker.terminate();
  return told;
}"""


def test_every_bad_input_is_told_word_for_word_by_the_worker(bench: Page) -> None:
    cases = sorted(path for path in CASES.iterdir() if path.is_dir())
    bench.set_default_timeout(600_000)
    told = bench.evaluate(ASK, [{**SOUND, **given(case / "plans")} for case in cases])
    said = dict(zip((case.name for case in cases), told, strict=True))
    assert said == {case.name: (case / "expected.txt").read_text(encoding="utf-8") for case in cases}
