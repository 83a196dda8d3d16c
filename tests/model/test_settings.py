"""What settings say of themselves."""

from datetime import date

import pytest

from generator.model.settings import Settings


@pytest.mark.parametrize(
    ("address", "is_public"),
    [
        ("", False),
        ("http://localhost:8000/", False),
        ("http://127.0.0.1:8000/plans/", False),
        ("https://example.org/plans/", True),
    ],
)
def test_a_site_on_this_machine_leads_nobody_else_to_it(address: str, is_public: bool) -> None:
    assert Settings(date(2026, 11, 22), site_url=address).is_public is is_public
