"""The MkDocs plugin: hands over virtual pages and files. The only package that imports mkdocs."""

from generator.build.mkdocs.edges import SiteError, Sources, cache_of, tested_site
from generator.build.mkdocs.hooks import PlansPlugin, Progress
from generator.build.mkdocs.running import build, serve, sources

__all__ = ["PlansPlugin", "Progress", "SiteError", "Sources", "build", "cache_of", "serve", "sources", "tested_site"]
