"""The real site under a base path."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from theme.conftest import serve

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def site(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the home page."""
    web = tmp_path_factory.mktemp("web")
    (web / "plans").symlink_to(built_site)
    server, address = serve(web)
    yield f"{address}plans/"
    server.shutdown()
