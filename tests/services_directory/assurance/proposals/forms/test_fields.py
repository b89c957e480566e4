from datetime import time
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from services_directory.assurance.proposals.forms.fields import (
    PoundsField,
    TimeField,
    WebField,
    line,
    short,
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("09:30", time(9, 30)), ("9.30", time(9, 30)), ("9.30 am", time(9, 30)), ("5pm", time(17)),
     ("5:15 PM", time(17, 15)), ("17", time(17)), ("00:00", time(0))],
)  # fmt: skip
def test_a_time_is_understood_as_people_write_it(typed, meant):
    assert TimeField(label="From").clean(typed) == meant


@pytest.mark.parametrize("typed", ["25:00", "noonish", "9:99", "١٧:٠٠x", "\x00", "9" * 500])
def test_what_is_no_time_is_answered_with_an_example(typed):
    with pytest.raises(ValidationError) as caught:
        TimeField(label="From").clean(typed)
    assert caught.value.messages == ["Enter a time, like 09:30 or 5pm"]


@pytest.mark.parametrize(("typed", "meant"), [("£4.50", "4.50"), (" 1,200 ", "1200"), ("0", "0")])
def test_pounds_may_have_their_sign(typed, meant):
    assert PoundsField(label="Pounds").clean(typed) == Decimal(meant)


@pytest.mark.parametrize("typed", ["a lot", "-1", "1e40", "NaN", "4.555", "9" * 400])
def test_what_is_no_amount_is_refused(typed):
    with pytest.raises(ValidationError):
        PoundsField(label="Pounds").clean(typed)


def test_a_web_page_needs_no_https_to_be_typed():
    assert (
        WebField(label="Web page").clean("www.stwyverns.example") == "https://www.stwyverns.example"
    )


@pytest.mark.parametrize("typed", ["javascript:alert(1)", "not a page", "ftp:/x", "http://[::1"])
def test_what_is_no_web_page_is_refused(typed):
    with pytest.raises(ValidationError):
        WebField(label="Web page").clean(typed)


def test_a_text_that_is_too_long_says_how_long_it_may_be():
    with pytest.raises(ValidationError) as caught:
        line("name").clean("x" * 161)
    assert caught.value.messages == ["Name must be 160 characters or fewer"]
    with pytest.raises(ValidationError) as caught:
        short("Note", 3).clean("four")
    assert caught.value.messages == ["Note must be 3 characters or fewer"]
