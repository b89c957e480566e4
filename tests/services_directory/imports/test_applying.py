from datetime import date

import pytest
from django.db import connection
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import ModelLogEntry
from wagtail.search.models import IndexEntry

from search.models import SearchChange
from services_directory.choices import Status, Verdict
from services_directory.imports import applying, history
from services_directory.imports.applying import CHANGED_SINCE, NotReady, apply
from services_directory.imports.comparison import compare
from services_directory.imports.records import Record
from services_directory.imports.shapes import SHAPES
from services_directory.models import (
    Address,
    DirectoryChange,
    Location,
    Organization,
    Phone,
    Service,
)
from tests.services_directory import build
from tests.services_directory.imports.feeding import (
    body,
    compared,
    feed,
    group,
    hall,
    imported,
    row,
    run_of,
)

pytestmark = pytest.mark.django_db
PHONE = {"id": "p1", "number": "01632 960 001", "description": "Office"}
AT_HALL = {"service_at_locations": [{"id": "x1", "location_id": "l1"}]}


def test_a_new_service_is_public_at_once_and_belongs_to_its_feed():
    imported(body(), hall(), group(phones=[PHONE], **AT_HALL))
    made = Service.objects.public().get()
    assert made.feed == made.organization.feed == feed()
    assert [each.number for each in made.phones.all()] == ["01632 960 001"]
    assert made.service_at_locations.get().location.addresses.get().postal_code == "WY3 1AB"
    assert made.first_published_at is not None


def test_applying_twice_changes_nothing():
    run = compared(body(), group())
    assert apply(run)["service"] == 1
    assert sum(apply(run).values()) == 0
    assert Service.objects.count() == 1


def test_the_same_feed_again_writes_nothing():
    imported(body(), hall(), group(phones=[PHONE], **AT_HALL))
    before = Service.objects.get().last_modified
    changes = SearchChange.objects.count(), DirectoryChange.objects.count()
    logged = ModelLogEntry.objects.count()
    run = imported(body(), hall(), group(phones=[PHONE], **AT_HALL))
    assert {each for kind in run.counts.values() for each in kind} == {"same"}
    assert Service.objects.get().last_modified == before
    assert (SearchChange.objects.count(), DirectoryChange.objects.count()) == changes
    assert ModelLogEntry.objects.count() == logged


def test_what_people_here_wrote_beside_the_feed_survives():
    imported(body(), group())
    Service.objects.update(
        staff_phone="01632 960 999", internal_note="Ask for Pat", pathway="bereavement-support"
    )
    imported(body(), group(description="New words."))
    made = Service.objects.get()
    assert made.description == "New words."
    assert (made.staff_phone, made.internal_note) == ("01632 960 999", "Ask for Pat")
    assert made.pathway == "bereavement-support"


def test_rows_keep_their_keys():
    more = {"id": "p2", "number": "01632 960 002"}
    imported(body(), group(phones=[PHONE, more]))
    keys = {phone.number: phone.pk for phone in Phone.objects.all()}
    imported(
        body(), group(phones=[more, PHONE | {"description": "Desk"}, {"number": "01632 960 003"}])
    )
    after = {phone.number: phone for phone in Phone.objects.all()}
    assert {number: after[number].pk for number in keys} == keys
    assert after["01632 960 001"].description == "Desk"
    assert [phone.number for phone in Service.objects.get().phones.all()] == [
        "01632 960 002", "01632 960 001", "01632 960 003"
    ]  # fmt: skip
    imported(body(), group(phones=[more]))
    assert list(Phone.objects.values_list("pk", flat=True)) == [keys["01632 960 002"]]


def test_a_row_cannot_take_the_key_of_somebody_elses_row():
    ours = Phone.objects.create(service=build.service("Ours"), number="01632 960 007")
    imported(body(), group(phones=[{"id": str(ours.pk), "number": "01632 960 666"}]))
    ours.refresh_from_db()
    assert (ours.number, ours.service.name) == ("01632 960 007", "Ours")
    assert Phone.objects.get(number="01632 960 666").service.name == "Moor group"


def test_two_services_that_share_the_key_of_a_row_have_one_each_and_keep_it():
    shared = {"id": "aaaaaaaa-2222-4333-8444-555555555555", "number": "01632 960 001"}
    records = (body(), group(phones=[shared]), group("s2", "Other group", phones=[shared]))
    imported(*records)
    keys = {each.service.name: each.pk for each in Phone.objects.select_related("service")}
    assert set(keys) == {"Moor group", "Other group"}
    assert imported(*records).counts["service"] == {"same": 2}
    other = shared | {"number": "01632 960 002"}
    imported(body(), group(phones=[other]), group("s2", "Other group", phones=[other]))
    found = Phone.objects.filter(number="01632 960 002").select_related("service")
    assert {each.service.name: each.pk for each in found} == keys


def test_records_of_others_are_left_as_they_are():
    ours = build.service("Ours")
    run = imported(body(), group(str(ours.pk), "Stolen"), body(str(ours.organization_id), "Taken"))
    ours.refresh_from_db()
    assert (ours.name, ours.organization.name, ours.feed) == ("Ours", "St Wyvern's Hospice", None)
    assert run.counts["service"] == {"refused": 1}


def test_what_is_gone_is_inactive_and_comes_back():
    imported(body(), group(), group("s2", "Other group"))
    imported(body(), group())
    gone = Service.objects.get(name="Other group")
    assert (gone.status, gone.is_public) == (Status.INACTIVE, False)
    assert SearchChange.objects.latest("pk").pk_text == str(gone.pk)
    assert DirectoryChange.objects.latest("pk").service_key == gone.pk
    run = imported(body(), group(), group("s2", "Other group"))
    assert row(run, "Other group").differences[0]["after"] == "Active"
    gone.refresh_from_db()
    assert gone.is_public


def test_an_entry_that_was_unpublished_stays_so():
    imported(body(), group())
    Service.objects.get().unpublish()
    imported(body(), group(description="New words."))
    made = Service.objects.get()
    assert (made.live, made.description) == (False, "New words.")


def test_a_change_made_here_after_the_report_is_not_written_over():
    imported(body(), group())
    run = compared(body(), group(description="Words of the feed."))
    Service.objects.update(alert="Closed for the floods")
    apply(run)
    made = Service.objects.get()
    assert (made.description, made.alert) == ("People meet.", "Closed for the floods")
    found = row(run, "Moor group")
    assert (found.verdict, found.reason) == (Verdict.REFUSED, CHANGED_SINCE)


def test_a_change_made_here_to_what_the_feed_says_needs_no_other():
    imported(body(), group())
    run = compared(body(), group(description="New words."))
    Service.objects.update(description="New words.", summary="New words.")
    assert apply(run)["service"] == 0
    found = row(run, "Moor group")
    assert (found.verdict, found.reason) == (Verdict.SAME, "")


def test_a_service_is_not_written_when_its_organisation_went_after_the_report():
    run = compared(body(), group())
    run.rows.filter(kind="organization").update(verdict=Verdict.REFUSED)
    apply(run)
    assert not Service.objects.exists()
    found = row(run, "Moor group")
    assert (found.verdict, "organisation" in found.reason) == (Verdict.REFUSED, True)


def test_what_is_kept_here_by_now_is_not_taken_down_with_the_feed():
    imported(body(), group(), group("s2", "Other group"))
    run = compared(body(), group())
    assert row(run, "Other group").verdict == Verdict.GONE
    Service.objects.filter(name="Other group").update(feed=None)
    apply(run)
    assert Service.objects.get(name="Other group").status == Status.ACTIVE


def test_a_record_that_came_here_after_the_report_is_not_written_over():
    late = compared(body(), group(description="Late."))
    imported(body(), group())
    apply(late)
    assert Service.objects.get().description == "People meet."
    assert row(late, "Moor group").verdict == Verdict.REFUSED


def test_a_run_that_is_not_compared_or_was_discarded_cannot_be_applied():
    with pytest.raises(NotReady):
        apply(run_of())
    run = compared(body(), group())
    run.stopped_at = timezone.now()
    run.save()
    with pytest.raises(NotReady):
        apply(run)


def test_a_fault_half_way_leaves_nothing_behind(monkeypatch):
    def fail(by, touched):
        raise RuntimeError

    monkeypatch.setattr(applying, "_take_down", fail)
    run = compared(body(), hall(), group())
    with pytest.raises(RuntimeError):
        apply(run)
    assert not Service.objects.exists()
    assert not Organization.objects.exists()
    assert row(run, "Moor group").verdict == Verdict.NEW


def test_search_and_the_finders_board_are_told_once_for_all(django_capture_on_commit_callbacks):
    run = compared(body(), *(group(f"s{n}", f"Group {n}") for n in range(50)))
    with django_capture_on_commit_callbacks() as callbacks:
        apply(run)
    keys = {str(key) for key in Service.objects.values_list("pk", flat=True)}
    assert set(SearchChange.objects.values_list("pk_text", flat=True)) == keys
    assert len(callbacks) <= 2


def test_services_are_told_of_a_change_of_what_they_name():
    imported(body(), hall(), group(**AT_HALL))
    SearchChange.objects.all().delete()
    before = Service.objects.get()
    imported(body(name="Eastmoor Care Trust"), hall(), group(**AT_HALL))
    assert SearchChange.objects.get().pk_text == str(before.pk)
    assert Service.objects.get().last_modified > before.last_modified
    imported(body(name="Eastmoor Care Trust"), hall(name="New Hall"), group(**AT_HALL))
    assert SearchChange.objects.count() == 2


def test_services_are_told_of_a_new_name_of_a_term():
    listed = Record("taxonomy", "x1", {"id": "x1", "name": "Subjects"})
    term = {"id": "t1", "name": "Grief help", "taxonomy_id": "x1"}
    tagged = group(attributes=[{"id": "a", "taxonomy_term_id": "t1"}])
    imported(listed, Record("taxonomy_term", "t1", term), body(), tagged, group("s2", "Other"))
    SearchChange.objects.all().delete()
    imported(
        listed, Record("taxonomy_term", "t1", term | {"name": "Help with grief"}), body(), tagged,
        group("s2", "Other"),
    )  # fmt: skip
    told = Service.objects.get(name="Moor group")
    assert SearchChange.objects.get().pk_text == str(told.pk)


def test_the_history_says_what_the_import_did(directory_editor):
    run = compared(body(), group())
    apply(run, user=directory_editor)
    imported(body(), group(description="New words."))
    imported(body())
    entries = ModelLogEntry.objects.for_instance(Service.objects.get()).order_by("pk")
    assert [entry.action for entry in entries] == [history.MADE, history.CHANGED, history.GONE]
    assert entries[0].user == directory_editor
    assert entries[0].message == "Brought by an import of Eastmoor Council"


def test_an_editors_form_shows_what_the_import_wrote():
    imported(body(), group(phones=[PHONE]))
    service = Service.objects.get()
    service.save_revision().publish()
    imported(body(), group(description="New words.", phones=[PHONE | {"number": "01632 960 002"}]))
    service.refresh_from_db()
    draft = service.get_latest_revision_as_object()
    assert draft.description == "New words."
    assert [each.number for each in draft.phones.all()] == ["01632 960 002"]
    assert not service.has_unpublished_changes
    assert service.live_revision == service.latest_revision


def test_the_form_of_an_unpublished_entry_shows_what_the_import_wrote_and_leaves_it_so():
    imported(body(), group())
    service = Service.objects.get()
    service.save_revision().publish()
    service.refresh_from_db()
    service.unpublish()
    imported(body(), group(description="New words."))
    service.refresh_from_db()
    assert (service.live, service.has_unpublished_changes) == (False, True)
    assert service.get_latest_revision_as_object().description == "New words."
    service.latest_revision.publish()
    service.refresh_from_db()
    assert (service.live, service.description) == (True, "New words.")


def test_a_service_nobody_has_edited_gets_no_revision():
    imported(body(), group())
    assert Service.objects.get().latest_revision is None


def test_a_confidential_address_stays_so_whatever_the_feed_says():
    imported(body(), hall(latitude=54.01234, longitude=1.51234), group(**AT_HALL))
    Address.objects.update(confidential=True)
    imported(body(), hall(latitude=54.06789, longitude=1.51234), group(**AT_HALL))
    place = Location.objects.get()
    assert place.is_confidential
    assert (place.latitude, place.public_latitude) == (54.06789, 54.07)


def test_an_address_known_by_its_outward_code_alone_is_confidential():
    private = {
        "id": "a", "address_1": "Not published", "city": "Not published",
        "state_province": "Not published", "postal_code": "WY3",
    }  # fmt: skip
    imported(body(), hall(addresses=[private]), group(**AT_HALL))
    place = Location.objects.get()
    assert place.is_confidential
    assert place.addresses.get().outcode == "WY3"


def test_a_known_area_is_linked_and_another_kept_in_words():
    build.area("wyvern-vale-east")
    areas = [
        {"name": "East", "extent": "East", "fd_area_code": "wyvern-vale-east"},
        {"name": "The far moor", "fd_area_code": "far-moor"},
    ]
    imported(body(), group(service_areas=areas))
    found = Service.objects.get().service_areas.all()
    assert [(each.area and each.area.code, each.extent) for each in found] == [
        ("wyvern-vale-east", ""), (None, "The far moor")
    ]  # fmt: skip


def test_a_hidden_entry_is_shown_again_when_the_feed_tells_of_a_new_check():
    imported(body(), group(assured_date="2025-01-01"))
    Service.objects.update(hidden_since=date(2026, 10, 1), overdue_since=date(2026, 7, 1))
    imported(body(), group(assured_date="2025-01-01", description="New words."))
    assert Service.objects.get().hidden_since is not None
    imported(body(), group(assured_date="2026-11-01", description="New words."))
    made = Service.objects.get()
    assert (made.hidden_since, made.overdue_since) == (None, None)


def test_the_lists_of_the_admin_index_imported_records_and_say_whose_they_are(
    client, directory_editor
):
    imported(body(), group())
    assert IndexEntry.objects.get(autocomplete="Moor group").content_object == Service.objects.get()
    client.force_login(directory_editor)
    page = client.get("/admin/snippets/services_directory/service/").content.decode()
    assert "Eastmoor Council" in page


def test_the_edit_form_says_whose_the_entry_is(client, directory_editor):
    imported(body(), group())
    ours = build.service("Ours")
    client.force_login(directory_editor)
    address = "/admin/snippets/services_directory/service/edit/{}/"
    theirs = client.get(address.format(Service.objects.get(name="Moor group").pk))
    assert "This belongs to the feed <strong>Eastmoor Council</strong>" in theirs.content.decode()
    assert "This belongs to the feed" not in client.get(address.format(ours.pk)).content.decode()


CHANGES = {
    "name": "Another name", "description": "Other words.", "status": "temporarily closed",
    "url": "https://moor.example/", "email": "hello@moor.example", "alert": "New door",
    "fd_closed_from": "2027-01-01", "fd_cost": "free", "fees_description": "Ask us",
    "application_process": "Ring.", "eligibility_description": "Anyone.", "minimum_age": 20,
    "maximum_age": 70, "fd_modes": ["online"], "fd_referral_routes": ["gp"], "fd_national": True,
    "fd_open_24_hours": True, "fd_summary": "One line", "phones": [PHONE],
    "languages": [{"code": "pl"}], "contacts": [{"name": "Desk"}],
    "cost_options": [{"option": "Ticket", "amount": 2.5}], "service_areas": [{"name": "The moor"}],
    "schedules": [{"byday": "MO", "opens_at": "09:00", "closes_at": "10:00"}],
}  # fmt: skip
FIELDS_OF = {
    "description": {"description"}, "fd_closed_from": {"closed_from"}, "fd_cost": {"cost"},
    "fd_modes": {"mode_online"}, "fd_referral_routes": {"referral_gp"},
    "fd_national": {"national"}, "fd_open_24_hours": {"open_24_hours"}, "fd_summary": {"summary"},
}  # fmt: skip


@given(changed=st.sets(st.sampled_from(sorted(CHANGES)), min_size=1, max_size=4))
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_exactly_what_changed_in_the_feed_is_told_and_written(changed: set[str]):
    Service.objects.all().delete()
    base = group(fd_summary="First line")
    imported(body(), base)
    other = group(**{"fd_summary": "First line"} | {name: CHANGES[name] for name in changed})
    run = compared(body(), other)
    found = {each["field"] for each in run.rows.get(kind="service").differences}
    expected = {field for name in changed for field in FIELDS_OF.get(name, {name})}
    if "fd_closed_from" in changed:
        expected -= {"status"}  # the dates say when it is closed
    assert found == expected
    apply(run)
    assert compared(body(), other).counts["service"] == {"same": 1}
    back = imported(body(), base)
    assert back.counts["service"] == {"changed": 1}
    assert compared(body(), base).counts["service"] == {"same": 1}


def test_applying_takes_no_more_queries_for_more_services():
    def queries(count: int, name: str) -> int:
        run = compared(
            body(), hall(),
            *(group(f"{name}{n}", f"{name} {n}", phones=[PHONE], **AT_HALL) for n in range(count)),
            of=feed(name),
        )  # fmt: skip
        with connection.execute_wrapper(count_queries):
            counted.clear()
            apply(run)
        return len(counted)

    counted: list[str] = []

    def count_queries(execute, sql, params, many, context):
        counted.append(sql)
        return execute(sql, params, many, context)

    assert queries(60, "many") <= queries(5, "few") + 6


def test_no_shape_names_a_field_that_is_for_staff_alone():
    secret = {"staff_phone", "staff_criteria", "internal_note", "live", "hidden_since", "pathway"}
    assert not secret & set(SHAPES["service"].fields)
    assert compare.__doc__
