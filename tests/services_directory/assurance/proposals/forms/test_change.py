"""The whole form: what it begins with is what it gives back, and the models' rules hold."""

from typing import Any

import pytest
from django.http import QueryDict

from services_directory.assurance.proposals.forms.change import ChangeForm
from services_directory.assurance.proposals.forms.rowset import MOST_ROWS, with_another
from services_directory.assurance.proposals.forms.sections import sections
from services_directory.assurance.proposals.states import State, changed, state_of
from services_directory.models import CostOption, Language, Service
from services_directory.models.contact import Contact
from tests.services_directory import build
from tests.services_directory.assurance.proposals.build import fresh, now
from tests.services_directory.assurance.proposals.filled import data_of

pytestmark = pytest.mark.django_db


def html_of(form: ChangeForm) -> str:
    boxes = [str(box) for box in form.entry]
    rows = [f"{each.management_form}{each}" for each in form.rows.values()]
    return f"<main><form>{''.join(boxes + rows)}</form></main>"


def typed_into(service: Service, state: State | None = None, **typed: Any) -> ChangeForm:
    """Return the form as sent by a browser that showed it, with some boxes filled otherwise."""
    shown = ChangeForm(fresh(service), now(service), state)
    data = QueryDict(mutable=True)
    for name, values in data_of(html_of(shown), **typed).items():
        data.setlist(name, values if isinstance(values, list) else [values])
    return ChangeForm(fresh(service), now(service), state, data)


def messages_of(form: ChangeForm) -> list[str]:
    assert not form.is_valid()
    return [link.text for link in form.error_list]


def test_a_form_that_nobody_touched_gives_back_the_entry(service):
    build.tag(service, "died", "child", "parent")
    build.tag(service, "need", "respite")
    CostOption.objects.create(service=service, option="A visit", amount=5)
    Language.objects.create(service=service, code="xx", note="rare")
    Contact.objects.create(service=service, name="Jo")
    build.opens(service, "1TU,2FR", freq="MONTHLY")
    build.opens(service, "TU,MO", location=service.service_at_locations.get().location)
    form = typed_into(service)
    assert form.is_valid(), form.error_list
    assert changed(now(service), form.state()) == []
    assert form.state()["phones"][0]["id"] == now(service)["phones"][0]["id"]


def test_every_box_and_kind_of_row_stands_in_one_section(service):
    form = ChangeForm(service, state_of(service))
    shown = [item.box.name if item.box else item.rows.prefix
             for section in sections(form) for item in section.items]  # fmt: skip
    expected = [box.name for box in form.entry.visible_fields()] + list(form.rows)
    assert sorted(shown) == sorted(expected)


def test_what_is_typed_is_what_is_proposed(service):
    form = typed_into(
        service, name="New name", modes=["phone"], routes=["gp"], minimum_age="18",
        closed_from_0="1", closed_from_1="12", closed_from_2="2026",
        **{"phones-1-number": "01632 960 009", "schedules-0-days": ["TU", "WE"]},
    )  # fmt: skip
    assert form.is_valid(), form.error_list
    state = form.state()
    assert changed(now(service), state) == [
        "name", "mode_in_person", "mode_phone", "referral_gp", "minimum_age", "schedules",
        "phones", "closed_from",
    ]  # fmt: skip
    assert state["schedules"][0]["byday"] == "TU,WE"
    assert state["closed_from"] == "2026-12-01"


def test_a_row_that_is_removed_or_emptied_is_gone_and_needs_no_answer(service):
    removed = {"phones-0-DELETE": "on", "phones-0-number": "not a number"}
    emptied = {"phones-1-number": "", "phones-1-description": ""}
    form = typed_into(service, **removed, **emptied)
    assert form.is_valid(), form.error_list
    assert form.state()["phones"] == []


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ({"name": ""}, "Enter name"),
        (
            {"minimum_age": "18", "maximum_age": "5"},
            "The oldest age must not be below the youngest.",
        ),
        ({"minimum_age": "9" * 5000}, "Enter a whole number, like 3"),
        ({"minimum_age": "-1"}, "Enter an age of 0 or more"),
        ({"wait_weeks": "3"}, "Enter the day on which the provider stated this waiting time."),
        ({"status": "defunct"}, "Choose one of the answers on the list"),
        ({"name": "a\x00b"}, "Null characters are not allowed."),
        ({"phones-0-number": "ring me"}, "Enter a phone number in figures, like 01632 960 001."),
        ({"phones-0-number": ""}, "Enter phone number"),
        ({"schedules-0-days": []}, "Choose the days on which it is open"),
        ({"schedules-0-often": "W2"}, "Enter the first day, so that weeks can be counted."),
        ({"schedules-0-opens_at": "early"}, "Enter a time, like 09:30 or 5pm"),
        ({"service_areas-0-area": ""}, None),
        ({"service_areas-0-area": "999999"}, "Choose one of the answers on the list"),
        ({"service_at_locations-0-location": "x"}, "Choose one of the answers on the list"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_where_it_is_put_right(service, typed, message):
    form = typed_into(service, **typed)
    if message is None:
        assert form.is_valid()
        return
    assert message in messages_of(form)
    (link,) = [link for link in form.error_list if link.text == message]
    assert link.href.startswith("#")


def test_a_place_can_be_there_once(service):
    place = str(service.service_at_locations.get().location_id)
    form = typed_into(service, **{
        "service_at_locations-TOTAL_FORMS": "2", "service_at_locations-1-location": place,
    })  # fmt: skip
    assert "Each place can be there once. Remove the second one." in messages_of(form)


@pytest.mark.parametrize("total", ["", "x", "-1", "9" * 100, "1000000", "²"])
def test_a_count_of_rows_that_was_tampered_with_is_an_error_or_is_cut_and_never_a_crash(
    service, total
):
    form = typed_into(service, **{"phones-TOTAL_FORMS": total})
    form.is_valid()
    assert len(form.rows["phones"].forms) <= MOST_ROWS
    form.quiet()
    assert not form.error_list


def test_adding_a_row_keeps_what_is_typed_and_says_nothing_of_errors(service):
    bound = typed_into(service, name="", **{"phones-0-number": "half a num"})
    form = ChangeForm(fresh(service), now(service), None, with_another(bound.entry.data, "phones"))
    form.quiet()
    assert len(form.rows["phones"].forms) == 3
    html = html_of(form)
    assert "half a num" in html
    assert "Error" not in html


def test_no_more_rows_can_be_added_than_there_may_be(service):
    data = QueryDict(f"phones-TOTAL_FORMS={MOST_ROWS}")
    assert with_another(data, "phones")["phones-TOTAL_FORMS"] == str(MOST_ROWS)
    assert with_another(QueryDict(), "phones")["phones-TOTAL_FORMS"] == "1"


def test_a_row_of_another_entry_cannot_be_taken_over(service):
    other = build.service("Other")
    theirs = build.opens(other, "MO")
    form = typed_into(service, **{"schedules-0-id": str(theirs.pk)})
    assert form.is_valid(), form.error_list
    assert form.state()["schedules"][0]["id"] == ""


def test_a_place_of_another_organisation_cannot_be_chosen(service):
    elsewhere = build.place(build.service("Other", organization=build.organization("Other")))
    form = typed_into(service, **{"service_at_locations-0-location": str(elsewhere.pk)})
    assert "Choose one of the answers on the list" in messages_of(form)


def test_the_form_of_a_new_entry_begins_empty(service):
    empty = Service(organization=service.organization)
    form = ChangeForm(empty, state_of(empty))
    assert data_of(html_of(form))["name"] == [""]
    assert len(form.rows["phones"].forms) == 1


def test_each_facet_with_terms_is_a_box_that_says_what_is_chosen(service):
    build.tag(service, "died", "child")
    build.term("died", "parent")
    form = ChangeForm(fresh(service), now(service))
    (found,) = [section for section in sections(form) if section.key == "found"]
    (item,) = found.items
    assert (item.box.name, item.folded, item.chosen) == ("died", True, "Child")


def test_terms_are_ticked_and_unticked(service):
    build.tag(service, "died", "child")
    build.tag(service, "need", "respite")
    parent = str(build.term("died", "parent").pk)
    form = typed_into(service, died=[parent], need=[])
    assert form.is_valid(), form.error_list
    state = form.state()
    assert (state["died"], state["need"]) == ([parent], [])
    assert changed(now(service), state) == ["need", "died"]


def test_a_term_of_another_facet_cannot_be_ticked(service):
    build.term("died", "child")
    form = typed_into(service, died=[str(build.term("need", "respite").pk)])
    assert messages_of(form) == ["Choose one of the answers on the list"]
