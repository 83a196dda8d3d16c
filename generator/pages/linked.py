"""JSON-LD of a page: the thing it is about, and the way to it from home."""

from generator.model.settings import Settings
from generator.outputs.linked_data import CONTEXT, Node, breadcrumbs, script_text


def jsonld(node: Node, address: str, title: str, settings: Settings, *trail: tuple[str, str]) -> str:
    """Return the text of the page's script element; `trail` is that of its breadcrumbs, without home and the page."""
    things = node["@graph"] if "@graph" in node else [_bare(node)]
    way = breadcrumbs((("Головна", ""), *trail, (title, address)), settings)
    return script_text({"@context": CONTEXT, "@graph": [*things, _bare(way)]})


def _bare(node: Node) -> Node:
    return {key: value for key, value in node.items() if key != "@context"}
