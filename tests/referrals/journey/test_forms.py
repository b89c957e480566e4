import json

import pytest
from django.http import QueryDict

from referrals.journey.forms import (
    LONGEST_TYPED,
    GateForm,
    StepForm,
    as_post,
    has_own_heading,
    typed_in,
)
from referrals.pathways.declare import Kind
from tests.referrals.conftest import SLUGS, as_data, pathway, typed_step

# Practices are looked up in the operator's list.
pytestmark = pytest.mark.django_db
EVERY_STEP = [
    pytest.param(step, id=f"{slug}/{step.slug}") for slug in SLUGS for step in pathway(slug).steps
]


@pytest.mark.parametrize("step", EVERY_STEP)
def test_the_form_of_a_step_asks_its_questions_in_their_order(step):
    form = StepForm(step, True)
    assert list(form.fields) == [question.key for question in step.questions]


@pytest.mark.parametrize("step", EVERY_STEP)
def test_right_answers_can_be_put_into_a_draft(step):
    form = StepForm(step, True, data=as_data(typed_step(step)))
    assert form.is_valid(), form.errors
    assert json.loads(json.dumps(form.answers())) == form.answers()
    assert set(form.answers()) == {question.key for question in step.questions}


@pytest.mark.parametrize("step", EVERY_STEP)
def test_what_is_put_into_a_draft_fills_the_form_again(step):
    data = as_data(typed_step(step))
    first = StepForm(step, True, data=data)
    assert first.is_valid()
    again = StepForm(step, True, data=data, initial=first.answers())
    assert set(again.changed_data) <= {
        "postcode",
        "nhs_number",
        "diagnosed_on",
        "assessed_on",
    }  # kept in one form


def test_dates_are_kept_as_iso_text():
    step = pathway().step("date-of-birth")
    form = StepForm(step, True, data=as_data(typed_step(step)))
    assert form.is_valid()
    assert form.answers() == {"date_of_birth": "1948-03-27"}


@pytest.mark.parametrize("step", EVERY_STEP)
def test_what_was_typed_comes_back_as_it_was(step):
    data = as_data(typed_step(step))
    assert as_post(typed_in(step, data)) == data


def test_only_the_steps_own_fields_are_kept():
    post = QueryDict("name=A&name=B&evil=1&csrfmiddlewaretoken=x&save=1&known_as=")
    assert typed_in(pathway().step("name"), post) == {"name": ["A", "B"], "known_as": [""]}


def test_a_date_keeps_its_three_boxes_and_no_fourth():
    names = [f"date_of_birth_{part}" for part in range(4)]
    post = as_data(dict.fromkeys(names, "1"))
    kept = typed_in(pathway().step("date-of-birth"), post)
    assert list(kept) == names[:3]


def test_boxes_of_a_date_are_kept_only_for_dates():
    assert typed_in(pathway().step("name"), QueryDict("name_0=1")) == {}


def test_what_is_too_long_to_store_is_cut():
    kept = typed_in(pathway().step("name"), as_data({"name": "x" * (LONGEST_TYPED + 1)}))
    assert kept == {"name": ["x" * LONGEST_TYPED]}


def test_what_is_too_long_for_its_field_is_kept_whole_enough_to_be_wrong_again():
    assert LONGEST_TYPED > 4000


@pytest.mark.parametrize("step", EVERY_STEP)
def test_a_single_question_is_the_heading_but_never_a_tick_box(step):
    with_heading = {Kind.CONFIRM, Kind.ADDRESS, Kind.GP_PRACTICE, Kind.ORGANISATION}
    alone = len(step.questions) == 1 and step.questions[0].kind not in with_heading
    assert has_own_heading(step) == alone
    headings = [field.page_heading for field in StepForm(step, True).fields.values()]
    assert headings == [alone] * len(step.questions)


@pytest.mark.parametrize(
    ("slug", "step", "key", "about_me", "offered"),
    [
        (SLUGS[0], "name", "name", True, "name"),
        (SLUGS[0], "name", "name", False, "off"),
        (SLUGS[0], "about-you", "referrer_name", False, "name"),
        (SLUGS[0], "contact", "email", False, "email"),
        (SLUGS[2], "referrer", "referrer_organisation", False, "organization"),
        (SLUGS[2], "first-call", "phone", False, "off"),
        (SLUGS[2], "carer", "carer_phone", False, "off"),
    ],
)
def test_the_browser_offers_only_the_details_of_who_types(slug, step, key, about_me, offered):
    form = StepForm(pathway(slug).step(step), about_me)
    assert form.fields[key].widget.attrs["autocomplete"] == offered


class TestGate:
    def test_it_says_what_danger_is(self):
        assert [value for value, _ in GateForm().fields["now"].choices] == [
            "emergency", "today", "carry-on",
        ]  # fmt: skip
        hints = GateForm().fields["now"].choice_hints
        assert "collapse" in hints["emergency"]
        assert "pain that is not controlled" in hints["today"]
        assert "carry-on" not in hints

    @pytest.mark.parametrize("now", ["emergency", "today", "carry-on"])
    def test_each_answer_is_taken(self, now):
        assert GateForm({"now": now}).is_valid()

    @pytest.mark.parametrize(
        ("data", "error"),
        [
            ({}, "Choose whether anyone needs help right now"),
            ({"now": "no"}, "Choose one of the answers on the list"),
        ],
    )
    def test_another_says_what_to_do(self, data, error):
        assert [link.text for link in GateForm(data).error_list] == [error]
