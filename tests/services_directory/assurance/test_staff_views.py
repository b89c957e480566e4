import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from services_directory.assurance.services import answer_unchanged
from services_directory.models import LinkCheck, Service
from tests.services_directory.assurance.build import (
    AMBER,
    GREEN,
    MAILBOX,
    OLD,
    RED,
    TODAY,
    entry,
    letters,
    owner,
    question,
)

pytestmark = pytest.mark.django_db
LIST = "/staff/directory/to-check/"
CHECK = {"what": ["Phone", "Opening times"], "role": "Directory editor"}


@pytest.fixture
def keeper(client, directory_editor):
    client.force_login(directory_editor)
    return client


def path(service: Service, more: str = "") -> str:
    return f"{LIST}{service.pk}/{more}"


def test_the_list_says_how_old_each_is_and_what_happens_next(keeper):
    entry("Night care", OLD, hidden_since=TODAY)
    entry("Choir", AMBER)
    page = keeper.get(LIST).content.decode()
    for words in (
        "Night care", "Hidden since 24 November 2026", "Not checked since 1 October 2025",
        "Checked 1 July 2026, due again", "Everything (2)", "Due (1)", "Hidden (1)",
    ):  # fmt: skip
        assert words in page


def test_a_view_narrows_the_list(keeper):
    entry("Night care", RED), entry("Choir", AMBER)
    page = keeper.get(f"{LIST}?view=amber").content.decode()
    assert "Choir" in page
    assert "Night care" not in page


def test_an_unknown_view_is_404(keeper):
    assert keeper.get(f"{LIST}?view=no-such").status_code == 404


def test_an_empty_list_says_so(keeper):
    assert "There is nothing here." in keeper.get(LIST).content.decode()


def test_the_list_asks_the_database_the_same_number_of_times_however_long(keeper):
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert keeper.get(LIST).status_code == 200
        return len(queries)

    question(entry("One", RED))
    asked()
    few = asked()
    for name in "abcdefgh":
        question(entry(name, RED, organization=owner(name)))
    assert asked() == few


def test_staff_write_down_what_they_checked(keeper, directory_editor):
    service = entry("Night care", OLD, hidden_since=TODAY)
    response = keeper.post(path(service), CHECK, follow=True)
    assert "Night care shows today’s check" in response.content.decode()
    service.refresh_from_db()
    assert service.assured_date == TODAY
    assert service.assurer_role == "Directory editor"
    assert service.checked == "Phone, opening times"
    assert service.is_public


@pytest.mark.parametrize(
    ("data", "error"),
    [
        ({"role": "Directory editor"}, "Choose what you checked"),
        ({"what": ["Phone"], "role": " "}, "Enter a role, like Directory editor"),
        ({"what": ["No such"], "role": "Directory editor"}, "Choose one of the answers"),
        ({"what": ["Phone"], "role": "x" * 121}, "at most 120"),
    ],
)
def test_a_check_that_says_nothing_is_not_kept(keeper, data, error):
    service = entry(assured=OLD)
    response = keeper.post(path(service), data)
    assert response.status_code == 400
    assert error in response.content.decode()
    service.refresh_from_db()
    assert service.assured_date == OLD


def test_the_page_of_an_entry_tells_its_story(keeper):
    service = entry("Night care", RED, url="https://hospice.example/night")
    LinkCheck.objects.create(
        url=service.url, failures=2, status=404, failing_since="2026-11-20T09:00Z"
    )
    answered, waiting = question(service), question(service)
    answer_unchanged(answered)
    open_one = question(service)
    page = keeper.get(path(service)).content.decode()
    assert "does not work since 20 November 2026: it answers 404" in page
    assert f"Asked on 24 November 2026 at {MAILBOX}: waiting" in page
    assert "“Nothing has changed” on 24 November 2026" in page
    assert "checked otherwise on 24 November 2026" in page
    assert waiting != open_one


def test_staff_ask_again(keeper):
    service = entry(assured=GREEN)
    response = keeper.post(path(service, "ask/"), follow=True)
    assert f"A letter goes to {MAILBOX}" in response.content.decode()
    assert len(letters()) == 1


def test_without_a_mailbox_staff_are_told_where_to_add_one(keeper):
    service = entry(organization=owner(assurer_email=""))
    response = keeper.post(path(service, "ask/"), follow=True)
    assert "There is no mailbox to ask" in response.content.decode()
    assert not letters()


def test_staff_hide_an_entry_and_show_it_again(keeper):
    service = entry()
    page = keeper.post(path(service, "hide/"), follow=True).content.decode()
    assert "Show again" in page
    service.refresh_from_db()
    assert not service.is_public
    page = keeper.post(path(service, "show/"), follow=True).content.decode()
    assert "Hide now" in page
    service.refresh_from_db()
    assert service.is_public


@pytest.mark.parametrize("deed", ["ask/", "hide/", "show/"])
def test_a_deed_needs_a_press_of_its_button(keeper, deed):
    service = entry()
    assert keeper.get(path(service, deed)).status_code == 405


@pytest.mark.parametrize("name", ["editor", "reviewer", "triage", "stranger"])
@pytest.mark.parametrize("deed", ["", "ask/", "hide/", "show/"])
def test_no_deed_is_open_to_another_role(client, request, name, deed):
    client.force_login(request.getfixturevalue(name))
    service = entry(assured=OLD)
    assert client.post(path(service, deed), CHECK).status_code == 403
    service.refresh_from_db()
    assert (service.assured_date, service.hidden_since) == (OLD, None)
    assert not letters()


@pytest.mark.parametrize("deed", ["", "ask/", "hide/", "show/"])
def test_an_entry_that_was_taken_down_is_not_on_the_list(keeper, deed):
    service = entry()
    Service.objects.update(live=False)
    assert keeper.post(path(service, deed), CHECK).status_code == 404
