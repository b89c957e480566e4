"""Blocks that show facts kept elsewhere: a contact, services of the directory, usual times."""

import re

from django.core.exceptions import ValidationError
from wagtail.blocks import CharBlock, ListBlock, StructBlock
from wagtail.snippets.blocks import SnippetChooserBlock

_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")


class NeedBlock(CharBlock):
    """The key of a "what for" term of the directory, such as `hospice-at-home`."""

    def clean(self, value: str) -> str:
        cleaned = super().clean(value)
        if cleaned and not _KEY.match(cleaned):
            raise ValidationError("Use the term's key: small letters and hyphens, like night-care.")
        return cleaned


class ContactBlock(StructBlock):
    contact = SnippetChooserBlock("contacts.ContactPoint")

    class Meta:
        icon = "mobile-alt"
        label = "Contact"
        description = "A number to ring, kept in one place and shown here"
        template = "content/blocks/contact.html"


class ServicesBlock(StructBlock):
    need = NeedBlock(max_length=60, label="What for", help_text="Key of the term, like night-care.")

    class Meta:
        icon = "list-ul"
        label = "Local services"
        description = "Services of the directory for one need, as a list"
        template = "content/blocks/services.html"
        preview_value = {"need": "hospice-at-home"}


class TimescaleBlock(StructBlock):
    heading = CharBlock(max_length=120, required=False)
    timescales = ListBlock(SnippetChooserBlock("content.Timescale"), min_num=1)

    class Meta:
        icon = "time"
        label = "Usual times"
        description = "How long things take, who provides them, and what to do if they are late"
        template = "content/blocks/timescale.html"
