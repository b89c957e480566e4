"""Where a referral can be sent on, and what the queue counts."""

import pytest
from django.utils import timezone

from portal.places.models import Area
from referrals.triage import queries
from referrals.triage.queries import services_to_offer
from tests.referrals.conftest import SLUGS
from tests.services_directory.build import area, covers, organization, service, tag

pytestmark = pytest.mark.django_db


def offered(name, need, *codes, **fields):
    made = service(name, **fields)
    tag(made, "need", need)
    for code in codes:
        covers(made, code)
    return made


def names(referral):
    return [each.name.split(" (")[0] for each in services_to_offer(referral)]


def test_they_are_of_the_directory_with_id_and_provider(make_referral):
    made = offered("Night care", "patient-support", organization=organization("Lantern"))
    (choice,) = services_to_offer(make_referral())
    assert (choice.id, choice.name) == (str(made.pk), "Night care (Lantern)")


@pytest.mark.parametrize(
    ("slug", "need", "there"),
    [
        (SLUGS[0], "planning-ahead", True),
        (SLUGS[0], "bereavement", False),
        (SLUGS[1], "bereavement", True),
        (SLUGS[1], "equipment", False),
        (SLUGS[2], "equipment", True),
        (SLUGS[2], "planning-ahead", False),
    ],
)
def test_they_meet_a_need_of_the_pathway(make_referral, slug, need, there):
    offered("One", need)
    assert names(make_referral(slug)) == (["One"] if there else [])


def test_one_that_meets_two_needs_is_there_once_and_all_by_name(make_referral):
    both = offered("Zeta", "patient-support")
    tag(both, "need", "befriending")
    offered("Alpha", "befriending")
    assert names(make_referral()) == ["Alpha", "Zeta"]


def test_only_those_that_cover_the_place_or_the_nation(make_referral):
    area("east", parent=area("vale"))
    offered("In the east", "patient-support", "east")
    offered("In the whole vale", "patient-support", "vale")
    offered("In the west", "patient-support", "west")
    offered("Everywhere", "patient-support", national=True)
    referral = make_referral()
    referral.area_code = "east"
    assert names(referral) == ["Everywhere", "In the east", "In the whole vale"]


@pytest.mark.parametrize("code", ["", "no-longer-there"])
def test_where_the_place_is_not_known_none_is_left_out(make_referral, code):
    offered("In the west", "patient-support", "west")
    referral = make_referral()
    referral.area_code = code
    assert names(referral) == ["In the west"]


def test_areas_are_named_by_code():
    Area.objects.all().delete()
    area("vale-east")
    assert queries.area_names() == {"vale-east": "Vale East"}


def test_an_empty_queue_counts_nothing_in_every_view(triage):
    assert queries.counts(triage, timezone.now()) == dict.fromkeys(queries.VIEWS, 0)


def test_the_counts_of_all_views_are_one_question(triage, make_referral, django_assert_num_queries):
    make_referral()
    with django_assert_num_queries(1):
        queries.counts(triage, timezone.now())


def test_a_view_that_is_none_is_an_error(triage):
    with pytest.raises(KeyError):
        queries.in_view("nonsense", triage, timezone.now())
