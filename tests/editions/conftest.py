from datetime import UTC, datetime

import pytest

from editions.editions_of import editions, real_editions
from generator.build.typesetter import Typesetter
from generator.outputs.editions.blocks import Edition

MOMENT = datetime(2026, 11, 29, tzinfo=UTC)


@pytest.fixture(scope="session")
def typesetter() -> Typesetter:
    return Typesetter()


@pytest.fixture(scope="session")
def sample() -> Edition:
    return editions()["zelenivka/plan-2025"][1]


@pytest.fixture(scope="session")
def real() -> dict[str, Edition]:
    return {name: edition for name, (_, edition) in real_editions().items()}
