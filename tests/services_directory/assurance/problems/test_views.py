"""The public form."""

import pytest

from services_directory.models import ProblemReport, Service
from tests.services_directory.assurance.build import MAILBOX, TODAY, entry, letters

pytestmark = pytest.mark.django_db
WRONG = {"reason": "contact", "words": "It is 01632 960 124 now."}


@pytest.fixture
def service() -> Service:
    return entry("Night care")


def path(service: Service, more: str = "") -> str:
    return f"/services/{service.pk}/problem/{more}"


def test_each_entry_links_to_its_form(client, service):
    assert f'href="{path(service)}"' in client.get(service.get_absolute_url()).content.decode()


def test_reading_an_entry_sets_no_cookie_and_the_form_alone_does(client, service):
    client.get(service.get_absolute_url())
    assert not client.cookies
    client.get(path(service))
    assert set(client.cookies) == {"csrftoken"}


def test_a_report_is_kept_and_the_page_says_what_happens_next(client, service):
    response = client.post(path(service), WRONG, follow=True)
    assert response.redirect_chain == [(path(service, "sent/"), 302)]
    page = response.content.decode()
    assert "Thank you for telling us" in page
    assert "Within 48 hours" in page
    report = ProblemReport.objects.get()
    assert (report.service, report.reason, report.words) == (
        service,
        "contact",
        "It is 01632 960 124 now.",
    )
    assert not report.from_the_service
    assert report.reply_to == ""


def test_the_owner_reads_the_words_and_never_who_wrote_them(client, service):
    client.post(path(service), {**WRONG, "reply_to": "ada@home.example"})
    (letter,) = letters()
    assert letter.to == [MAILBOX]
    assert "It is 01632 960 124 now." in letter.message
    assert "ada@home.example" not in letter.message + str(letter.headers)
    assert ProblemReport.objects.get().reply_to == "ada@home.example"


@pytest.mark.parametrize(
    ("data", "error"),
    [
        ({}, "Choose what is wrong"),
        ({"reason": "no-such"}, "Choose one of the answers on the list"),
        ({"reason": "other"}, "Say in a few words what is wrong"),
        ({**WRONG, "words": "x" * 2001}, "Use 2000 letters or fewer"),
        ({**WRONG, "reply_to": "not an address"}, "Enter an email address in the right form"),
        ({**WRONG, "words": "a\0b"}, "Null characters are not allowed"),
    ],
)
def test_what_cannot_be_kept_is_said_and_what_was_typed_stays(client, service, data, error):
    response = client.post(path(service), {**data, "from_the_service": "on"})
    page = response.content.decode()
    assert response.status_code == 400
    assert error in page
    assert "checked" in page
    assert not ProblemReport.objects.exists()


def test_what_fills_in_the_hidden_field_is_thanked_and_forgotten(client, service):
    response = client.post(path(service), {**WRONG, "website": "https://spam.example"})
    assert response.status_code == 302
    assert not ProblemReport.objects.exists()
    assert not letters()


def test_somebody_in_danger_is_shown_whom_to_ring_and_the_report_is_kept(client, service):
    response = client.post(path(service), {**WRONG, "words": "I want to kill myself"})
    page = response.content.decode()
    assert response.status_code == 200
    assert "116 123" in page
    assert "Thank you for telling us" in page
    assert ProblemReport.objects.count() == 1


def test_a_hidden_entry_can_still_be_reported(client, service):
    Service.objects.update(hidden_since=TODAY)
    assert client.get(path(service)).status_code == 200


@pytest.mark.parametrize("more", ["", "sent/"])
@pytest.mark.parametrize("state", [{"live": False}, {"status": "defunct"}])
def test_an_entry_that_was_taken_down_has_no_form(client, service, state, more):
    Service.objects.update(**state)
    assert client.get(path(service, more)).status_code == 404


def test_twenty_reports_an_hour_from_one_address_are_enough(client, service):
    answers = [client.post(path(service), WRONG).status_code for _ in range(21)]
    assert answers == [302] * 20 + [429]


def test_the_form_is_not_indexed_or_kept(client, service):
    response = client.get(path(service))
    assert "no-store" in response["Cache-Control"]
    assert '<meta name="robots" content="noindex">' in response.content.decode()
