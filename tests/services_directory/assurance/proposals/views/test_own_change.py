"""The form, its check page and the sending."""

from urllib.parse import urlencode

import pytest

from services_directory.assurance.proposals.deciding import give_back
from services_directory.models import ChangeProposal, Service
from tests.services_directory import build
from tests.services_directory.assurance.proposals.build import proposed
from tests.services_directory.assurance.proposals.filled import data_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def signed_in(client, member):
    client.force_login(member)
    return client


@pytest.fixture
def url(service) -> str:
    return f"/staff/my-services/{service.pk}/change/"


def post(client, url: str, data: dict, action: str = "check") -> str:
    return client.post(url, {**data, "action": action}).content.decode()


def test_a_change_is_checked_then_sent(signed_in, service, url):
    typed = data_of(signed_in.get(url).content, name="New name", note="From May")
    page = post(signed_in, url, typed)
    assert "Check before you send" in page
    assert "<ins>" in page
    assert "New name" in page
    assert not ChangeProposal.objects.exists()
    response = signed_in.post(url, {**data_of(page), "action": "send"})
    assert response.url == "/staff/my-services/"
    proposal = ChangeProposal.objects.get()
    assert (proposal.after, proposal.note) == ({"name": "New name"}, "From May")


def test_going_back_keeps_everything(signed_in, url):
    typed = data_of(signed_in.get(url).content, name="New name", note="<b>note</b>")
    page = post(signed_in, url, data_of(post(signed_in, url, typed)), "edit")
    assert "What should change?" in page
    again = data_of(page)
    assert (again["name"], again["note"]) == (["New name"], ["<b>note</b>"])
    assert again["phones-0-number"] == ["01632 960 001"]


@pytest.mark.parametrize("kind", ["phones", "schedules", "languages", "service_areas"])
def test_a_row_is_added_without_losing_what_is_typed(signed_in, url, kind):
    typed = data_of(signed_in.get(url).content, name="")
    before = int(typed[f"{kind}-TOTAL_FORMS"][0])
    page = post(signed_in, url, typed, f"add-{kind}")
    again = data_of(page)
    assert int(again[f"{kind}-TOTAL_FORMS"][0]) == before + 1
    assert again["name"] == [""]
    assert "There is a problem" not in page


def test_errors_are_summed_up_and_nothing_is_lost(signed_in, url):
    typed = data_of(signed_in.get(url).content, name="", **{"schedules-0-opens_at": "early"})
    page = post(signed_in, url, typed)
    assert "<title>Error: " in page
    assert 'href="#id_name"' in page
    assert 'href="#id_schedules-0-opens_at"' in page
    assert data_of(page)["schedules-0-opens_at"] == ["early"]


def test_a_form_without_a_change_says_so(signed_in, url):
    page = post(signed_in, url, data_of(signed_in.get(url).content))
    assert "You have not changed anything" in page


def test_what_was_returned_is_still_in_the_form(signed_in, service, member, directory_editor, url):
    give_back(proposed(service, member, name="First try"), "Shorter.", directory_editor)
    page = signed_in.get(url).content
    assert data_of(page)["name"] == ["First try"]
    post(signed_in, url, data_of(post(signed_in, url, data_of(page))), "send")
    assert ChangeProposal.objects.filter(decided_at=None).count() == 1
    assert ChangeProposal.objects.count() == 2


def test_what_waits_is_gone_on_with(signed_in, service, member, url):
    first = proposed(service, member, name="First try")
    page = signed_in.get(url).content
    assert "waits for the directory staff" in page.decode()
    typed = data_of(page, summary="Better summary")
    post(signed_in, url, data_of(post(signed_in, url, typed)), "send")
    proposal = ChangeProposal.objects.get()
    assert proposal.pk == first.pk
    assert proposal.after == {"name": "First try", "summary": "Better summary"}


def test_a_change_made_meanwhile_is_told_and_nothing_typed_is_lost(signed_in, service, url):
    typed = data_of(signed_in.get(url).content, name="New name")
    Service.objects.update(summary="Staff wrote this meanwhile.")
    checked = data_of(post(signed_in, url, typed))
    response = signed_in.post(url, {**checked, "action": "send"})
    assert response.status_code == 409
    page = response.content.decode()
    assert "while you were typing" in page
    assert data_of(page)["name"] == ["New name"]
    again = data_of(page, summary="Staff wrote this meanwhile.")
    post(signed_in, url, data_of(post(signed_in, url, again)), "send")
    assert ChangeProposal.objects.get().after == {"name": "New name"}


@pytest.mark.parametrize(
    "data",
    [
        {}, {"action": "add-nothing"}, {"action": "send"}, {"action": "\x00"},
        {"action": "check", "phones-TOTAL_FORMS": "-1"}, {"action": "add-phones"},
        {"action": "send", "name": "x" * 100_000}, {"name": ["a", "b"], "action": "edit"},
        {"action": "check", "seen": "x" * 1000, "closed_from_0": "9" * 400},
    ],
    ids=["empty", "unknown", "send", "nul", "minus", "add", "long", "twice", "numbers"],
)  # fmt: skip
def test_hostile_input_is_answered_with_the_form(signed_in, url, data):
    response = signed_in.post(url, data)
    assert response.status_code == 200
    assert "What should change?" in response.content.decode()
    assert not ChangeProposal.objects.exists()


def test_markup_in_words_stays_words(signed_in, url):
    typed = data_of(signed_in.get(url).content, name="<script>alert(1)</script>")
    assert "<script>alert" not in post(signed_in, url, typed)


def test_staff_fields_that_are_smuggled_in_are_ignored(signed_in, service, url):
    typed = data_of(signed_in.get(url).content, name="New", staff_phone="111", live="", feed="1")
    post(signed_in, url, data_of(post(signed_in, url, typed)), "send")
    assert ChangeProposal.objects.get().after == {"name": "New"}


def test_a_form_that_is_not_a_form_is_refused_kindly(signed_in, url):
    body = urlencode({"name": "x"}).encode() + b"\xff\xfe"
    response = signed_in.post(url, body, content_type="application/x-www-form-urlencoded")
    assert response.status_code in (200, 400)
    assert signed_in.put(url).status_code == 405


def test_the_places_to_choose_from_are_the_organisations_own(signed_in, service, url):
    build.place(build.service("Other", organization=build.organization("Other")))
    page = signed_in.get(url).content.decode()
    assert page.count("The hall") == 2
