import pytest

from referrals.journey.drafts import find
from referrals.models import Draft
from tests.referrals.attachments.build import clamd


@pytest.fixture
def draft(begin) -> Draft:
    return find(begin())


@pytest.fixture
def scanner_there(settings):
    with clamd() as server:
        settings.CLAMAV_ADDRESS = server.address
        yield server
