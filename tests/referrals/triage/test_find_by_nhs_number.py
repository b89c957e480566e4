import pytest
from django.urls import reverse

from referrals.intake import nhs_number_index
from referrals.models import AuditEvent, Referral

pytestmark = pytest.mark.django_db
FIND = "/staff/referrals/find/"
NUMBER = "999 000 0018"


@pytest.fixture
def staff(client, triage):
    client.force_login(triage)
    return client


@pytest.fixture
def numbered(make_referral):
    referral = make_referral()
    Referral.objects.filter(pk=referral.pk).update(nhs_number_index=nhs_number_index(NUMBER))
    return referral


@pytest.mark.parametrize("typed", [NUMBER, "9990000018", "999-000-0018", "999–000–0018"])
def test_a_number_is_found_however_it_is_typed(staff, numbered, typed):
    page = staff.post(FIND, {"nhs_number": typed})
    assert [row.reference for row in page.context["rows"]] == [numbered.reference]
    assert "1 referral with this number" in page.content.decode()


def test_others_are_not_shown(staff, numbered, make_referral):
    other = make_referral()
    assert other.reference not in staff.post(FIND, {"nhs_number": NUMBER}).content.decode()


def test_a_referral_without_a_number_is_not_found_by_an_empty_search(staff, make_referral):
    make_referral()
    page = staff.post(FIND, {"nhs_number": ""})
    assert page.context["rows"] == []
    assert "Enter an NHS number" in page.content.decode()


@pytest.mark.parametrize("typed", ["12345", "999 000 0019", "abc", "9" * 500, "\x00"])
def test_what_is_no_number_is_said_and_stays_in_the_box(staff, typed):
    answer = staff.post(FIND, {"nhs_number": typed})
    assert answer.status_code in {200, 400}
    if answer.status_code == 200:
        assert answer.context["nhs_form"].errors


def test_nothing_found_says_how_else_to_look(staff):
    page = staff.post(FIND, {"nhs_number": NUMBER}).content.decode()
    assert "0 referrals with this number" in page
    assert "Look for them in the queue" in page


def test_a_search_is_in_the_trail_without_the_number(staff, triage, numbered):
    staff.post(FIND, {"nhs_number": NUMBER})
    event = AuditEvent.objects.filter(action="searched").get()
    assert (event.actor, event.detail) == (triage, {"count": 1})


def test_a_number_typed_into_the_address_is_not_read(staff, numbered):
    answer = staff.get(FIND, {"nhs_number": NUMBER})
    assert (answer.status_code, answer.url) == (302, reverse("triage_queue"))


def test_numbers_sealed_under_an_older_key_are_still_found(staff, numbered, settings):
    settings.REFERRALS_INDEX_KEYS = ["newer-" + "0" * 32, *settings.REFERRALS_INDEX_KEYS]
    page = staff.post(FIND, {"nhs_number": NUMBER})
    assert [row.reference for row in page.context["rows"]] == [numbered.reference]


def test_the_questions_put_to_the_database_do_not_grow(
    staff, make_referral, django_assert_max_num_queries
):
    for _ in range(8):
        make_referral()
    Referral.objects.update(nhs_number_index=nhs_number_index(NUMBER))
    with django_assert_max_num_queries(16):
        assert len(staff.post(FIND, {"nhs_number": NUMBER}).context["rows"]) == 8


def test_only_triage_may_look(client, administrator, numbered):
    client.force_login(administrator)
    assert client.post(FIND, {"nhs_number": NUMBER}).status_code == 403
