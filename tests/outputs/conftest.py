import pytest

from generator.model.community import Catalogue
from generator.model.settings import Settings
from outputs.sample import AS_OF, FILES, SITE_URL, Site, catalogue_of, real_site


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return catalogue_of(FILES)


@pytest.fixture(scope="session")
def site(catalogue: Catalogue) -> Site:
    return Site(Settings(AS_OF, site_url=SITE_URL), catalogue)


@pytest.fixture(scope="session")
def homeless(catalogue: Catalogue) -> Site:
    """A site whose own address is not known."""
    return Site(Settings(AS_OF), catalogue)


@pytest.fixture(scope="session", params=["small", "real"])
def any_site(request: pytest.FixtureRequest, site: Site) -> Site:
    return site if request.param == "small" else real_site()
