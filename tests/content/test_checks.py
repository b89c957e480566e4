"""House rules for page types and blocks."""

from wagtail.blocks import CharBlock

from content.blocks import body_blocks
from content.checks import (
    block_errors,
    blocks_explain_themselves,
    declares,
    page_types_say_where_they_belong,
)
from content.models import BasePage, InformationPage


def test_the_house_keeps_its_own_rules() -> None:
    assert page_types_say_where_they_belong(None) == []
    assert blocks_explain_themselves(None) == []


def test_a_page_type_without_a_place_is_found() -> None:
    assert declares(InformationPage, "parent_page_types")
    assert not declares(InformationPage, "something_else")
    assert not declares(BasePage, "parent_page_types")


def test_what_wagtail_sets_for_every_block_does_not_count() -> None:
    errors = list(block_errors([CharBlock()]))
    assert {error.id for error in errors} == {"content.E002"}
    assert len(errors) == 4


def test_every_block_of_the_body_is_looked_at() -> None:
    assert len(body_blocks()) == 15
