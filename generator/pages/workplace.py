"""The page «Робоче місце»: keep a plan without seeing YAML. Its program comes only when «Почати» is pressed."""

from typing import Final

from generator.outputs.site_files import Page
from generator.pages.environment import component
from generator.pages.site_context import SiteContext, crumbs

WORKPLACE: Final = "workplace/"
"""The address of the page, of its scripts and its engine: what its service worker reaches, and no more."""
_MEGABYTE: Final = 1_000_000
_GITHUB: Final = "https://github.com/"
_GITHUB_API: Final = "https://api.github.com"


def workplace_page(site: SiteContext) -> Page:
    """Make the page `/workplace/`."""
    settings = site.settings
    held = settings.edit_path and settings.repo_url.startswith(_GITHUB)  # the plans stand in that repository
    repository = settings.repo_url.removeprefix(_GITHUB).rstrip("/") if held else ""
    return site.page(
        WORKPLACE,
        "Робоче місце",
        "workplace",
        {
            "description": "Для працівників громад: скласти план і звітувати, не бачачи YAML",
            "robots": "noindex",
            "crumbs": crumbs(WORKPLACE),
            "policy": workplace_policy(settings.security_policy),
            **({"scripts": ["../workplace/start.js"]} if settings.engine else {}),
        },
        desk=component(
            "workplace",
            engine=settings.engine.mark,
            megabytes=round(settings.engine.size / _MEGABYTE),
            repository=repository,
            plans=settings.plans_root if held else "",
        ),
    )


def workplace_policy(policy: str) -> str:
    """Return the policy of every page with what this one needs: compile WebAssembly, and send a change to GitHub."""
    return policy.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'").replace(
        "connect-src 'self'", f"connect-src 'self' {_GITHUB_API}"
    )
