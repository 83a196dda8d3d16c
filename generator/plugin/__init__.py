"""The MkDocs plugin: hands over virtual pages and files. The only package that imports mkdocs."""

from generator.plugin.edges import SiteError, cache_of, tested_site
from generator.plugin.hooks import PlansPlugin, Progress
from generator.plugin.running import build, serve

__all__ = ["PlansPlugin", "Progress", "SiteError", "build", "cache_of", "serve", "tested_site"]
