from datetime import timedelta

import pytest
from django.utils import timezone

from referrals.models import AuditEvent, Band, Outcome
from referrals.triage import services

pytestmark = pytest.mark.django_db
QUEUE = "/staff/referrals/"


@pytest.fixture
def staff(client, triage):
    client.force_login(triage)
    return client


def references(page):
    return [row.reference for row in page.context["rows"]]


def test_a_line_shows_what_is_needed_before_ringing(staff, make_referral):
    referral = make_referral(interpreter="yes", language="Polish")
    html = staff.get(QUEUE).content.decode()
    for words in ("Not yet set", referral.reference, "MK, 78", "Interpreter", "Nobody yet"):
        assert words in html


def test_what_is_late_comes_first_then_what_has_no_band_then_the_time_due(
    staff, triage, make_referral
):
    now = timezone.now()
    banded = make_referral(at=now)
    services.set_band(banded.reference, Band.FIVE_DAYS, triage, 1)
    unset = make_referral(at=now)
    late, later = (make_referral(at=now - timedelta(days=days)) for days in (30, 20))
    services.set_band(late.reference, Band.DAY, triage, 1)
    expected = [row.reference for row in (late, later, unset, banded)]
    assert references(staff.get(QUEUE)) == expected


def test_what_must_be_read_first_stands_first_until_somebody_says_how_soon(
    staff, triage, make_referral
):
    now = timezone.now()
    earlier = make_referral(at=now - timedelta(days=9))
    lifted = make_referral("bereavement-support", thoughts_of_suicide="sometimes", at=now)
    assert references(staff.get(QUEUE)) == [lifted.reference, earlier.reference]
    services.set_band(lifted.reference, Band.FIVE_DAYS, triage, 1)
    assert references(staff.get(QUEUE)) == [earlier.reference, lifted.reference]


def test_each_view_is_a_plain_link_with_its_count(staff, triage, make_referral):
    mine, late, decided = make_referral(), make_referral(), make_referral()
    services.take(mine.reference, triage, 1)
    late.due_at = timezone.now() - timedelta(hours=2)
    late.save()
    services.decide(decided.reference, Outcome.ACCEPT, "Yes.", triage, 1)
    wanted = {"undecided": 2, "mine": 1, "unowned": 1, "late": 1, "decided": 1, "news": 0}
    for view, count in wanted.items():
        page = staff.get(QUEUE, {"view": view})
        assert len(page.context["rows"]) == count
        assert f'href="?view={view}"' in page.content.decode()
    assert {key: count for key, _, count in page.context["views"]} == wanted
    assert "2 h late" in staff.get(QUEUE).content.decode()


def test_an_empty_view_says_where_everything_is(staff):
    assert "Every referral that is not decided" in staff.get(QUEUE).content.decode()


def test_an_unknown_view_is_not_found(staff):
    assert staff.get(QUEUE, {"view": "nonsense"}).status_code == 404


@pytest.mark.parametrize("page", ["0", "-1", "999", "x", "1e9"])
def test_a_page_that_does_not_exist_gives_one_that_does(staff, make_referral, page):
    make_referral()
    assert len(staff.get(QUEUE, {"page": page}).context["rows"]) == 1


def test_looking_at_the_queue_is_audited(staff, triage, make_referral):
    make_referral()
    staff.get(QUEUE)
    event = AuditEvent.objects.latest("pk")
    assert (event.action, event.actor) == ("listed", triage)
    assert event.detail == {"view": "undecided", "count": 1}


def test_a_reference_opens_its_referral_however_it_is_typed(staff, make_referral):
    reference = make_referral().reference
    typed = f" {reference.lower().replace('-', ' ')} "
    assert staff.get(QUEUE, {"reference": typed}).url == f"{QUEUE}{reference}/"


@pytest.mark.parametrize("typed", ["CCCC-3333", "zzz", "<script>", "x" * 5000, "’; DROP"])
def test_an_unknown_reference_is_explained_and_kept(staff, typed):
    page = staff.get(QUEUE, {"reference": typed})
    assert page.status_code == 200
    assert "No referral has the reference" in page.content.decode()
    assert page.context["typed"] == typed.strip()
    assert "<script>" not in page.content.decode()


def test_the_number_of_queries_does_not_grow(staff, make_referral):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def queries():
        with CaptureQueriesContext(connection) as captured:
            staff.get(QUEUE)
        return len(captured)

    make_referral()
    staff.get(QUEUE)
    few = queries()
    for _ in range(20):
        make_referral()
    assert queries() == few


def test_the_trail_asks_a_fixed_number_of_questions(client, administrator, make_referral):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client.force_login(administrator)
    make_referral()
    counts = []
    for _ in range(2):
        client.get("/staff/referrals/audit/")
        with CaptureQueriesContext(connection) as captured:
            client.get("/staff/referrals/audit/")
        counts.append(len(captured))
        for _ in range(10):
            make_referral()
    assert counts[0] == counts[1]


def test_more_than_a_page_goes_on_the_next(staff, make_referral):
    for _ in range(51):
        make_referral()
    first, second = staff.get(QUEUE), staff.get(QUEUE, {"page": 2})
    assert len(references(first)) == 50
    assert len({*references(first), *references(second)}) == 51
