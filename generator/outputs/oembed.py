"""The snippet that puts a page of ours on another site, and oEmbed (oembed.com, 1.0) that offers it to machines."""

from dataclasses import dataclass
from html import escape

from generator.model.settings import Settings
from generator.outputs import addresses
from generator.outputs.json_file import json_bytes
from generator.outputs.site_files import Asset

WIDTH, HEIGHT = 640, 480
"""CSS pixels. The frame takes all the width it is given; 640 is what oEmbed asks to name."""
DAY = 86_400


@dataclass(frozen=True, slots=True)
class Embed:
    """A page to be shown on another site: its address and its title, which names the frame."""

    page_address: str
    title: str

    @property
    def address(self) -> str:
        """The permanent address of the page made for frames."""
        return f"{self.page_address}embed/"

    @property
    def oembed_address(self) -> str:
        """The permanent address of its oEmbed description."""
        return f"{self.page_address}oembed.json"


def snippet(embed: Embed, settings: Settings, *, with_script: bool = True, query: str = "") -> str | None:
    """Return the HTML a web editor pastes: the frame, a plain link below it, the optional script that sets its height.

    `query` is «theme=dark&accent=teal» or nothing. None while the site's own address is not known.
    """
    base = addresses.base(settings)
    if base is None:
        return None
    source = f"{base}{embed.address}{f'?{query}' if query else ''}"
    size = f'width="100%" height="{HEIGHT}" style="border:0;min-height:{HEIGHT}px"'
    lines = [
        f'<iframe src="{escape(source)}" title="{escape(embed.title)}" loading="lazy" {size}></iframe>',
        f'<p><a href="{escape(base + embed.page_address)}">{escape(embed.title, quote=False)}</a></p>',
    ]
    if with_script:
        lines.append(f'<script src="{escape(base)}embed.js" async></script>')
    return "\n".join(lines)


def oembed(embed: Embed, settings: Settings) -> Asset | None:
    """Write the oEmbed description of a page at `<page>oembed.json`; None while the site's address is not known."""
    html = snippet(embed, settings, with_script=False)
    if html is None:
        return None
    return Asset(
        embed.oembed_address,
        json_bytes(
            {
                "version": "1.0",
                "type": "rich",
                "title": embed.title,
                "provider_name": settings.site_name,
                "provider_url": addresses.base(settings),
                "cache_age": DAY,
                "html": html,
                "width": WIDTH,
                "height": HEIGHT,
            }
        ),
    )
