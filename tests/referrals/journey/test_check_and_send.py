import re

import pytest

from referrals.models import AuditEvent, OutboxMessage, Referral
from referrals.references import ALPHABET
from tests.referrals.conftest import SLUGS, fill_in, pathway, typed_step

pytestmark = pytest.mark.django_db


def address(token, page):
    return f"/refer/form/{token}/{page}/"


@pytest.mark.parametrize("slug", SLUGS)
def test_every_answer_stands_there_with_a_way_to_change_it(client, begin, slug):
    token = begin(slug)
    html = client.get(fill_in(client, token, slug)).content.decode()
    for step in pathway(slug).steps:
        if not step.shown_if and not all(question.shown_if for question in step.questions):
            assert f"/step/{step.slug}/?from=check" in html
    assert "Answer to name" in html
    assert "27 March 1948" in html


def test_the_check_leads_back_to_the_last_page_and_a_change_back_to_the_check(client, begin):
    token = begin()
    check = fill_in(client, token, SLUGS[0])
    page = client.get(check)
    assert page.context["back"] == f"/refer/form/{token}/step/agreement/"
    assert page.context["back"] in page.content.decode()
    change = client.get(f"/refer/form/{token}/step/name/?from=check")
    assert change.context["where"].back_url == check


def test_a_change_leads_back_to_the_check(client, begin):
    token = begin()
    fill_in(client, token, SLUGS[0])
    data = typed_step(pathway().step("name"), name="Somebody Else")
    answer = client.post(address(token, "step/name") + "?from=check", data)
    assert answer.url == address(token, "check")
    assert "Somebody Else" in client.get(answer.url).content.decode()


def test_a_change_that_opens_a_page_leads_to_it_first(client, begin):
    token = begin()
    fill_in(client, token, SLUGS[0])
    step = address(token, "step/language-and-access")
    data = {"interpreter": "yes", "access_help": "no"}
    answer = client.post(step + "?from=check", data)
    assert answer.url == address(token, "step/language")


def test_an_unfinished_form_cannot_be_sent(client, begin):
    token = begin()
    client.post(address(token, "step/who-it-is-for"), {"who_for": "me"})
    page = client.get(address(token, "check"))
    assert "not finished" in page.content.decode()
    assert "/send/" not in page.content.decode()
    assert client.post(address(token, "send")).url == address(token, "check")
    assert Referral.objects.count() == 0


def test_something_wrong_left_behind_stops_the_sending(client, begin):
    token = begin()
    fill_in(client, token, SLUGS[0])
    client.post(address(token, "step/contact"), {"phone": "no", "save": "1"})
    assert client.post(address(token, "send")).url == address(token, "check")
    assert Referral.objects.count() == 0


@pytest.mark.parametrize("slug", SLUGS)
def test_sending_gives_a_reference_and_what_happens_next_with_dates(client, begin, slug):
    token = begin(slug)
    fill_in(client, token, slug)
    page = client.post(address(token, "send"), follow=True)
    html = page.content.decode()
    assert page.redirect_chain == [(address(token, "sent"), 302)]
    assert re.search(rf"<strong>[{ALPHABET}]{{4}}-[{ALPHABET}]{{4}}</strong>", html)
    assert len(re.findall(r"By \w+day \d+ \w+ \d{4}", html)) == 2
    assert "If things change" in html
    assert 'href="tel:999"' in html


def test_sending_twice_gives_one_referral_and_the_same_confirmation(client, begin):
    token = begin()
    fill_in(client, token, SLUGS[0])
    pages = [client.post(address(token, "send"), follow=True).content for _ in range(3)]
    assert Referral.objects.count() == 1
    assert [m.objects.count() for m in (AuditEvent, OutboxMessage)] == [1, 1]
    reference = Referral.objects.get().reference.encode()
    assert all(reference in page for page in pages)


def test_after_sending_every_page_of_the_draft_leads_to_the_confirmation(client, begin):
    token = begin()
    fill_in(client, token, SLUGS[0])
    client.post(address(token, "send"))
    for page in ("check", "saved", "send", "step/name"):
        assert client.get(address(token, page)).url == address(token, "sent")
    late = client.post(address(token, "step/name"), {"name": "Too Late"})
    assert late.url == address(token, "sent")
    assert Referral.objects.get().answers["name"] == "Answer to name"


def test_the_confirmation_does_not_show_the_answers(client, begin):
    token = begin()
    fill_in(client, token, SLUGS[0])
    assert "Answer to" not in client.post(address(token, "send"), follow=True).content.decode()


def test_an_idle_page_says_of_a_sent_form_that_the_team_has_it(client, begin):
    token = begin()
    check = client.get(fill_in(client, token, SLUGS[0])).content.decode()
    sent = client.post(f"/refer/form/{token}/send/", follow=True).content.decode()
    copy = client.get(f"/refer/form/{token}/copy/").content.decode()
    assert "What you wrote is saved for 28 days." in check
    for page in (sent, copy):
        assert "What you sent is with the team." in page
        assert "28 days" not in page


def test_a_confirmation_before_sending_leads_to_the_check(client, begin):
    token = begin()
    assert client.get(address(token, "sent")).url == address(token, "check")
    assert client.get(address(token, "send")).url == address(token, "check")


def test_answers_of_pages_no_longer_shown_are_not_sent(client, begin):
    token = begin()
    fill_in(client, token, SLUGS[0], nhs_number_known="yes", interpreter="yes")
    client.post(address(token, "step/do-you-know-the-nhs-number"), {"nhs_number_known": "no"})
    client.post(address(token, "send"))
    answers = Referral.objects.get().answers
    assert "nhs_number" not in answers
    assert answers["language"] == "sq"


def test_agreement_is_asked_apart_from_the_privacy_notice(client, begin):
    token = begin()
    fill_in(client, token, SLUGS[0])
    agreement = client.get(address(token, "step/agreement")).content.decode()
    check = client.get(address(token, "check")).content.decode()
    assert "I agree to be referred" in agreement
    assert "/privacy/" not in agreement.split("<main")[1].split("</main>")[0]
    assert 'href="/privacy/"' in check
    assert 'type="checkbox"' not in check


def test_two_drafts_side_by_side_never_mix(client, begin):
    one, two = begin(), begin(SLUGS[1])
    fill_in(client, one, SLUGS[0], name="First Person")
    fill_in(client, two, SLUGS[1], name="Second Person")
    client.post(address(two, "send"))
    client.post(address(one, "send"))
    names = {r.pathway_slug: r.answers["name"] for r in Referral.objects.all()}
    assert names == {SLUGS[0]: "First Person", SLUGS[1]: "Second Person"}


def test_two_tabs_on_two_pages_of_one_draft_are_both_kept(client, begin):
    token = begin()
    fill_in(client, token, SLUGS[0])
    first_tab = client.get(address(token, "step/name"))
    gp = {"gp_practice": "From the second tab", "share_record": "no"}
    client.post(address(token, "step/gp"), gp)
    assert first_tab.status_code == 200
    client.post(address(token, "step/name"), {"name": "From The First Tab"})
    client.post(address(token, "send"))
    answers = Referral.objects.get().answers
    assert (answers["name"], answers["gp_practice"]) == (
        "From The First Tab",
        "From the second tab",
    )


def test_sending_without_end_is_slowed_and_loses_nothing(client, begin):
    token = begin()
    fill_in(client, token, SLUGS[0])
    other = address(begin(), "send")
    for _ in range(300):
        client.post(other)
    assert client.post(address(token, "send")).status_code == 429
    assert "Answer to name" in client.get(address(token, "check")).content.decode()


def test_a_form_sent_without_the_pages_token_is_refused_kindly(begin):
    from django.test import Client

    strict = Client(enforce_csrf_checks=True)
    answer = strict.post(address(begin(), "send"))
    assert answer.status_code == 403
