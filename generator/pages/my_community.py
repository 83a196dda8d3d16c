"""«Моя громада»: what pages have for the community that a reader chose to have remembered on the device."""

from markupsafe import Markup

from generator.model.community import Community
from generator.pages.environment import component
from generator.pages.site_context import SiteContext, link_from


def my_community(site: SiteContext, address: str, *, on_topic: bool = False) -> Markup | str:
    """Return the place for the remembered community; nothing on a site of one, where there is no choice."""
    if not site.can_remember:
        return ""
    return component("my-community", root=_root(address), without=not_remembered(site), on_topic=on_topic)


def remember(site: SiteContext, community: Community) -> Markup | str:
    """Return the button of a community's page; nothing where its terms are suspended, for its readers' safety."""
    if not site.can_remember or not _may_remember(site, community):
        return ""
    return component("remember", id=community.id, name=community.record.short_name, root=_root(community.address))


def not_remembered(site: SiteContext) -> list[str]:
    """Return the ids of communities that are not remembered, also where a reader once had them remembered."""
    return [community.id for community in site.catalogue.communities if not _may_remember(site, community)]


def _may_remember(site: SiteContext, community: Community) -> bool:
    return bool(community.plans) and community.suspension_on(site.settings.as_of) is None


def _root(address: str) -> Markup:
    return link_from(address)("")
