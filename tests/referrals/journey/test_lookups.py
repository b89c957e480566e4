"""Practices and addresses: offered where there is a list, typed where there is none."""

import pytest

from referrals.journey import lookups
from referrals.journey.forms import NONE_OF_THESE, StepForm, pick_of, typed_in
from referrals.journey.lookups import Found
from referrals.pathways.declare import Kind
from referrals.pathways.steps.person import ADDRESS
from tests.referrals.conftest import SLUGS, as_data, pathway, typed_step

pytestmark = pytest.mark.django_db
pytestmark = pytest.mark.django_db
GP = pathway().step("gp")
LIST = (Found("ZZ001", "Quayside Surgery, Wyvernstow"), Found("ZZ002", "Quay Lane Practice"))
HOMES = (Found("1", "4 Quay Row, WY1 1AA"), Found("2", "6 Quay Row, WY1 1AA"))


@pytest.fixture
def listed(monkeypatch):
    """A list of practices that fit "quay" alone, and of addresses at one postcode."""
    fits = lambda text: LIST if "quay" in text.casefold() else ()  # noqa: E731
    monkeypatch.setattr(lookups, "practices", fits)
    monkeypatch.setattr(lookups, "addresses", lambda code: HOMES if code == "WY1 1AA" else ())


def gp(**data) -> StepForm:
    return StepForm(GP, True, data=as_data({"share_record": "yes", **data}))


def test_without_a_list_what_is_typed_is_the_answer():
    form = gp(gp_practice="Quayside")
    assert form.is_valid()
    assert form.answers() == {"gp_practice": "Quayside", "share_record": "yes"}


def test_what_fits_is_offered_once_something_was_typed(listed):
    assert "gp_practice_ods" not in StepForm(GP, True).fields
    form = gp(gp_practice="quay")
    assert not form.is_valid()
    assert [link.text for link in form.error_list] == ["Choose one of these, or “None of these”"]
    assert [value for value, _ in form.fields["gp_practice_ods"].choices] == [
        "ZZ001", "ZZ002", NONE_OF_THESE,
    ]  # fmt: skip


def test_the_one_chosen_is_kept_by_name_and_code(listed):
    form = gp(gp_practice="quay", gp_practice_ods="ZZ002")
    assert form.is_valid()
    assert form.answers() == {
        "gp_practice": "Quay Lane Practice",
        "gp_practice_ods": "ZZ002",
        "share_record": "yes",
    }


def test_none_of_these_keeps_what_was_typed_and_no_code(listed):
    form = gp(gp_practice="quay", gp_practice_ods=NONE_OF_THESE)
    assert form.is_valid()
    assert form.answers() == {"gp_practice": "quay", "share_record": "yes"}


def test_what_is_not_on_the_list_is_taken_as_typed(listed):
    form = gp(gp_practice="A surgery far away", gp_practice_ods="ZZ002")
    assert form.is_valid()
    assert "gp_practice_ods" not in form.answers()


def test_a_code_that_was_not_offered_is_refused(listed):
    assert not gp(gp_practice="quay", gp_practice_ods="ZZ999").is_valid()


def test_leaving_it_empty_is_still_right(listed):
    assert gp(gp_practice="  ").is_valid()


def test_coming_back_shows_the_practice_with_its_choice(listed):
    saved = {"gp_practice": "Quay Lane Practice", "gp_practice_ods": "ZZ002"}
    form = StepForm(GP, True, initial=saved)
    assert 'value="ZZ002"' in str(form["gp_practice_ods"])
    assert "checked" in str(form["gp_practice_ods"])


def test_an_organisation_is_looked_up_in_its_own_list(monkeypatch):
    monkeypatch.setattr(lookups, "organisations", lambda text: LIST)
    step = pathway(SLUGS[2]).step("referrer")
    data = typed_step(step, referrer_organisation_ods="ZZ001")
    form = StepForm(step, False, data=as_data(data))
    assert form.is_valid(), form.errors
    assert form.answers()["referrer_organisation_ods"] == "ZZ001"


def address(near="WY1 1AA", **data) -> StepForm:
    return StepForm(ADDRESS, True, data=as_data(data), near=near)


def test_an_address_is_picked_where_there_is_a_list(listed):
    form = address(address_pick="2")
    assert list(form.fields) == ["address_pick", "address"]
    assert form.is_valid()
    assert form.answers() == {"address": "6 Quay Row, WY1 1AA"}


def test_an_address_that_is_not_on_the_list_is_typed(listed):
    form = address(address="The boat, Quay", address_pick="")
    assert form.is_valid()
    assert form.answers() == {"address": "The boat, Quay"}


def test_neither_picked_nor_typed_says_what_to_do(listed):
    form = address()
    assert not form.is_valid()
    assert [link.text for link in form.error_list] == ["Enter the address, or where you stay"]


@pytest.mark.parametrize("near", ["", "WY9 9ZZ"])
def test_without_a_list_there_is_only_a_box(listed, near):
    assert list(StepForm(ADDRESS, True, near=near).fields) == ["address"]


def test_a_picked_address_that_was_not_offered_is_refused(listed):
    assert not address(address_pick="99").is_valid()


def test_what_was_picked_and_not_right_yet_is_kept():
    post = as_data({"address": "", pick_of("address"): "99", "evil": "x"})
    assert set(typed_in(ADDRESS, post)) == {"address", "address_pick"}


@pytest.mark.parametrize("kind", [Kind.GP_PRACTICE, Kind.ORGANISATION])
def test_without_an_operators_file_there_is_no_list(kind):
    assert not lookups.by_kind(kind, "Quayside")
    assert not lookups.addresses("WY1 1AA")
