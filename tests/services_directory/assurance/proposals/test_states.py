import pytest

from services_directory.assurance.proposals.states import (
    changed,
    digest,
    only,
    same,
    state_of,
    terms_of,
)
from services_directory.models import CostOption, Service
from tests.services_directory import build
from tests.services_directory.assurance.proposals.build import now

pytestmark = pytest.mark.django_db


def test_a_state_holds_what_the_public_sees_and_nothing_for_staff(service):
    state = state_of(service)
    assert state["name"] == "Evening group"
    assert [row["number"] for row in state["phones"]] == ["01632 960 001", "01632 960 002"]
    for secret in ("01632 960 900", "Criterion-X", "Note-X"):
        assert secret not in str(state)


def test_values_are_plain_json(service):
    CostOption.objects.create(service=service, option="A visit", amount="4.5")
    service.wait_stated_on = "2026-11-04"
    service.save()
    state = now(service)
    assert state["wait_stated_on"] == "2026-11-04"
    assert state["cost_options"][0]["amount"] == "4.50"
    assert state["schedules"][0]["opens_at"] == "09:00:00"
    assert state["service_at_locations"][0]["location"] == str(
        service.service_at_locations.get().location_id
    )


def test_a_new_entry_has_an_empty_state_and_asks_nothing_of_the_database(
    service, django_assert_num_queries
):
    organization = service.organization
    with django_assert_num_queries(0):
        state = state_of(Service(organization=organization))
    assert state["name"] == ""
    assert state["phones"] == []


def test_the_state_of_a_prefetched_entry_costs_no_more_queries(service, django_assert_num_queries):
    found = Service.objects.with_everything().get(pk=service.pk)
    with django_assert_num_queries(0):
        state_of(found)


def test_the_keys_of_rows_are_no_difference_but_their_order_is():
    one = [{"id": "1", "number": "111"}, {"id": "2", "number": "999"}]
    assert same("phones", one, [{"id": "", "number": "111"}, {"id": "9", "number": "999"}])
    assert not same("phones", one, list(reversed(one)))
    assert same("phones", None, [])


def test_only_facts_that_say_something_else_are_changed_and_unknown_ones_are_not_facts(service):
    state = state_of(service)
    assert changed(state, {**state, "name": "Other", "staff_phone": "111"}) == ["name"]
    assert changed(state, state) == []


def test_empty_and_zero_differ(service):
    state = state_of(service)
    assert changed(state, {"minimum_age": 0}) == ["minimum_age"]


def test_a_digest_changes_with_any_value():
    assert digest({"a": 1}, None) == digest({"a": 1}, None)
    assert digest({"a": 1}, None) != digest({"a": 2}, None)
    assert only({"a": 1}, ["a", "b"]) == {"a": 1, "b": None}


def test_two_entries_with_the_same_facts_have_the_same_facts(service):
    other = build.service(name="Evening group", description="You meet others. We drink tea.")
    other.cost = "free"
    assert "name" not in changed(state_of(service), state_of(other))


def test_terms_are_keys_by_facet_in_the_order_of_the_facet_and_no_others(service):
    build.tag(service, "died", "partner", "child")
    build.tag(service, "colour", "blue")
    child, partner = build.term("died", "child"), build.term("died", "partner")
    partner.sort_order = 1
    partner.save()
    state = now(service)
    assert state["died"] == [str(child.pk), str(partner.pk)]
    assert (state["need"], "colour" in state) == ([], False)


def test_the_order_of_terms_says_nothing():
    assert same("died", ["a", "b"], ["b", "a"])
    assert same("died", None, [])
    assert not same("died", ["a"], ["a", "b"])


def test_the_terms_of_an_entry_cost_the_same_however_many(service, django_assert_num_queries):
    build.tag(service, "need", *(f"need-{number}" for number in range(9)))
    found = Service.objects.get(pk=service.pk)
    with django_assert_num_queries(3):  # what it has, the terms, their taxonomies
        terms_of(found)
