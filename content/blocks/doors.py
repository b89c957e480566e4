"""The large links of the home page, each to a page or to an address of this site."""

from django.core.exceptions import ValidationError
from wagtail.blocks import CharBlock, PageChooserBlock, StructBlock, StructValue

from content.blocks.rules import refuse


class DoorValue(StructValue):
    def address(self) -> str | None:
        """Return where the door leads, or None while its page is not public."""
        page = self["page"]
        if page is not None:
            return page.url if page.live else None
        return self["path"] or None


class PathBlock(CharBlock):
    """An address on this site, from its first slash."""

    def clean(self, value: str) -> str:
        cleaned = super().clean(value)
        if cleaned and (not cleaned.startswith("/") or cleaned.startswith("//")):
            raise ValidationError("Begin with one slash, like /services/.")
        return cleaned


class DoorBlock(StructBlock):
    heading = CharBlock(max_length=60)
    text = CharBlock(max_length=160)
    page = PageChooserBlock(required=False)
    path = PathBlock(max_length=200, required=False, help_text="Where there is no page.")

    class Meta:
        icon = "arrow-right"
        label = "Door"
        description = "A large link with a line of text"
        template = "content/blocks/door.html"
        value_class = DoorValue
        preview_value = {"heading": "Someone has died", "text": "What to do first", "path": "/"}

    def clean(self, value: StructValue) -> StructValue:
        cleaned = super().clean(value)
        if bool(cleaned["page"]) == bool(cleaned["path"]):
            refuse({"page": "Choose a page or give an address, one of the two."})
        return cleaned
