import pytest

from services_directory.choices import Verdict
from services_directory.imports.comparison import compare
from services_directory.models import Organization, Service, TaxonomyTerm
from tests.services_directory import build
from tests.services_directory.imports.feeding import (
    body,
    compared,
    feed,
    group,
    hall,
    imported,
    row,
    told,
)

pytestmark = pytest.mark.django_db
PHONE = {"id": "p1", "number": "01632 960 001", "description": "Office"}
AT_HALL = {"service_at_locations": [{"id": "x1", "location_id": "l1"}]}


def test_what_is_not_here_is_new():
    run = compared(body(), hall(), group())
    assert run.counts == {
        "organization": {"new": 1}, "location": {"new": 1}, "service": {"new": 1}
    }  # fmt: skip
    assert not Service.objects.exists()


def test_what_is_as_it_was_is_the_same():
    records = (body(), hall(), group(phones=[PHONE], **AT_HALL))
    imported(*records)
    run = compared(*records)
    assert [set(each) for each in run.counts.values()] == [{"same"}] * 3


def test_a_change_is_told_field_by_field_as_people_read_it():
    imported(body(), group(phones=[PHONE], minimum_age=16))
    changed = group(
        name="Moor group", description="We meet.", minimum_age=18, fd_modes=["phone"],
        phones=[PHONE | {"number": "01632 960 002"}],
    )  # fmt: skip
    found = row(compared(body(), changed), "Moor group")
    assert found.verdict == Verdict.CHANGED
    assert told(found) == {
        "Summary": ("People meet.", "We meet."),
        "Description": ("People meet.", "We meet."),
        "Minimum age": ("16", "18"),
        "By phone": ("No", "Yes"),
        "Phones": ("01632 960 001, Office", "01632 960 002, Office"),
    }


def test_times_places_and_terms_are_told_in_words():
    times = {"id": "t1", "byday": "MO,TU", "opens_at": "09:00", "closes_at": "17:00:00"}
    imported(body(), hall(), group())
    found = row(compared(body(), hall(), group(schedules=[times], **AT_HALL)), "Moor group")
    assert told(found) == {
        "Opening times": ("", "Monday, Tuesday 09:00 to 17:00"),
        "Places": ("", "Moor Hall"),
    }


def test_rows_in_another_order_or_under_other_keys_are_no_change():
    more = {"id": "p2", "number": "01632 960 002"}
    imported(body(), group(phones=[PHONE, more]))
    run = compared(body(), group(phones=[more, PHONE | {"id": "other"}]))
    assert run.counts["service"] == {"same": 1}


def test_a_service_of_ours_is_refused_with_its_owner():
    ours = build.service("Ours")
    run = compared(body(), group(str(ours.pk), "Stolen"))
    found = row(run, "Stolen")
    assert found.verdict == Verdict.REFUSED
    assert found.reason == "It belongs to the partnership. This feed cannot change it."


def test_a_record_of_another_feed_is_refused_with_its_name():
    key = "11111111-2222-4333-8444-555555555555"
    imported(body(), group(key), of=feed("Westmoor Council"))
    found = row(compared(body(), group(key, "Mine now")), "Mine now")
    assert found.reason == "It belongs to Westmoor Council. This feed cannot change it."


def test_a_service_may_be_given_by_an_organisation_kept_here():
    hospice = build.organization()
    run = compared(body(str(hospice.pk)), group(organization_id=str(hospice.pk)))
    assert row(run, "Eastmoor Care", "organization").verdict == Verdict.REFUSED
    assert row(run, "Moor group").verdict == Verdict.NEW


def test_a_service_of_nobody_is_refused():
    found = row(compared(group()), "Moor group")
    assert found.verdict == Verdict.REFUSED
    assert found.reason == "The organisation that gives it is not in the feed, or was refused."


def test_a_needed_field_that_is_wrong_refuses_the_record():
    found = row(compared(body(), group(status="perhaps")), "Moor group")
    assert found.verdict == Verdict.REFUSED
    assert found.reason.startswith("Status:")


def test_what_is_not_needed_and_wrong_is_left_out_and_said():
    odd = group(
        email="no mail", phones=[{"number": "ring us"}, PHONE], minimum_age=40, maximum_age=20
    )
    found = row(compared(body(), odd), "Moor group")
    assert found.verdict == Verdict.NEW
    assert len(found.reason.splitlines()) == 3
    assert "Left out: E-mail “no mail”" in found.reason
    assert "Left out: Phones “ring us”" in found.reason
    imported(body(), odd)
    made = Service.objects.get()
    assert (made.email, made.minimum_age, made.maximum_age) == ("", 40, None)
    assert [phone.number for phone in made.phones.all()] == ["01632 960 001"]
    assert compared(body(), odd).counts["service"] == {"same": 1}


def test_a_waiting_time_without_its_day_is_left_out_and_said():
    found = row(compared(body(), group(wait_time="Long")), "Moor group")
    assert "does not say when" in found.reason


def test_a_place_nobody_knows_is_left_out_and_said():
    lost = group(service_at_locations=[{"id": "x", "location_id": "nowhere"}])
    found = row(compared(body(), lost), "Moor group")
    assert (found.verdict, "Place" in found.reason) == (Verdict.NEW, True)


def test_what_left_a_whole_feed_is_gone():
    imported(body(), group(), group("s2", "Other group"))
    run = compared(body(), group())
    assert row(run, "Other group").verdict == Verdict.GONE
    assert run.counts["service"] == {"same": 1, "gone": 1}


def test_nothing_is_gone_from_a_feed_that_was_not_read_to_its_end():
    imported(body(), group(), group("s2", "Other group"))
    run = compared(body(), group())
    run.read_at = None
    run.save()
    assert compare(run).counts["service"] == {"same": 1}


def test_services_kept_here_and_of_other_feeds_are_never_gone():
    build.service("Ours")
    imported(body("o9"), group("s9", organization_id="o9"), of=feed("Westmoor Council"))
    assert compared(body(), group()).counts["service"] == {"new": 1}


def test_a_refused_record_of_a_service_here_does_not_count_as_gone():
    imported(body(), group())
    run = compared(body(), group(status="perhaps"))
    assert run.counts["service"] == {"refused": 1}


def test_comparing_again_forgets_what_it_found_before():
    imported(body(), group(), group("s2", "Other group"))
    run = compared(body(), group(description="New words."))
    assert run.counts["service"] == {"changed": 1, "gone": 1}
    assert compare(run).counts["service"] == {"changed": 1, "gone": 1}


def test_an_editors_waiting_draft_is_not_written_over(editor):
    imported(body(), group())
    service = Service.objects.get()
    service.summary = "A better line."
    service.save_revision(user=editor)
    found = row(compared(body(), group(description="New words.")), "Moor group")
    assert found.verdict == Verdict.REFUSED
    assert "draft" in found.reason
    assert compared(body(), group()).counts["service"] == {"same": 1}


def test_a_later_check_made_here_stands():
    imported(body(), group(assured_date="2026-03-01"))
    Service.objects.update(assured_date="2026-10-01", assurer_role="Editor", checked="Times")
    assert compared(body(), group(assured_date="2026-03-01")).counts["service"] == {"same": 1}
    newer = row(compared(body(), group(assured_date="2026-11-01")), "Moor group")
    assert told(newer)["Checked on"] == ("1 October 2026", "1 November 2026")


def test_a_check_made_here_stands_when_the_feed_says_nothing_of_one():
    imported(body(), group())
    Service.objects.update(assured_date="2026-10-01", assurer_role="Editor", checked="Times")
    assert compared(body(), group()).counts["service"] == {"same": 1}
    imported(body(), group(description="New words."))
    made = Service.objects.get()
    assert (str(made.assured_date), made.assurer_role) == ("2026-10-01", "Editor")


def test_what_was_not_there_before_is_told_without_a_word_for_nothing():
    imported(body(), group())
    full = group(
        minimum_age=18, fd_closed_from="2026-12-24", fd_cost="free",
        contacts=[{"name": "Pat", "title": "Nurse"}], languages=[{"code": "pl"}],
        cost_options=[{"option": "Tea", "amount": 2.5}], service_areas=[{"name": "The moor"}],
        schedules=[{
            "byday": "1TU", "freq": "MONTHLY", "opens_at": "18:00", "closes_at": "20:30",
            "dtstart": "2026-01-06", "fd_open_on_bank_holidays": True,
        }],
    )  # fmt: skip
    assert told(row(compared(body(), full), "Moor group")) == {
        "Minimum age": ("", "18"),
        "Temporarily closed from": ("", "24 December 2026"),
        "Cost": ("", "Free"),
        "Contacts": ("", "Pat, Nurse"),
        "Languages": ("", "pl"),
        "Prices": ("", "Tea, 2.50"),
        "Areas it covers": ("", "The moor"),
        "Opening times": (
            "", "1TU 18:00 to 20:30, Monthly, 6 January 2026, Open on bank holidays"
        ),
    }  # fmt: skip


def test_a_term_an_editor_added_stays_and_counts_as_no_difference():
    imported(body(), group())
    build.tag(Service.objects.get(), "need", "bereavement")
    assert compared(body(), group()).counts["service"] == {"same": 1}
    assert TaxonomyTerm.objects.get().key == "bereavement"


def test_comparing_takes_as_many_queries_for_many_rows_as_for_few(django_assert_max_num_queries):
    few = compared(body(), *(group(f"s{n}", f"Group {n}") for n in range(3)))
    many = compared(body(), *(group(f"s{n}", f"Group {n}") for n in range(120)))
    with django_assert_max_num_queries(90) as counted:
        compare(few)
    of_few = len(counted)
    with django_assert_max_num_queries(of_few + 5):
        compare(many)
    assert Organization.objects.count() == 0
