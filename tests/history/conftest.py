import pytest

from generator.model.community import Catalogue
from outputs.sample import FILES, catalogue_of


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return catalogue_of(FILES)
