"""After warming the finder has nothing left to count."""

import pytest

from services_directory import warm
from services_directory.board import board, current
from tests.services_directory import build

pytestmark = pytest.mark.django_db


def test_what_the_first_page_counts_is_counted_already(monkeypatch):
    build.service("Evening group")
    kept = board.Board(0)  # outside tests the board outlives a request
    monkeypatch.setattr("services_directory.finder.results.current", lambda: kept)
    warm.warm()
    assert len(kept.order) == 1
    assert kept.members_by_name


def test_an_empty_directory_is_no_fault():
    warm.warm()
    assert current().order == []
