"""What the plugin takes from mkdocs.yml."""

import os
from collections.abc import Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path

from mkdocs.config import base
from mkdocs.config import config_options as option
from mkdocs.config.defaults import MkDocsConfig

from generator.build.clock import as_of_date, read_day
from generator.build.package_data import package_data
from generator.build.site_address import site_address
from generator.build.site_owner import PLUGIN, is_filled, unknown_owner
from generator.build.sources import Sources
from generator.build.workplace import engine_of
from generator.model.outputs import Output, unknown_output
from generator.model.owner import Owner, OwnerKind
from generator.model.settings import SECURITY_POLICY, Settings
from generator.source.usage_error import UsageError

POLICY_NAME = "content_security_policy"
"""Under `extra` of mkdocs.yml; a site may give a policy of its own."""


class PlansConfig(base.Config):  # type: ignore[no-untyped-call]
    """Settings of the plugin in mkdocs.yml."""

    plans_dir = option.Type(str, default="plans")
    as_of = option.Optional(option.Type[str | date]((str, date)))
    drafts = option.Type(bool, default=False)
    outputs = option.Optional(option.Type(list))
    edit_path = option.Type(str, default="blob/main")
    owner = option.Optional(option.Type(str))
    owner_name = option.Optional(option.Type(str))
    owner_since = option.Optional(option.Type[str | date]((str, date)))


def sources_of(config: MkDocsConfig, plugin: PlansConfig) -> Sources:
    """Find what a site is made from; UsageError as in `settings_of`."""
    return Sources(
        settings_of(config, plugin),
        Path(config.config_file_path),
        plans_folder(config, plugin),
        Path(config.docs_dir),
        (*map(Path, config.theme.dirs), package_data("theme")),
    )


def settings_of(config: MkDocsConfig, plugin: PlansConfig) -> Settings:
    """Read the core's settings from mkdocs.yml and the environment; UsageError for a day or an output that is none."""
    root = _beside(config, plans_folder(config, plugin))
    return Settings(
        as_of=as_of_date(read_day(plugin.as_of, "as_of") if plugin.as_of else None, os.environ),
        site_name=config.site_name,
        site_url=site_address(config.site_url or "", "site_url"),
        repo_url=config.repo_url or "",
        edit_path="" if root.is_absolute() else plugin.edit_path,
        plans_root=f"{root.as_posix()}/",
        program=version(PLUGIN),
        owner=_owner(plugin),
        outputs=None if plugin.outputs is None else outputs_named(plugin.outputs),
        engine=engine_of(Path(config.config_file_path).parent),
        security_policy=config.extra.get(POLICY_NAME, SECURITY_POLICY),
    )


def _owner(plugin: PlansConfig) -> Owner:
    """Return whose site it is; what still holds the words of the scaffold counts as not filled. UsageError as below."""
    kind = plugin.owner if is_filled(plugin.owner) else None
    name = plugin.owner_name if is_filled(plugin.owner_name) else None
    since = plugin.owner_since if is_filled(plugin.owner_since) else None
    if kind and (wrong := unknown_owner(kind)):
        raise UsageError(wrong)
    return Owner(OwnerKind(kind) if kind else None, name or "", read_day(since, "owner_since") if since else None)


def outputs_named(names: Sequence[object]) -> frozenset[Output]:
    """Return the kinds that a list names; UsageError with every name that is none."""
    wrong = [f"outputs: {message}" for name in names if (message := unknown_output(name))]
    if wrong:
        raise UsageError("\n".join(wrong))
    return frozenset(Output(str(name)) for name in names)


def plans_folder(config: MkDocsConfig, plugin: PlansConfig) -> Path:
    """Return the folder of plans."""
    return Path(config.config_file_path).parent / plugin.plans_dir


def _beside(config: MkDocsConfig, folder: Path) -> Path:
    """Return a folder relative to that of mkdocs.yml, as the repository knows it; whole when it stands elsewhere."""
    found = Path(os.path.relpath(folder, Path(config.config_file_path).parent))
    return folder.absolute() if found.parts[:1] == ("..",) else found
