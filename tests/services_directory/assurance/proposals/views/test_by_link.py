"""A change by the signed link in a letter: no account, once."""

from datetime import timedelta

import pytest
from django.utils import timezone

from services_directory.assurance.links import token_for
from services_directory.models import ChangeProposal, Feed, Service, Verification
from tests.services_directory.assurance.proposals.build import now, proposed
from tests.services_directory.assurance.proposals.filled import data_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def question(service) -> Verification:
    return Verification.objects.create(
        service=service,
        sent_to="desk@stwyverns.example",
        asked_at=timezone.now(),
        expires_at=timezone.now() + timedelta(days=30),
    )


@pytest.fixture
def url(question) -> str:
    return f"/directory-check/{token_for(question)}/change/"


def send(client, url: str, **typed: str):
    data = data_of(client.get(url).content, **typed)
    page = client.post(url, {**data, "action": "check"}).content
    return client.post(url, {**data_of(page), "action": "send"})


def test_a_change_without_an_account_is_a_proposal_and_uses_the_link_up(
    client, service, question, url
):
    response = send(client, url, name="New name")
    assert response.url == f"{url}sent/"
    assert "Your change is sent" in client.get(response.url).content.decode()
    proposal = ChangeProposal.objects.get()
    assert (proposal.by_mailbox, proposal.proposed_by) == ("desk@stwyverns.example", None)
    assert proposal.after == {"name": "New name"}
    assert now(service)["name"] == "Evening group"
    question.refresh_from_db()
    assert question.answer == "change"
    assert client.get(url).status_code == 410
    assert "has been used" in client.get(url).content.decode()


def test_only_sending_uses_the_link_up(client, question, url):
    data = data_of(client.get(url).content, name="New name")
    for action in ("check", "edit", "add-phones"):
        assert client.post(url, {**data, "action": action}).status_code == 200
    question.refresh_from_db()
    assert question.answered_at is None


def test_a_proposal_that_fails_leaves_the_link_unused(client, question, url, service):
    data = data_of(client.get(url).content, name="New name")
    Service.objects.update(summary="Meanwhile")
    assert client.post(url, {**data, "action": "send"}).status_code == 409
    question.refresh_from_db()
    assert question.answered_at is None
    assert not ChangeProposal.objects.exists()


def test_of_two_windows_the_second_is_told_that_the_link_is_used(client, url):
    data = data_of(client.get(url).content, name="New name")
    assert client.post(url, {**data, "action": "send"}).status_code == 302
    second = client.post(url, {**data, "name": "Other", "action": "send"})
    assert second.status_code == 410
    page = second.content.decode()
    assert "What you entered was not sent" in page
    assert "<dd>Other</dd>" in page
    assert ChangeProposal.objects.get().after == {"name": "New name"}


def test_who_sends_the_same_twice_is_thanked_twice(client, url):
    data = data_of(client.get(url).content, name="New name")
    sent = [client.post(url, {**data, "action": "send"}) for _ in range(2)]
    assert {response.url for response in sent} == {f"{url}sent/"}
    assert ChangeProposal.objects.count() == 1


@pytest.mark.parametrize("token", ["x", "a.b", "é", "x" * 2000])
def test_a_link_of_another_making_opens_nothing(client, token):
    for path in ("change/", "change/sent/"):
        response = client.get(f"/directory-check/{token}/{path}")
        assert response.status_code == 404
        assert "do not know this link" in response.content.decode()


def test_an_old_link_is_too_old(client, question, url):
    Verification.objects.update(expires_at=timezone.now() - timedelta(days=1))
    response = client.post(url, {"action": "send"})
    assert response.status_code == 410
    assert "too old" in response.content.decode()


def test_an_entry_of_a_feed_is_kept_elsewhere(client, url):
    Service.objects.update(feed=Feed.objects.create(name="Vale Council", format="oruk3"))
    response = client.get(url)
    assert response.status_code == 410
    assert "kept by Vale Council" in response.content.decode()


def test_what_is_for_staff_is_not_in_the_form_and_it_is_not_cached(client, url):
    response = client.get(url)
    for secret in ("01632 960 900", "Criterion-X", "Note-X"):
        assert secret not in response.content.decode()
    assert "no-store" in response["Cache-Control"]
    assert response["Referrer-Policy"] == "strict-origin"
    assert "sessionid" not in response.cookies


def test_a_partners_waiting_proposal_is_gone_on_with(client, service, member, url):
    first = proposed(service, member, summary="First")
    send(client, url, name="New name")
    proposal = ChangeProposal.objects.get()
    assert proposal.pk == first.pk
    assert proposal.after == {"name": "New name", "summary": "First"}


def test_the_page_that_says_sent_is_only_for_what_was_sent(client, url):
    assert client.get(f"{url}sent/").url == url


def test_other_methods_are_refused(client, url):
    assert client.delete(url).status_code == 405
    assert client.post(f"{url}sent/").status_code == 405
