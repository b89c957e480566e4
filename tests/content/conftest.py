import pytest
from django.core.cache import cache

from content.models import HomePage, StagePage
from tests.content.builders import make_home, make_stage


@pytest.fixture(autouse=True)
def _nothing_remembered() -> None:
    """Site addresses and fragments are cached; each test starts without."""
    cache.clear()


@pytest.fixture
def home(db: None) -> HomePage:
    return make_home()


@pytest.fixture
def stage(home: HomePage) -> StagePage:
    return make_stage(home)
