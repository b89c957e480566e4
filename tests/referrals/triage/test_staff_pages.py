"""What stands on the pages of staff, for whom, and what a refusal says."""

from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import Permission

from referrals.models import AuditEvent, Band, Outcome
from referrals.triage import services

pytestmark = pytest.mark.django_db
EVIL = "<script>alert(1)</script>"


@pytest.fixture
def referral(make_referral):
    return make_referral()


@pytest.fixture
def staff(client, triage):
    client.force_login(triage)
    return client


@pytest.fixture
def reader(client, stranger):
    """Somebody who may read referrals and nothing more."""
    stranger.user_permissions.add(Permission.objects.get(codename="view_referral"))
    client.force_login(stranger)
    return client


def url(referral, end=""):
    return f"/staff/referrals/{referral.reference}/{end}"


def html(answer):
    return answer.content.decode()


class TestReadingOnly:
    def test_who_may_only_read_is_shown_no_deed(self, reader, referral):
        page = html(reader.get(url(referral)))
        for words in (">Take<", "Set how soon", "Record the decision"):
            assert words not in page
        assert "History" in page

    @pytest.mark.parametrize("end", ["take/", "hand-back/", "band/", "decide/"])
    def test_and_is_refused_each_deed(self, reader, referral, end):
        post = {"version": 1, "band": "24h", "outcome": "accept", "reason": "x"}
        assert reader.post(url(referral, end), post).status_code == 403
        referral.refresh_from_db()
        assert referral.version == 1

    def test_the_reading_is_audited_all_the_same(self, reader, stranger, referral):
        reader.get(url(referral))
        assert AuditEvent.objects.filter(action="viewed", actor=stranger).count() == 1


class TestReferral:
    def test_nothing_flagged_is_said(self, staff, referral):
        assert "Nothing was flagged." in html(staff.get(url(referral)))

    def test_it_cannot_be_posted_to(self, staff, referral):
        assert staff.post(url(referral)).status_code == 405

    def test_what_people_wrote_is_shown_and_never_run(self, staff, make_referral):
        page = html(staff.get(url(make_referral(illness=EVIL))))
        assert EVIL not in page
        assert "&lt;script&gt;" in page

    def test_who_owns_it_is_offered_to_hand_it_back_and_others_to_take_it(
        self, staff, triage, administrator, referral
    ):
        services.take(referral.reference, administrator, 1)
        page = html(staff.get(url(referral)))
        assert ">Take<" in page
        assert ">Hand back<" not in page
        services.take(referral.reference, triage, 2)
        assert ">Hand back<" in html(staff.get(url(referral)))

    def test_the_band_chosen_is_marked_and_can_be_changed(self, staff, triage, referral):
        services.set_band(referral.reference, Band.TWO_DAYS, triage, 1)
        page = staff.get(url(referral))
        assert page.context["band_form"]["band"].value() == "2wd"

    def test_times_are_those_on_the_wall(self, staff, make_referral):
        page = html(staff.get(url(make_referral(at=datetime(2026, 6, 1, 15, 5, tzinfo=UTC)))))
        assert "Monday 1 June 2026, 16:05" in page
        assert "Wednesday 3 June 2026, 16:05" in page


class TestMessages:
    @pytest.mark.parametrize(
        ("end", "post", "words"),
        [
            ("take/", {}, "You have taken this referral"),
            ("band/", {"band": "2wd"}, "How soon is set: within 2 working days"),
            ("decide/", {"outcome": "accept", "reason": "Yes."}, "Recorded: accepted"),
            ("decide/", {"outcome": "ask", "reason": "Who?"}, "Recorded: asked for more"),
            ("decide/", {"outcome": "decline", "reason": "No."}, "Recorded: declined"),
        ],
    )
    def test_a_deed_done_is_said(self, staff, referral, end, post, words):
        page = staff.post(url(referral, end), post | {"version": 1}, follow=True)
        assert page.redirect_chain == [(url(referral), 302)]
        assert words in html(page)

    def test_handing_back_is_said(self, staff, triage, referral):
        services.take(referral.reference, triage, 1)
        page = staff.post(url(referral, "hand-back/"), {"version": 2}, follow=True)
        assert "You have handed this referral back" in html(page)


class TestRefusals:
    def test_only_the_owner_hands_back(self, staff, administrator, referral):
        services.take(referral.reference, administrator, 1)
        page = staff.post(url(referral, "hand-back/"), {"version": 2})
        assert page.status_code == 409
        assert "Only the owner can hand it back." in html(page)
        referral.refresh_from_db()
        assert referral.owner == administrator

    @pytest.mark.parametrize(
        ("end", "post", "words"),
        [
            ("take/", {}, "Nothing was changed."),
            ("band/", {"band": "5wd"}, "You chose: Within 5 working days."),
            ("decide/", {"outcome": "decline", "reason": "Mine."}, "Your reason: Mine."),
        ],
    )
    def test_a_stale_deed_says_what_was_meant_and_how_things_stand(
        self, staff, administrator, referral, end, post, words
    ):
        services.take(referral.reference, administrator, 1)
        page = staff.post(url(referral, end), post | {"version": 1})
        assert page.status_code == 409
        assert words in html(page)
        assert "Now: taken, how soon: not yet set, owner: Administrator." in html(page)
        assert "Nothing was overwritten." in html(page)

    def test_what_was_typed_is_shown_and_never_run(self, staff, administrator, referral):
        services.take(referral.reference, administrator, 1)
        post = {"version": 1, "outcome": "decline", "reason": EVIL}
        page = staff.post(url(referral, "decide/"), post)
        assert page.status_code == 409
        assert EVIL not in html(page)

    def test_an_error_of_a_form_is_no_conflict_while_nothing_changed(self, staff, referral):
        page = staff.post(url(referral, "decide/"), {"version": 1, "outcome": "accept"})
        assert page.status_code == 200
        assert "has changed since you opened it" not in html(page)
        assert "There is a problem" in html(page)

    def test_a_service_too_long_to_store_is_an_error_and_kept(self, staff, referral):
        post = {"version": 1, "outcome": "redirect", "reason": "There.", "other_service": "x" * 256}
        page = staff.post(url(referral, "decide/"), post)
        assert page.status_code == 200
        assert "x" * 256 in html(page)
        assert referral.decisions.count() == 0

    @pytest.mark.parametrize("outcome", [Outcome.ACCEPT, Outcome.REDIRECT, Outcome.DECLINE])
    def test_what_is_decided_offers_no_deed_and_takes_none(self, staff, triage, referral, outcome):
        services.decide(referral.reference, outcome, "Why.", triage, 1, ("", "There"))
        page = html(staff.get(url(referral)))
        assert ">Take<" not in page
        assert "Set how soon" not in page
        assert staff.post(url(referral, "band/"), {"version": 2, "band": "24h"}).status_code == 409


class TestAuditPage:
    @pytest.fixture
    def administration(self, client, administrator):
        client.force_login(administrator)
        return client

    def test_nothing_yet_is_said(self, administration):
        assert "Nothing has happened yet." in html(administration.get("/staff/referrals/audit/"))

    def test_it_cannot_be_posted_to(self, administration):
        assert administration.post("/staff/referrals/audit/").status_code == 405

    def test_it_is_not_cached(self, administration):
        assert "no-store" in administration.get("/staff/referrals/audit/")["Cache-Control"]

    def test_it_goes_on_over_pages_the_newest_first(self, administration, make_referral):
        for _ in range(51):
            make_referral()
        pages = [
            administration.get("/staff/referrals/audit/", {"page": page}).context["events"]
            for page in (1, 2)
        ]
        assert [len(page) for page in pages] == [50, 1]
        times = [line.at for page in pages for line in page]
        assert times == sorted(times, reverse=True)
