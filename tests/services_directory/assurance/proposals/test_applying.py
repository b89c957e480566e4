import pytest
from django.core.exceptions import ValidationError

from services_directory.assurance.proposals.applying import apply, check, words_of
from services_directory.assurance.proposals.states import state_of
from services_directory.models import CostOption, Service
from tests.services_directory import build
from tests.services_directory.assurance.proposals.build import fresh

pytestmark = pytest.mark.django_db


def test_a_row_with_a_known_key_stays_that_row(service):
    first, second = service.phones.all()
    rows = state_of(service)["phones"]
    apply(service, {"phones": [{**rows[1], "number": "111"}, {"id": "", "number": "999"}]})
    service.save()
    kept, new = fresh(service).phones.all()
    assert (kept.pk, kept.number) == (second.pk, "111")
    assert new.pk not in {first.pk, second.pk}


def test_a_key_that_is_used_twice_or_unknown_makes_a_row_of_its_own(service):
    row = state_of(service)["phones"][0]
    strange = {**row, "id": "not a key"}
    apply(service, {"phones": [row, row, strange]})
    service.save()
    assert len({phone.pk for phone in fresh(service).phones.all()}) == 3


def test_what_a_row_has_besides_its_facts_is_kept(service):
    CostOption.objects.create(service=service, option="A visit", valid_to="2027-01-01")
    apply(service, {"cost_options": state_of(service)["cost_options"]})
    assert service.cost_options.get().valid_to is not None


def test_what_cannot_be_proposed_is_left_alone(service):
    apply(service, {"staff_phone": "1", "internal_note": "x", "live": False, "pk": None})
    assert (service.staff_phone, service.internal_note, service.live) == (
        "01632 960 900", "Note-X", True,
    )  # fmt: skip


def test_rules_of_the_models_are_asked_for_the_entry_and_its_rows(service):
    apply(service, {"minimum_age": 18, "maximum_age": 5, "phones": [{"id": "", "number": "ring"}]})
    with pytest.raises(ValidationError) as caught:
        check(service)
    words = words_of(caught.value)
    assert "Oldest age: The oldest age must not be below the youngest." in words
    assert "Phone numbers: Enter a phone number in figures, like 01632 960 001." in words


def test_what_staff_alone_keep_does_not_stand_in_the_way(service):
    service.staff_phone = "ask Dilys"
    check(service)


def test_a_value_that_no_field_can_hold_is_refused(service):
    with pytest.raises(ValidationError):
        apply(service, {"closed_from": "the day after"})


def test_an_entry_that_is_not_saved_takes_everything(service):
    empty = Service(organization=service.organization)
    apply(empty, state_of(service))
    empty.save()
    assert [phone.number for phone in fresh(empty).phones.all()] == [
        "01632 960 001", "01632 960 002",
    ]  # fmt: skip
    assert fresh(service).phones.count() == 2


def keys(facet: str, *terms: str) -> list[str]:
    return [str(build.term(facet, term).pk) for term in terms]


def test_the_terms_of_a_facet_are_put_in_place_and_all_others_stay(service):
    build.tag(service, "died", "parent", "child")
    build.tag(service, "need", "respite")
    build.tag(service, "colour", "blue")
    kept = service.attributes.get(taxonomy_term__key="child").pk
    changing = fresh(service)
    apply(changing, {"died": keys("died", "baby", "child")})
    changing.save()
    found = {each.taxonomy_term.key: each.pk for each in fresh(service).attributes.all()}
    assert set(found) == {"baby", "child", "respite", "blue"}
    assert found["child"] == kept


@pytest.mark.parametrize("strange", ["not a key", "3b0c0a46-5f6f-4c1c-a1f6-0b0e7f6c0001"])
def test_a_term_that_is_not_on_file_or_of_another_facet_is_left_out(service, strange):
    apply(service, {"died": [strange, *keys("died", "child"), *keys("need", "respite")]})
    service.save()
    assert [each.taxonomy_term.key for each in fresh(service).attributes.all()] == ["child"]


def test_a_facet_can_be_emptied(service):
    build.tag(service, "died", "child")
    apply(service, {"died": []})
    service.save()
    assert not fresh(service).attributes.exists()
