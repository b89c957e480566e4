import csv
from datetime import timedelta

import pytest
from django.utils import timezone

from services_directory.assurance.figures import COLUMNS, Figures, figures
from services_directory.assurance.problems.services import report, settle
from tests.services_directory.assurance.build import AMBER, GREEN, OLD, TODAY, entry, owner

pytestmark = pytest.mark.django_db
PAGE = "/staff/directory/figures/"


def of(name: str) -> Figures:
    return next(each for each in figures(timezone.now()) if each.name == name)


def test_each_organisation_has_its_share_and_the_median_age():
    for number, assured in enumerate([GREEN, TODAY, AMBER, None]):
        entry(f"Entry {number}", assured)
    entry("Hidden", OLD, hidden_since=TODAY)
    found = of("St Wyvern's Hospice")
    assert (found.entries, found.fresh, found.share) == (5, 2, 40)
    assert (found.never, found.hidden) == (1, 1)
    assert found.median_days == 84  # of 0, 23, 146 and 419 days: halfway between the middle two


def test_an_organisation_that_never_checked_has_no_median():
    entry(assured=None)
    found = of("St Wyvern's Hospice")
    assert (found.share, found.median_days) == (0, None)


def test_problems_are_counted_by_how_they_went(clock, directory_editor):
    first, second = (report(entry(name), reason="times") for name in ("A", "B"))
    report(entry("C"), reason="times")
    settle(first, directory_editor, "right", "It is right.")
    clock.shift(timedelta(hours=49))
    settle(second, directory_editor, "right", "It is right.")
    report(entry("D"), reason="times")
    found = of("St Wyvern's Hospice")
    assert (found.problems_open, found.problems_late) == (2, 1)
    assert (found.problems_settled, found.settled_in_time) == (2, 1)


def test_an_organisation_without_entries_is_left_out_and_the_rest_stand_by_name():
    owner("Nobody")
    entry(organization=owner("Beta"))
    entry(organization=owner("Alpha"))
    assert [each.name for each in figures(timezone.now())] == ["Alpha", "Beta"]


def test_the_figures_take_three_queries_however_many(django_assert_num_queries):
    for name in "abcdef":
        report(entry(name, organization=owner(name)), reason="times")
    with django_assert_num_queries(3):
        figures(timezone.now())


class TestPage:
    @pytest.fixture(autouse=True)
    def keeper(self, client, directory_editor):
        client.force_login(directory_editor)

    def test_it_shows_the_figures_in_words(self, client):
        entry(assured=GREEN)
        page = client.get(PAGE).content.decode()
        assert "1 (100&nbsp;%)" in page
        assert "23 days" in page

    def test_the_file_has_a_row_for_each_organisation(self, client):
        entry(assured=GREEN)
        response = client.get(f"{PAGE}?format=csv")
        rows = list(csv.reader(response.content.decode().splitlines()))
        assert tuple(rows[0]) == COLUMNS
        assert rows[1][:5] == ["St Wyvern's Hospice", "1", "1", "100", "23"]
        assert response["Content-Disposition"].endswith('directory-figures-2026-11-24.csv"')

    @pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t"])
    def test_no_name_is_a_formula(self, client, start):
        entry(organization=owner(f"{start}HYPERLINK(1)"))
        rows = list(csv.reader(client.get(f"{PAGE}?format=csv").content.decode().splitlines()))
        assert rows[1][0] == f"'{start}HYPERLINK(1)"
