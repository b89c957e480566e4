import re

import pytest

from referrals.models import AuditEvent, Band, Outcome
from referrals.triage import queries, services
from referrals.triage.queries import ServiceChoice

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(client, triage):
    client.force_login(triage)
    return client


@pytest.fixture
def referral(make_referral):
    return make_referral(
        "specialist-palliative-care", aware_of_illness="no", phase="dying", akps="20"
    )


@pytest.fixture(autouse=True)
def _directory(monkeypatch):
    offered = [ServiceChoice("s-1", "Carers’ Centre")]
    monkeypatch.setattr(queries, "services_to_offer", lambda referral: offered)


def url(referral, end=""):
    return f"/staff/referrals/{referral.reference}/{end}"


def test_flags_come_first_then_answers_in_clinical_order(staff, referral):
    html = staff.get(url(referral)).content.decode()
    order = ["Before you ring", "Do not name it", "Why now", "Illness and how they are",
             "What each person knows", "Plans and wishes", "The person", "Who sent this",
             "How soon", "Decide", "History"]  # fmt: skip
    headings = {found[2]: found.start() for found in re.finditer(r"<h2([^>]*)>([^<]+)<", html)}
    places = [headings.get(words, html.find(words)) for words in order]
    places[8] = html.rindex(">How soon<")
    places[9] = html.rindex(">Decide<")
    assert places == sorted(places)


def test_answers_are_words_and_not_codes(staff, referral):
    html = staff.get(url(referral)).content.decode()
    assert "20: bedfast, needs extensive nursing care" in html
    assert "27 March 1948" in html
    assert "Martha Keel" in html


@pytest.mark.parametrize("slug", ["palliative-care-support", "specialist-palliative-care"])
def test_background_is_read_with_the_person_and_never_in_the_queue(staff, make_referral, slug):
    told = {"gender": "another", "ethnic_group": "caribbean", "faith": "Quaker. Silence."}
    made = make_referral(slug, **told)
    html = staff.get(url(made)).content.decode()
    person = html[html.index(">The person<") : html.index(">People around them<")]
    words = ["Non-binary, or another way", "Black or Black British: Caribbean", "Quaker. Silence."]
    assert [each for each in words if each in person] == words
    queue = staff.get("/staff/referrals/").content.decode()
    assert made.reference in queue
    assert not [each for each in words if each in queue]


def test_every_reading_is_audited(staff, triage, referral):
    for _ in range(2):
        staff.get(url(referral))
    viewed = AuditEvent.objects.filter(action="viewed", referral=referral, actor=triage)
    assert viewed.count() == 2


def test_an_unknown_reference_is_not_found_and_leaves_no_trace(staff):
    assert staff.get("/staff/referrals/CCCC-3333/").status_code == 404
    post = {"version": "1", "band": "24h", "outcome": "accept", "reason": "x"}
    for end in ("take", "hand-back", "band", "decide"):
        assert staff.post(f"/staff/referrals/CCCC-3333/{end}/", post).status_code == 404
    assert AuditEvent.objects.count() == 0


def test_take_and_hand_back(staff, triage, referral):
    assert ">Take<" in staff.get(url(referral)).content.decode()
    page = staff.post(url(referral, "take/"), {"version": 1}, follow=True)
    assert "You have taken this referral" in page.content.decode()
    assert ">Hand back<" in page.content.decode()
    page = staff.post(url(referral, "hand-back/"), {"version": 2}, follow=True)
    assert page.context["row"].owner == "Nobody yet"


def test_how_soon_is_chosen_by_a_person(staff, referral):
    page = staff.post(url(referral, "band/"), {"version": 1, "band": "24h"}, follow=True)
    assert page.context["row"].band == "Within 24 hours"


def test_no_choice_of_how_soon_is_an_error(staff, referral):
    page = staff.post(url(referral, "band/"), {"version": 1})
    assert "Choose how soon first contact is needed" in page.content.decode()
    assert "<title>Error: " in page.content.decode()


@pytest.mark.parametrize("outcome", Outcome.values)
def test_each_decision_needs_a_reason(staff, referral, outcome):
    post = {"version": 1, "outcome": outcome, "service": "s-1", "reason": "  "}
    page = staff.post(url(referral, "decide/"), post)
    assert "Enter the reason for the decision" in page.content.decode()
    referral.refresh_from_db()
    assert referral.decided_at is None


def test_a_redirection_needs_a_service(staff, referral):
    post = {"version": 1, "outcome": "redirect", "reason": "Fits better there."}
    page = staff.post(url(referral, "decide/"), post)
    assert "Choose the service to redirect to" in page.content.decode()
    assert "Fits better there." in page.content.decode()


@pytest.mark.parametrize(
    ("more", "service"),
    [
        ({"service": "s-1"}, ("s-1", "Carers’ Centre")),
        ({"other_service": "A service far away"}, ("", "A service far away")),
    ],
)
def test_a_redirection_names_where_to(staff, referral, more, service):
    post = {"version": 1, "outcome": "redirect", "reason": "Fits better there."} | more
    page = staff.post(url(referral, "decide/"), post, follow=True)
    decision = referral.decisions.get()
    assert (decision.service_id, decision.service_name) == service
    assert f"Redirected to {service[1]}" in page.content.decode()


def test_a_service_not_on_the_list_is_refused(staff, referral):
    post = {"version": 1, "outcome": "redirect", "service": "s-9", "reason": "There."}
    assert staff.post(url(referral, "decide/"), post).status_code == 200
    assert referral.decisions.count() == 0


def test_a_decided_referral_shows_the_decision_and_no_more_forms(staff, referral):
    post = {"version": 1, "outcome": "accept", "reason": "Meets the criteria."}
    html = staff.post(url(referral, "decide/"), post, follow=True).content.decode()
    assert "Accepted by" in html
    assert "Meets the criteria." in html
    assert "Record the decision" not in html


def test_a_stale_decision_is_refused_with_both_and_nothing_typed_is_lost(
    staff, administrator, referral
):
    services.decide(referral.reference, Outcome.ACCEPT, "They said yes.", administrator, 1)
    post = {"version": 1, "outcome": "decline", "reason": "I would have said no."}
    page = staff.post(url(referral, "decide/"), post)
    html = page.content.decode()
    assert page.status_code == 409
    assert "They said yes." in html
    assert "I would have said no." in html
    assert referral.decisions.count() == 1


def test_a_referral_changed_but_still_open_can_be_decided_again(staff, administrator, referral):
    services.set_band(referral.reference, Band.DAY, administrator, 1)
    post = {"version": 1, "outcome": "decline", "reason": "No longer needed."}
    page = staff.post(url(referral, "decide/"), post)
    assert page.status_code == 409
    assert "No longer needed.</textarea>" in page.content.decode().replace("\n", "")
    assert 'name="version" value="2"' in page.content.decode()
    assert staff.post(url(referral, "decide/"), post | {"version": 2}).status_code == 302


@pytest.mark.parametrize(
    ("end", "post"), [("take/", {}), ("band/", {"band": "5wd"}), ("hand-back/", {})]
)
def test_every_stale_deed_is_refused(staff, administrator, referral, end, post):
    services.set_band(referral.reference, Band.DAY, administrator, 1)
    page = staff.post(url(referral, end), post | {"version": 1})
    assert page.status_code == 409
    assert "has changed since you opened it" in page.content.decode()


def test_a_form_with_an_error_about_an_old_version_says_so(staff, administrator, referral):
    services.set_band(referral.reference, Band.DAY, administrator, 1)
    page = staff.post(url(referral, "decide/"), {"version": 1, "outcome": "accept"})
    assert "has changed since you opened it" in page.content.decode()


@pytest.mark.parametrize("version", ["", "x", "-1", "1.5", "９", "9" * 30])
@pytest.mark.parametrize("end", ["take/", "hand-back/", "band/", "decide/"])
def test_a_post_without_a_version_is_a_bad_request(staff, referral, end, version):
    assert staff.post(url(referral, end), {"version": version}).status_code == 400


@pytest.mark.parametrize("end", ["take/", "hand-back/", "band/", "decide/"])
def test_following_a_link_to_a_deed_leads_to_the_referral(staff, referral, end):
    assert staff.get(url(referral, end)).url == url(referral)


def test_the_history_does_not_cost_more_as_it_grows(staff, referral):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    counts = []
    for _ in range(3):
        staff.get(url(referral))
        with CaptureQueriesContext(connection) as captured:
            staff.get(url(referral))
        counts.append(len(captured))
    assert len(set(counts)) == 1
