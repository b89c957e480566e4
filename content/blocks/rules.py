"""What several kinds of block refuse, said once. Errors point at the field to put right."""

from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.utils.html import strip_tags
from wagtail.blocks import StructBlockValidationError
from wagtail.rich_text import RichText

_EMPTY_LINKS = frozenset({"more", "read more", "click here", "here", "learn more"})


def refuse(errors: Mapping[str, str]) -> None:
    """Raise the errors, by field of the block, if there are any."""
    if errors:
        raise StructBlockValidationError(
            block_errors={name: ValidationError(words) for name, words in errors.items()}
        )


def is_empty_name(words: str) -> bool:
    """Say whether words such as "Read more" name nothing."""
    return words.strip().lower().rstrip(".:…") in _EMPTY_LINKS


def is_blank(text: RichText) -> bool:
    return not strip_tags(text.source).strip()
