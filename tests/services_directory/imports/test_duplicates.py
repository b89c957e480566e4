from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services_directory.imports import proposals
from services_directory.imports.draft import OWN
from services_directory.imports.duplicates import finding
from services_directory.imports.duplicates.fingerprints import (
    fingerprint,
    host_of,
    phone_of,
    words_of,
)
from services_directory.imports.duplicates.likeness import LEAST, likeness
from services_directory.imports.keys import our_key
from services_directory.models import (
    DuplicateProposal,
    OrganizationIdentifier,
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
)

PHONE = {"id": "p1", "number": "+44 1632 960001"}
AT_HALL = {"service_at_locations": [{"id": "x1", "location_id": "l1"}]}


FEED = UUID(int=7)


def mark(name: str, phones=(), postcodes=(), identifiers=(), url=""):
    return fingerprint(
        our_key(FEED, "service", name), name, "", phones, postcodes, identifiers, url
    )


@pytest.fixture
def ours(db) -> Service:
    made = build.service("Evening Bereavement Group", url="https://www.hospice.example/group")
    Phone.objects.create(service=made, number="01632 960 001")
    build.place(made)
    OrganizationIdentifier.objects.create(
        organization=made.organization, identifier_scheme="GB-CHC", identifier="1234567"
    )
    return made


def alike(run, name: str) -> list:
    return row(run, name).data[OWN].get("alike", [])


def test_a_service_that_is_here_already_is_found_with_what_is_alike(ours):
    run = compared(
        body(), hall(), group(name="Bereavement group, evening", phones=[PHONE], **AT_HALL)
    )
    found = alike(run, "Bereavement group, evening")
    assert [each["key"] for each in found] == [str(ours.pk)]
    assert found[0]["reasons"] == ["Same name", "Same phone number", "Same postcode"]
    assert (found[0]["name"], found[0]["owner"]) == ("Evening Bereavement Group", "")


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"url": "https://hospice.example/other"}, "Same website"),
        ({"phones": [PHONE]}, "Same phone number"),
        (AT_HALL, "Same postcode"),
    ],
)
def test_the_same_name_needs_one_thing_more(ours, more, reason):
    run = compared(body(), hall(), group(name=ours.name, **more))
    assert alike(run, ours.name)[0]["reasons"] == ["Same name", reason]


def test_the_number_of_the_charity_counts(ours):
    number = {"identifier_scheme": "GB-CHC", "identifier": "1234567"}
    run = compared(body(organization_identifiers=[number]), group(name=ours.name))
    assert alike(run, ours.name)[0]["reasons"][1] == "Same charity or company number"


def test_the_same_name_alone_is_no_proof(ours):
    assert alike(compared(body(), group(name=ours.name)), ours.name) == []


def test_other_services_of_one_body_at_one_place_are_not_alike(ours):
    other = group(name="Day hospice", phones=[PHONE], url=ours.url, **AT_HALL)
    assert alike(compared(body(), hall(), other), "Day hospice") == []


def test_two_of_the_same_feed_are_found_once(db):
    run = compared(
        body(),
        group("a", "Moor choir", phones=[PHONE]),
        group("b", "The Moor Choir", phones=[PHONE]),
    )
    assert alike(run, "Moor choir") == []
    assert [each["name"] for each in alike(run, "The Moor Choir")] == ["Moor choir"]


def test_what_is_not_published_is_not_compared(ours):
    Service.objects.update(live=False)
    assert alike(compared(body(), group(name=ours.name, phones=[PHONE])), ours.name) == []


def test_a_number_that_very_many_share_tells_nothing(db, monkeypatch):
    monkeypatch.setattr(finding, "MOST_IN_BLOCK", 3)
    names = ["Choir", "Walks", "Lunch", "Garden", "Gardens"]
    run = compared(body(), *(group(name, name, phones=[PHONE]) for name in names))
    assert alike(run, "Gardens") == []
    monkeypatch.setattr(finding, "MOST_IN_BLOCK", 30)
    run = compared(body(), *(group(name, name, phones=[PHONE]) for name in names))
    assert [each["name"] for each in alike(run, "Gardens")] == ["Garden"]


def test_an_applied_pair_waits_for_a_person_and_is_put_once(ours):
    records = (body(), hall(), group(name=ours.name, phones=[PHONE], **AT_HALL))
    imported(*records)
    pair = DuplicateProposal.objects.get()
    assert {pair.first_id, pair.second_id} == set(Service.objects.values_list("pk", flat=True))
    assert pair.likeness >= LEAST
    imported(*records)
    assert DuplicateProposal.objects.count() == 1


def test_the_entry_that_does_not_stay_is_unpublished_for_good(ours, directory_editor):
    records = [body(), hall(), group(name=ours.name, phones=[PHONE], **AT_HALL)]
    imported(*records)
    theirs = Service.objects.get(feed=feed())
    proposals.say_same(DuplicateProposal.objects.get(), ours.pk, directory_editor)
    imported(*records[:2], group(name=ours.name, description="New.", phones=[PHONE], **AT_HALL))
    theirs.refresh_from_db()
    assert (theirs.live, theirs.description) == (False, "New.")
    assert Service.objects.public().get() == ours
    pair = DuplicateProposal.objects.get()
    assert (pair.same, pair.decided_by) == (True, directory_editor)


def test_ours_may_leave_for_theirs(ours, directory_editor):
    imported(body(), hall(), group(name=ours.name, phones=[PHONE], **AT_HALL))
    theirs = Service.objects.get(feed=feed())
    proposals.say_same(DuplicateProposal.objects.get(), theirs.pk, directory_editor)
    ours.refresh_from_db()
    assert not ours.live


def test_two_services_are_never_proposed_again(ours, directory_editor):
    records = (body(), hall(), group(name=ours.name, phones=[PHONE], **AT_HALL))
    imported(*records)
    proposals.say_different(DuplicateProposal.objects.get(), directory_editor)
    Service.objects.filter(feed=feed()).delete()
    imported(*records)
    assert Service.objects.public().count() == 2


def test_a_pair_is_decided_once_and_only_for_one_of_the_two(ours, directory_editor, reviewer):
    imported(body(), hall(), group(name=ours.name, phones=[PHONE], **AT_HALL))
    pair = DuplicateProposal.objects.get()
    with pytest.raises(ValueError, match="Neither"):
        proposals.say_same(pair, build.service("Third").pk, directory_editor)
    proposals.say_different(pair, directory_editor)
    with pytest.raises(proposals.Decided):
        proposals.say_same(pair, ours.pk, reviewer)
    assert Service.objects.filter(live=True).count() == 3
    assert DuplicateProposal.objects.get().decided_by == directory_editor


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Evening Group", "evening group"),
        ("Group for carers", "Carers' group"),
        ("Service of the Moor", "MOOR SERVICES"),
    ],
)
def test_names_are_compared_by_their_telling_words(one, other):
    assert words_of(one).replace(" s", "") == words_of(other).replace(" s", "")


def test_a_name_of_empty_words_alone_is_kept():
    assert words_of("The Service") == "service the"


@pytest.mark.parametrize("text", ["01632 960001", "+44 (0)1632 960 001", "0044 1632 960001"])
def test_a_number_is_the_same_however_it_is_written(text):
    assert phone_of(text) == "1632960001"


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.moor.example/a", "moor.example"), ("https://facebook.com/moor", ""),
        ("", ""), ("http://[broken", ""),
    ],
)  # fmt: skip
def test_the_host_of_a_page(url, host):
    assert host_of(url) == host


names = st.text(st.characters(categories=["Lu", "Ll", "Zs"]), min_size=1, max_size=30)


@given(one=names, other=names)
def test_likeness_is_the_same_both_ways_and_never_above_one(one, other):
    first, second = (mark(name, ["01632 960 001"], ["WY3 1AB"], ["1"]) for name in (one, other))
    there, back = likeness(first, second), likeness(second, first)
    assert there == back
    assert there[0] == 0 or LEAST <= there[0] <= 1
