import json
from urllib.parse import urljoin

PLAN = "zelenivka/plan-2025/plan.json"
KEYS = (
    "id",
    "number",
    "text",
    "goal",
    "parent",
    "url",
    "term",
    "executors",
    "indicators",
    "funding",
    "status",
    "progress",
)


def read(site, address=PLAN):
    return json.loads(site.assets[address])


def measure(site, measure_id):
    return next(item for item in read(site)["measures"] if item["id"] == measure_id)


def test_measures_are_flat_in_document_order_steps_included(site):
    assert [item["number"] for item in read(site)["measures"]] == [
        "1.1.1", "1.1.2", "1.1.3", "1.1.4", "1.2.1", "1.2.1.1", "1.2.1.2", "1.2.2",
    ]  # fmt: skip
    assert measure(site, "1-2-1-1")["parent"] == "1-2-1"
    assert measure(site, "1-2-1")["parent"] is None


def test_goals_are_nested(site):
    (top,) = read(site)["goals"]
    assert [(goal["id"], goal["kind"], goal["number"]) for goal in top["goals"]] == [
        ("1-1", "Операційна ціль", "1.1"),
        ("1-2", "Операційна ціль", "1.2"),
    ]


def test_every_measure_has_every_promised_key(any_site):
    for plan in any_site.catalogue.plans:
        for item in read(any_site, f"{plan.address}plan.json")["measures"]:
            assert tuple(item)[: len(KEYS)] == KEYS
            if item["term"]:
                assert list(item["term"]) == [
                    "text",
                    "kind",
                    "start",
                    "end",
                    "recurrence",
                    "window_start",
                    "window_end",
                ]
            for executor in item["executors"]:
                assert list(executor) == ["id", "name", "as_written", "url", "role", "role_words", "by_consent", "does"]
            if item["funding"]:
                assert list(item["funding"]) == ["sources", "unit", "total", "by_year", "text", "lines"]


def test_addresses_are_relative_to_the_file(site):
    page = urljoin(f"https://x.org/base/{PLAN}", measure(site, "1-2-1-1")["url"])
    assert page == "https://x.org/base/zelenivka/plan-2025/1-2/#m-1-2-1-1"
    own, shared = (urljoin(f"https://x.org/{PLAN}", one["url"]) for one in measure(site, "1-1-1")["executors"])
    assert own == "https://x.org/zelenivka/executors/uszn/"
    assert shared == "https://x.org/executors/caritas/"
    assert urljoin(f"https://x.org/{PLAN}", read(site)["act"]["url"]) == "https://x.org/zelenivka/plan-2025/text/act/"


def test_sums_stay_as_printed(site):
    assert measure(site, "1-2-1")["funding"] == {
        "sources": ["бюджет"],
        "unit": "тис. грн.",
        "total": "1 250,0",
        "by_year": {"2025": "1 250,0", "2026": "-"},
        "text": None,
        "lines": [
            {
                "source": "бюджет",
                "kind": None,
                "year": year,
                "years": [],
                "sum": printed,
                "words": None,
                "unit": "тис. грн.",
            }
            for year, printed in ((None, "1 250,0"), (2025, "1 250,0"), (2026, "-"))
        ],
    }
    assert measure(site, "1-2-1-1")["funding"]["text"] == "Не потребує"
    assert measure(site, "1-1-1")["funding"] is None


def test_status_comes_from_reports_only(site):
    assert measure(site, "1-1-1")["status"] == "done"
    assert [entry["date"] for entry in measure(site, "1-1-1")["progress"]] == ["2025-06-01", "2025-07-30"]
    assert measure(site, "1-2-1")["status"] is None
    assert measure(site, "1-1-2")["state"]["code"] == "ongoing"


def test_same_input_gives_same_bytes(site, catalogue):
    again = type(site)(site.settings, catalogue)
    assert dict(site.assets) == dict(again.assets)


def test_index_lists_every_plan_and_its_files_exist(any_site):
    index = json.loads(any_site.assets["data/index.json"])
    assert [plan["id"] for plan in index["plans"]] == [plan.id for plan in any_site.catalogue.plans]
    for plan in index["plans"]:
        for kind in ("json", "csv", "xlsx"):
            assert urljoin("/data/index.json", plan[kind]).lstrip("/") in any_site.assets
    assert urljoin("/data/index.json", index["table_schema"]).lstrip("/") in any_site.assets


def test_index_counts_measures(any_site):
    counts = {plan.id: len(list(plan.all_measures())) for plan in any_site.catalogue.plans}
    assert {plan["id"]: plan["measures"] for plan in json.loads(any_site.assets["data/index.json"])["plans"]} == counts
