"""Whatever is sent to a form, the answer is a page with the form, and what was typed is in it."""

from datetime import date

from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.html import escape
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.design import fields
from portal.design.gallery import SampleForm
from tests.portal.design.soup import render

TYPED = ["name", "email", "phone", "postcode", "people", "born_0", "born_1", "born_2"]
CHOSEN = ["area", "who", "ways", "agreed"]
ODD = st.sampled_from(["", "²", "\x00", "٣", "-0", "1e9", "9" * 400, "<b>&\"'", "None", "NaN", "🕯"])
SENT = st.dictionaries(st.sampled_from([*TYPED, *CHOSEN, "words", "x"]), ODD | st.text(max_size=40))


def query(data: dict[str, str]) -> QueryDict:
    sent = QueryDict(mutable=True)
    sent.update(data)
    return sent


@settings(max_examples=40, deadline=None)
@given(SENT)
def test_any_input_is_answered_with_all_that_was_typed(data):
    form = SampleForm(query(data))
    form.is_valid()
    page = str(form["words"].as_field_group()) + "".join(str(form[n]) for n in form.fields)
    for name in TYPED:
        if typed := data.get(name):
            assert f'name="{name}" value="{escape(typed)}"' in page
    assert escape(data.get("words", "")) in page


@settings(max_examples=20, deadline=None)
@given(SENT)
def test_every_error_of_any_input_leads_to_a_box_that_is_there(data):
    form = SampleForm(query(data))
    page = render("{% error_summary form %}{% form_fields form %}", form=form)
    ids = {tag["id"] for tag in page.select("[id]")}
    for link in form.error_list:
        assert link.text
        assert link.href.removeprefix("#") in ids


@given(st.dates(date(1000, 1, 1)))
def test_a_date_comes_back_from_its_boxes_as_it_went_in(day):
    field = fields.DateField(label="Date")
    boxes = [str(part) for part in field.widget.decompress(day)]
    assert field.clean(boxes) == day
    assert not field.has_changed(day, boxes)
    assert not field.has_changed(day.isoformat(), boxes)


@given(st.lists(st.text(max_size=6), min_size=3, max_size=3))
def test_a_date_of_any_words_is_a_day_or_a_refusal(boxes):
    field = fields.DateField(label="Date", required=False)
    try:
        day = field.clean(boxes)
    except ValidationError:
        return
    assert day is None or 1000 <= day.year <= 9999


@given(st.text(max_size=60))
def test_a_postcode_of_any_text_is_tidy_and_stays_so(text):
    field = fields.PostcodeField(label="Postcode", required=False)
    try:
        tidy = field.clean(text)
    except ValidationError:
        return
    assert field.clean(tidy) == tidy


def test_a_choice_that_is_not_on_the_list_leaves_the_others_unticked():
    form = SampleForm(query({"who": "nobody", "ways": "pigeon"}))
    page = BeautifulSoup(str(form["who"]) + str(form["ways"]), "html.parser")
    assert not page.select("[checked]")
