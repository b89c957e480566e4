"""How forms look: labels, hints and errors tied to their boxes, and nothing typed is lost."""

import pytest
from django.core.exceptions import ValidationError

from portal.design import fields
from portal.design.forms import Form
from tests.portal.design.soup import render


class Question(Form):
    who = fields.ChoiceField(
        label="Who is this for?",
        choices=[("me", "Me"), ("other", "Someone else")],
        choice_hints={"other": "Ask them first"},
        page_heading=True,
    )
    full_name = fields.CharField(label="Name", help_text="In full", max_length=9, width=10)
    born = fields.DateField(label="Date of birth", help_text="Like 24 11 1948")
    notes = fields.TextAreaField(label="Notes", required=False, rows=9)
    ways = fields.MultipleChoiceField(
        label="Ways", choices=[("a", "A"), ("b", "B")], required=False
    )
    agreed = fields.BooleanField(label="They know")

    def clean(self):
        if self.data.get("notes") == "clash":
            raise ValidationError("Choose one of the two")
        return self.cleaned_data


def shown(form):
    return render("{% error_summary form %}{% form_fields form %}", form=form)


def test_every_box_has_its_label():
    page = shown(Question())
    for box in page.select("input, textarea, select"):
        assert page.select_one(f'label[for="{box["id"]}"]'), box


def test_hint_and_error_describe_the_box():
    box = shown(Question({})).select_one("#id_full_name")
    assert box["aria-describedby"] == "id_full_name_helptext id_full_name_error"
    assert box["aria-invalid"] == "true"


def test_a_group_is_a_fieldset_with_its_question_as_legend_and_heading():
    group = shown(Question({})).select_one("fieldset")
    assert group.legend.h1.get_text(strip=True) == "Who is this for?"
    assert group["aria-describedby"] == "id_who_error"
    assert group.select_one("#id_who_1")["aria-describedby"] == "id_who_1_hint"
    assert group.select_one("#id_who_1_hint").get_text() == "Ask them first"


def test_the_summary_lists_every_error_in_order_and_leads_to_its_first_box():
    page = shown(Question({"born_0": "31"}))
    links = [link["href"] for link in page.select("[data-error-summary] a")]
    assert links == ["#id_who_0", "#id_full_name", "#id_born_0", "#id_agreed"]
    for href in links:
        assert page.select_one(href)


def test_errors_of_the_whole_form_are_in_the_summary_without_a_link():
    form = Question({"notes": "clash"})
    assert form.error_list[0].text == "Choose one of the two"
    assert form.error_list[0].href == ""


def test_what_was_typed_stays():
    page = shown(Question({"born_0": "31", "born_1": "two", "notes": "<b>words</b>", "ways": "b"}))
    assert page.select_one("#id_born_0")["value"] == "31"
    assert page.select_one("#id_born_1")["value"] == "two"
    assert page.select_one("#id_notes").get_text().strip() == "<b>words</b>"
    assert page.select_one("#id_ways_1").has_attr("checked")


def test_the_browser_checks_nothing_and_cuts_nothing_off():
    page = shown(Question())
    assert not page.select("[required], [maxlength], [pattern], [min], [max]")


def test_optional_questions_say_so():
    page = shown(Question())
    assert "(optional)" in page.select_one('label[for="id_notes"]').get_text()
    assert "(optional)" not in page.select_one('label[for="id_full_name"]').get_text()


def test_ids_are_unique_even_with_errors():
    ids = [tag["id"] for tag in shown(Question({})).select("[id]")]
    assert len(ids) == len(set(ids))


def test_a_form_without_errors_shows_no_summary():
    assert not shown(Question()).select("[data-error-summary]")


@pytest.mark.parametrize("nothing", [None, "", 3])
def test_a_page_without_a_form_has_no_summary_and_no_prefix(nothing):
    page = render("{% error_summary form %}[{% error_prefix form %}]", form=nothing)
    assert page.get_text(strip=True) == "[]"


def test_the_title_of_a_page_with_errors_begins_with_error():
    assert render("{% error_prefix form %}x", form=Question({})).get_text() == "Error: x"
    assert render("{% error_prefix form %}x", form=Question()).get_text() == "x"
