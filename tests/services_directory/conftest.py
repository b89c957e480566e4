from collections.abc import Iterator

import pytest
import time_machine
from django.core.cache import cache

from search import documents
from tests.services_directory.build import TUESDAY_NOON


@pytest.fixture(autouse=True)
def _clean_cache() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


@pytest.fixture(autouse=True)
def _no_index(monkeypatch: pytest.MonkeyPatch) -> None:
    """Match words in the database, unless a test brings its own ranking."""
    monkeypatch.setattr(documents, "find_ids", lambda text, kind: None)


@pytest.fixture
def tuesday_noon() -> Iterator[None]:
    """It is noon on Tuesday 24 November 2026."""
    with time_machine.travel(TUESDAY_NOON, tick=False):
        yield
