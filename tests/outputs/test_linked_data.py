import json

from pyld import jsonld

from generator.outputs.linked_data import (
    breadcrumbs,
    community_node,
    executor_node,
    goal_node,
    plan_node,
    script_text,
)

SCHEMA = "https://schema.org/"
CONTEXT = {"@vocab": SCHEMA, **{name: {"@type": "@id"} for name in ("url", "item", "contentUrl", "license", "sameAs")}}


def triples(node, page="https://example.org/plans/zelenivka/"):
    """Subject, predicate and object of every statement, as an independent processor reads them."""
    options = {
        "base": page,
        "documentLoader": lambda url, _: {"contextUrl": None, "documentUrl": url, "document": {"@context": CONTEXT}},
    }
    dataset = jsonld.to_rdf(json.loads(script_text(node)), options)
    return [
        (t["subject"]["value"], t["predicate"]["value"].removeprefix(SCHEMA), t["object"]["value"])
        for t in dataset["@default"]
    ]


def values(found, predicate):
    return [value for _, name, value in found if name == predicate]


def of_type(found, name):
    return [subject for subject, predicate, value in found if predicate.endswith("#type") and value == SCHEMA + name]


def test_community_is_an_organisation(site):
    found = triples(community_node(site.catalogue.communities[0], site.settings))
    assert len(of_type(found, "GovernmentOrganization")) == 1
    assert "Зеленівська міська громада" in values(found, "name")
    assert values(found, "value") == ["UA32000000000012345"]
    assert values(found, "email") == ["rada@zelenivka.example"]


def test_plan_is_a_document_and_a_data_set_with_a_download_for_each_format(any_site):
    for community in any_site.catalogue.communities:
        for plan in community.plans:
            found = triples(plan_node(community, plan, any_site.settings))
            assert len(of_type(found, "CreativeWork")) == 1
            assert len(of_type(found, "Dataset")) == 1
            downloads = [url.removeprefix("https://example.org/plans/") for url in values(found, "contentUrl")]
            assert len(downloads) == 3
            assert set(downloads) <= any_site.assets.keys()
            assert len(of_type(found, "Legislation")) == (plan.record.act is not None)
            (description,) = values(found, "description")
            assert 50 <= len(description) <= 5000


def test_goal_is_part_of_what_stands_above_it(site):
    plan = site.catalogue.plans[0]
    top, inner = list(plan.all_goals())[:2]
    assert values(triples(goal_node(plan, inner, site.settings)), "position") == ["1.1"]
    assert "https://example.org/plans/zelenivka/plan-2025/1/" in values(
        triples(goal_node(plan, inner, site.settings)), "url"
    )
    assert "https://example.org/plans/zelenivka/plan-2025/" in values(
        triples(goal_node(plan, top, site.settings)), "url"
    )


def test_executor_knows_its_parent_and_other_names(site):
    community = site.catalogue.communities[0]
    uszn, tsentr, _ = community.executors
    assert values(triples(executor_node(uszn, community, site.settings)), "alternateName") == ["УСЗН"]
    assert len(values(triples(executor_node(tsentr, community, site.settings)), "parentOrganization")) == 1
    shared = triples(executor_node(site.catalogue.shared_executors[0], None, site.settings))
    assert values(shared, "url") == ["https://example.org/plans/executors/caritas/"]


def test_breadcrumbs_keep_their_order(site):
    trail = [("Головна", ""), ("Зеленівка", "zelenivka/"), ("План", "zelenivka/plan-2025/")]
    node = breadcrumbs(trail, site.settings)
    assert [(item["position"], item["name"], item["item"]) for item in node["itemListElement"]] == [
        (1, "Головна", "https://example.org/plans/"),
        (2, "Зеленівка", "https://example.org/plans/zelenivka/"),
        (3, "План", "https://example.org/plans/zelenivka/plan-2025/"),
    ]
    assert len(of_type(triples(node), "ListItem")) == 3


def test_addresses_resolve_from_the_page_while_the_site_has_none(homeless):
    found = triples(
        community_node(homeless.catalogue.communities[0], homeless.settings), "https://x.org/base/zelenivka/"
    )
    assert values(found, "url") == ["https://x.org/base/zelenivka/"]


def test_nothing_in_a_node_ends_its_script_element(site):
    text = script_text(goal_node(site.catalogue.plans[0], site.catalogue.plans[0].goals[0], site.settings))
    assert "<" not in text
    assert json.loads(text)["name"].endswith("Більше послуг <для всіх> & кожного")
