import pytest
from django.core.exceptions import ValidationError

from portal.design import fields

CHOICES = [("east", "East"), ("west", "West")]


@pytest.mark.parametrize("kind", [fields.ChoiceField, fields.SelectField])
def test_an_answer_that_is_not_on_the_list_is_refused(kind):
    field = kind(label="Council", choices=CHOICES)
    with pytest.raises(ValidationError, match="Choose one of the answers on the list"):
        field.clean("north")
    with pytest.raises(ValidationError, match="Choose council"):
        field.clean("")
    assert field.clean("east") == "east"


def test_several_answers_may_be_chosen():
    field = fields.MultipleChoiceField(label="Councils", choices=CHOICES, required=False)
    assert field.clean(["east", "west"]) == ["east", "west"]
    assert field.clean([]) == []
    with pytest.raises(ValidationError):
        field.clean(["north"])


def test_a_box_that_must_be_ticked_says_which():
    field = fields.BooleanField(label="They know")
    with pytest.raises(ValidationError, match="Tick the box “They know” to go on"):
        field.clean(False)
    assert field.clean(True) is True


def test_hints_of_one_field_are_not_those_of_another():
    one = fields.ChoiceField(label="A", choices=CHOICES, choice_hints={"east": "By the sea"})
    other = fields.ChoiceField(label="B", choices=CHOICES)
    assert one.widget.choice_hints == {"east": "By the sea"}
    assert other.widget.choice_hints == {}
