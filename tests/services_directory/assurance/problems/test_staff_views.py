from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from services_directory.assurance.problems.services import report, settle
from services_directory.models import ProblemReport
from tests.services_directory.assurance.build import entry

pytestmark = pytest.mark.django_db
LIST = "/staff/directory/problems/"


@pytest.fixture
def keeper(client, directory_editor):
    client.force_login(directory_editor)
    return client


def test_the_list_has_late_ones_first_and_counts_each_view(keeper, clock, directory_editor):
    report(entry("Late one"), reason="times")
    clock.shift(timedelta(hours=49))
    report(entry("New one"), reason="closed", reply_to="ada@home.example")
    settle(report(entry("Done"), reason="who"), directory_editor, "right", "It is right.")
    keeper.force_login(directory_editor)  # two days later
    page = keeper.get(LIST).content.decode()
    assert page.index("Late one") < page.index("New one")
    for words in ("To settle (2)", "Late (1)", "Settled (1)", "1 h late", "Wants an answer"):
        assert words in page
    assert "ada@home.example" not in page
    assert "Done" in keeper.get(f"{LIST}?view=settled").content.decode()


def test_the_list_asks_the_database_the_same_number_of_times_however_long(keeper):
    def asked() -> int:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            keeper.get(LIST)
        return len(queries)

    report(entry("One"), reason="times")
    asked()
    few = asked()
    for name in "abcde":
        report(entry(name), reason="times")
    assert asked() == few


def test_a_report_is_settled_with_an_answer(keeper, directory_editor):
    made = report(entry("Night care"), reason="times", words="Closed at four")
    page = keeper.get(f"{LIST}{made.pk}/").content.decode()
    assert "Closed at four" in page
    response = keeper.post(
        f"{LIST}{made.pk}/", {"outcome": "corrected", "answer": "Put right."}, follow=True
    )
    assert "The entry was put right." in response.content.decode()
    assert "The report about Night care is settled" in response.content.decode()
    assert ProblemReport.objects.get().settled_by == directory_editor


@pytest.mark.parametrize(
    ("data", "error"),
    [
        ({"answer": "Yes"}, "Choose what you did"),
        ({"outcome": "right"}, "Write an answer, even a short one"),
        ({"outcome": "right", "answer": "   "}, "Write an answer, even a short one"),
    ],
)
def test_settling_needs_outcome_and_answer(keeper, data, error):
    made = report(entry(), reason="times")
    response = keeper.post(f"{LIST}{made.pk}/", data)
    assert response.status_code == 400
    assert error in response.content.decode()
    assert ProblemReport.objects.get().settled_at is None


def test_who_comes_second_is_told_and_overwrites_nothing(keeper, administrator):
    made = report(entry(), reason="times")
    settle(made, administrator, "right", "First.")
    data = {"outcome": "removed", "answer": "Second."}
    page = keeper.post(f"{LIST}{made.pk}/", data, follow=True).content.decode()
    assert "Somebody else settled this report first" in page
    assert "First." in page
    assert ProblemReport.objects.get().answer == "First."


@pytest.mark.parametrize(
    "address", [f"{LIST}?view=no-such", LIST + "0" * 8 + "-0000" * 3 + "-" + "0" * 12 + "/"]
)
def test_what_is_not_there_is_404(keeper, address):
    assert keeper.get(address).status_code == 404
