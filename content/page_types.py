"""All page types of the house, found by what they are."""

from wagtail.models import get_page_models

from content.models import BasePage


def page_types() -> list[type[BasePage]]:
    """Return every concrete page type that stands on BasePage."""
    return [model for model in get_page_models() if issubclass(model, BasePage)]
