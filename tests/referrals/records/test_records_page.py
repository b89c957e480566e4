from datetime import timedelta

import pytest
from django.utils import timezone

from referrals import retention
from referrals.models import AuditEvent, OutboxMessage, Outcome, Referral
from referrals.triage import services

pytestmark = pytest.mark.django_db
RECORDS = "/staff/referrals/records/"


@pytest.fixture
def keeper(client, administrator):
    client.force_login(administrator)
    return client


@pytest.fixture
def decided(make_referral, triage):
    def run(days=0):
        referral = make_referral()
        services.decide(referral.reference, Outcome.DECLINE, "Because.", triage, 1)
        at = timezone.now() - timedelta(days=days)
        Referral.objects.filter(pk=referral.pk).update(decided_at=at)
        OutboxMessage.objects.filter(referral=referral).update(delivered_at=at)
        return referral

    return run


def test_what_goes_within_30_days_is_listed_before_it_goes(keeper, decided):
    soon, later = decided(days=2 * 365 - 20), decided(days=2 * 365 - 40)
    page = keeper.get(RECORDS).content.decode()
    assert soon.reference in page
    assert later.reference not in page


def test_a_referral_is_held_with_its_reason_and_released(keeper, decided):
    referral = decided(days=9999)
    keeper.post(
        RECORDS + "hold/", {"reference": referral.reference.lower(), "because": "An inquest"}
    )
    assert "An inquest" in keeper.get(RECORDS).content.decode()
    assert retention.delete_due() == 0
    keeper.post(f"{RECORDS}{referral.reference}/release/")
    assert "An inquest" not in keeper.get(RECORDS).content.decode()
    assert retention.delete_due() == 1


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"reference": "", "because": "Inquest"}, "Enter the reference"),
        ({"reference": "NONE-SUCH", "because": "Inquest"}, "No referral has this reference"),
        ({"reference": "NONE-SUCH", "because": ""}, "Enter why it is kept"),
        ({"reference": "NONE-SUCH", "because": "x" * 241}, "240"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(keeper, typed, said):
    page = keeper.post(RECORDS + "hold/", typed).content.decode()
    assert said in page
    assert all(value in page for value in typed.values())


def test_a_certificate_stands_there_after_deletion(keeper, decided):
    referral = decided(days=9999)
    retention.delete_due()
    page = keeper.get(RECORDS).content.decode()
    assert referral.reference in page
    assert "decline: 730 days after the decision" in page


def test_nothing_of_the_person_is_on_the_page(keeper, decided):
    decided(days=2 * 365 - 1)
    page = keeper.get(RECORDS).content.decode()
    assert not [word for word in ("Martha", "Keel", "MK, 78", "Because.") if word in page]


def test_a_hold_is_in_the_trail(keeper, administrator, decided):
    referral = decided()
    keeper.post(RECORDS + "hold/", {"reference": referral.reference, "because": "An inquest"})
    assert AuditEvent.objects.filter(action="held").get().actor == administrator


def test_releasing_what_is_not_there_says_so(keeper):
    assert keeper.post(f"{RECORDS}ZZZZ-ZZZZ/release/").status_code == 404


@pytest.mark.parametrize("path", ["hold/", "ZZZZ-ZZZZ/release/"])
def test_a_link_alone_does_nothing(keeper, path):
    assert keeper.get(RECORDS + path).status_code == 302


def test_the_page_asks_the_database_no_more_for_more_rows(
    keeper, decided, django_assert_max_num_queries
):
    for days in (9999, 710, 711, 712):
        decided(days)
    keeper.get(RECORDS)
    with django_assert_max_num_queries(12):
        keeper.get(RECORDS)


@pytest.mark.parametrize("page", ["0", "x", "9" * 30, "-1"])
def test_any_page_number_gives_a_page(keeper, page):
    assert keeper.get(RECORDS, {"page": page}).status_code == 200


def test_only_administrators_keep_records(client, triage):
    client.force_login(triage)
    assert client.get(RECORDS).status_code == 403
