"""The MkDocs plugin: hands over virtual pages and files. The only package that imports mkdocs."""

from generator.build.mkdocs.hooks import PlansPlugin
from generator.build.mkdocs.running import build, serve, sources

__all__ = ["PlansPlugin", "build", "serve", "sources"]
