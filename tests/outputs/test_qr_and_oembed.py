import json
import re
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import pytest
import zxingcpp

from generator.outputs.addresses import full
from generator.outputs.assets import embeds
from generator.outputs.oembed import Embed, oembed, snippet
from generator.outputs.qr import qr_svg

PAGE = Embed("zelenivka/", 'Громада "А" & <Б>')


def scanned(svg: bytes) -> str:
    """What a scanner of another make reads from the drawing: its strokes are laid out as dots and decoded."""
    root = ET.fromstring(svg)  # noqa: S314 - our own output
    size = int(root.attrib["viewBox"].split()[2])
    dots = [bytearray(b"\xff" * size) for _ in range(size)]
    strokes = next(path.attrib["d"] for path in root if path.get("stroke"))
    x = y = 0.0
    for command, arguments in re.findall(r"([Mmh])([-\d. ]+)", strokes):
        numbers = [float(number) for number in re.findall(r"-?[\d.]+", arguments)]
        if command == "h":
            for step in range(int(numbers[0])):
                dots[int(y)][int(x) + step] = 0
            x += numbers[0]
        else:
            x, y = numbers if command == "M" else (x + numbers[0], y + numbers[1])
    scale = 4
    image = b"".join(bytes(dot for dot in row for _ in range(scale)) * scale for row in dots)
    return zxingcpp.read_barcode(memoryview(image).cast("B", (size * scale, size * scale))).text


class Tags(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.found = {}
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.found[tag] = dict(attrs)


@pytest.mark.parametrize("address", ["zelenivka/", "zelenivka/plan-2025/1-2/", "executors/caritas/"])
def test_scanner_reads_the_address(site, address):
    url = full(site.settings, address)
    assert url == f"https://example.org/plans/{address}"
    assert scanned(qr_svg(url)) == url


def test_code_is_the_same_each_time_and_scales():
    assert qr_svg("https://example.org/") == qr_svg("https://example.org/")
    root = ET.fromstring(qr_svg("https://example.org/"))  # noqa: S314 - our own output
    assert "width" not in root.attrib


def test_no_snippet_while_the_site_has_no_address(homeless):
    assert full(homeless.settings, "zelenivka/") is None
    assert snippet(PAGE, homeless.settings) is None
    assert oembed(PAGE, homeless.settings) is None
    assert not [address for address in homeless.assets if address.endswith("oembed.json")]


def test_snippet_is_usable_without_its_script(site):
    whole, bare = snippet(PAGE, site.settings), snippet(PAGE, site.settings, with_script=False)
    assert whole.startswith(bare)
    assert len(whole.splitlines()) == 3
    tags = Tags(whole).found
    assert tags["iframe"] == {
        "src": "https://example.org/plans/zelenivka/embed/",
        "title": 'Громада "А" & <Б>',
        "loading": "lazy",
        "width": "100%",
        "height": "480",
        "style": "border:0;min-height:480px",
    }
    assert tags["a"] == {"href": "https://example.org/plans/zelenivka/"}
    assert tags["script"]["src"] == "https://example.org/plans/embed.js"


def test_snippet_carries_the_choice_of_looks(site):
    tags = Tags(snippet(PAGE, site.settings, query="theme=dark&accent=teal")).found
    assert tags["iframe"]["src"].endswith("/embed/?theme=dark&accent=teal")


def test_oembed_of_every_page_that_can_be_embedded(any_site):
    pages = list(embeds(any_site))
    goals = sum(len(list(plan.all_goals())) for plan in any_site.catalogue.plans)
    expected = (
        len(any_site.catalogue.communities)
        + len(any_site.catalogue.plans)
        + goals
        + len(any_site.commitments.executors)
    )
    assert len(pages) == expected
    for page in pages:
        data = json.loads(any_site.assets[page.oembed_address])
        assert (data["version"], data["type"], data["title"]) == ("1.0", "rich", page.title)
        assert isinstance(data["width"], int)
        assert isinstance(data["height"], int)
        assert Tags(data["html"]).found["iframe"]["src"] == f"https://example.org/plans/{page.address}"
