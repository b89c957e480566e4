from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from portal.design.staff_doors import doors_of
from referrals.models import AuditEvent, OutboxMessage

pytestmark = pytest.mark.django_db
PAGE = "/staff/referrals/deliveries/"


@pytest.fixture
def staff(client, triage):
    client.force_login(triage)
    return client


@pytest.fixture
def message(make_referral):
    """Make a message in a state: its problem, and whether it was given up or delivered."""

    def run(problem="", given_up=False, delivered=False, destination="https", **more):
        now = timezone.now()
        return OutboxMessage.objects.create(
            referral=make_referral(), kind="referral.received", destination=destination,
            problem=problem, attempts=3, created_at=now, next_try_at=now + timedelta(minutes=9),
            given_up_at=now if given_up else None, delivered_at=now if delivered else None, **more,
        )  # fmt: skip

    return run


def text_of(client, view):
    return client.get(PAGE, {"view": view}).content.decode()


def test_what_was_given_up_is_shown_first_with_why_and_what_to_do(staff, message):
    stuck = message("422 not-supported", given_up=True)
    page = staff.get(PAGE).content.decode()
    assert stuck.referral.reference in page
    assert "422 not-supported" in page
    assert "Send again" in page


@pytest.mark.parametrize(
    ("view", "state"),
    [
        ("failing", {"problem": "503"}),
        ("waiting", {}),
        ("delivered", {"delivered": True}),
        ("closed", {"delivered": True, "given_up": True}),
        ("stuck", {"given_up": True}),
    ],
)
def test_each_message_stands_in_one_view(staff, message, view, state):
    reference = message(**state).referral.reference
    # What intake wrote beside it, not yet sorted into destinations, waits too.
    OutboxMessage.objects.filter(destination="").delete()
    views = ["stuck", "failing", "waiting", "delivered", "closed"]
    assert [name for name in views if reference in text_of(staff, name)] == [view]


def test_a_failing_one_says_when_it_is_tried_next(staff, message, settings):
    settings.REFERRALS_SEND_HTTPS = "https://receiver.example/#target=1"
    message("503")
    assert "Tried 3 times. 503. Next try: in 8 min." in " ".join(text_of(staff, "failing").split())


def test_what_waits_for_an_earlier_one_says_so(staff, message):
    first = message("422", given_up=True)
    now = timezone.now()
    OutboxMessage.objects.create(
        referral=first.referral, kind="referral.decided", destination="https", created_at=now,
        next_try_at=now,
    )  # fmt: skip
    page = " ".join(text_of(staff, "waiting").split())
    assert "Next try: after the one before it of this referral." in page


def test_a_destination_switched_off_is_said(staff, message, settings):
    message("503")
    assert "This destination is switched off" in text_of(staff, "failing")
    settings.REFERRALS_SEND_HTTPS = "https://receiver.example/#target=1"
    assert "This destination is switched off" not in text_of(staff, "failing")


def test_a_site_that_sends_nothing_says_so(staff):
    assert "sends referrals to no other system" in staff.get(PAGE).content.decode()


def test_a_wrong_setting_is_told(staff, settings):
    settings.REFERRALS_SEND_HTTPS = "http://receiver.example/"
    assert "must begin with https://" in staff.get(PAGE).content.decode()


def test_nothing_of_the_person_is_on_the_page(staff, message):
    message("503", given_up=True)
    page = staff.get(PAGE).content.decode()
    assert not [word for word in ("Martha", "Keel", "1948", "weak heart") if word in page]


def test_a_message_is_sent_again_under_the_same_id(staff, message, triage):
    stuck = message("422", given_up=True)
    answer = staff.post(f"{PAGE}{stuck.key}/replay/", follow=True)
    assert "sent again within a minute" in answer.content.decode()
    fresh = OutboxMessage.objects.get(key=stuck.key)
    assert (fresh.given_up_at, fresh.attempts) == (None, 0)
    assert fresh.next_try_at <= timezone.now()
    event = AuditEvent.objects.get(action="delivery replayed")
    assert (event.actor, event.referral_id) == (triage, stuck.referral.reference)


def test_told_another_way_is_noted_and_can_be_undone(staff, message):
    stuck = message("422", given_up=True)
    staff.post(f"{PAGE}{stuck.key}/close/")
    assert OutboxMessage.objects.get(key=stuck.key).delivered_at
    assert AuditEvent.objects.filter(action="delivery closed").count() == 1
    staff.post(f"{PAGE}{stuck.key}/replay/")
    assert OutboxMessage.objects.get(key=stuck.key).delivered_at is None


def test_who_notes_it_second_hears_that_somebody_did_already(staff, message, triage):
    stuck = message("422", given_up=True)
    staff.post(f"{PAGE}{stuck.key}/close/")
    noted = OutboxMessage.objects.get(key=stuck.key).delivered_at
    page = staff.post(f"{PAGE}{stuck.key}/close/", follow=True).content.decode()
    assert "Somebody saw to it already" in page
    assert OutboxMessage.objects.get(key=stuck.key).delivered_at == noted
    event = AuditEvent.objects.get(action="delivery closed")
    assert (event.actor, event.referral_id) == (triage, stuck.referral.reference)
    assert event.detail == {"to": "https", "message": str(stuck.key)}


def test_all_that_were_given_up_are_sent_again_at_once(staff, message, triage):
    for _ in range(3):
        message("401", given_up=True)
    done = [message(delivered=True), message("422", given_up=True, delivered=True)]
    page = staff.post(f"{PAGE}replay/", follow=True).content.decode()
    assert "Sent again within a minute: 3" in page
    again = OutboxMessage.objects.filter(problem="401")
    assert {(each.given_up_at, each.attempts) for each in again} == {(None, 0)}
    assert all(each.next_try_at <= timezone.now() for each in again)
    told = AuditEvent.objects.filter(action="delivery replayed", actor=triage)
    assert {each.referral_id for each in told} == {each.referral.reference for each in again}
    for each in done:
        before = each.given_up_at
        each.refresh_from_db()
        assert (bool(each.delivered_at), each.given_up_at) == (True, before)


@pytest.mark.parametrize("deed", ["replay", "close"])
@pytest.mark.parametrize("state", [{"problem": "503"}, {"delivered": True}], ids=["open", "done"])
def test_what_was_not_given_up_is_left_alone(staff, message, deed, state):
    row = message(**state)
    page = staff.post(f"{PAGE}{row.key}/{deed}/", follow=True).content.decode()
    assert "Nothing was changed" in page
    fresh = OutboxMessage.objects.get(key=row.key)
    assert (fresh.delivered_at, fresh.attempts) == (row.delivered_at, 3)


@pytest.mark.parametrize("deed", ["replay", "close"])
def test_a_message_that_is_not_there_is_not_found(staff, deed):
    assert staff.post(f"{PAGE}{uuid4()}/{deed}/").status_code == 404
    assert staff.post(f"{PAGE}x/{deed}/").status_code == 404


@pytest.mark.parametrize("path", ["replay/", "0a000000-0000-4000-8000-00000000000a/close/"])
def test_a_link_alone_does_nothing(staff, message, path):
    message("422", given_up=True)
    assert staff.get(PAGE + path).status_code == 302
    assert OutboxMessage.objects.filter(given_up_at__isnull=False).count() == 1


@pytest.mark.parametrize("query", [{"page": "x"}, {"page": "9" * 40}, {"page": "-1"}])
def test_any_page_number_gives_a_page(staff, query):
    assert staff.get(PAGE, query).status_code == 200


def test_a_view_nobody_knows_is_not_found(staff):
    assert staff.get(PAGE, {"view": "x\x00"}).status_code in (400, 404)
    assert staff.get(PAGE, {"view": "nothing"}).status_code == 404


def test_more_messages_cost_no_more_queries(staff, message, django_assert_max_num_queries):
    message("422", given_up=True)
    staff.get(PAGE)
    with CaptureQueriesContext(connection) as few:
        staff.get(PAGE)
    for _ in range(6):
        message("422", given_up=True)
    with django_assert_max_num_queries(len(few)):
        staff.get(PAGE)


def test_administrators_see_it_too_but_no_one_else(client, administrator, directory_editor):
    client.force_login(administrator)
    assert client.get(PAGE).status_code == 200
    client.force_login(directory_editor)
    assert client.get(PAGE).status_code == 403


def test_the_door_counts_what_waits_for_a_person(triage, message):
    message("422", given_up=True)
    message("503")
    (door,) = [door for door in doors_of(triage) if door.label == "Deliveries"]
    assert door.waiting == 1


def test_each_look_is_recorded(staff, triage):
    staff.get(PAGE, {"view": "failing"})
    event = AuditEvent.objects.get(action="deliveries listed")
    assert (event.actor, event.detail) == (triage, {"view": "failing", "count": 0})
