"""Care cards in three levels, and the warning. After the pattern of the NHS service manual."""

from typing import ClassVar

from wagtail.blocks import CharBlock, RichTextBlock, StructBlock, StructValue

from content.blocks.rules import is_blank, refuse


class CareCardBlock(StructBlock):
    """A card that says when to call whom; the level is told in words, not by colour alone."""

    level: ClassVar[str]
    heading = CharBlock(max_length=120, help_text='Whom and when, like "Call 999 if:"')
    body = RichTextBlock(features=["ol", "ul", "bold", "link"])

    def clean(self, value: StructValue) -> StructValue:
        cleaned = super().clean(value)
        if is_blank(cleaned["body"]):
            refuse({"body": "Say in which cases, as a list."})
        return cleaned

    def get_context(self, value: StructValue, parent_context: dict | None = None) -> dict:
        return {**super().get_context(value, parent_context), "level": self.level}


class EmergencyCardBlock(CareCardBlock):
    level = "emergency"

    class Meta:
        icon = "warning"
        label = "Care card: call 999"
        description = "For danger to life, now. One a page"
        template = "content/blocks/care_card.html"
        preview_value = {"heading": "Call 999 if:", "body": "<ul><li>someone chokes</li></ul>"}

    def clean(self, value: StructValue) -> StructValue:
        cleaned = super().clean(value)
        if "999" not in cleaned["heading"]:
            refuse({"heading": 'Name the number, like "Call 999 if:"'})
        return cleaned


class UrgentCardBlock(CareCardBlock):
    level = "urgent"

    class Meta:
        icon = "bell"
        label = "Care card: ring now"
        description = "For help within hours. One a page"
        template = "content/blocks/care_card.html"
        preview_value = {
            "heading": "Ring the care line now if:",
            "body": "<ul><li>medicine is running out</li></ul>",
        }


class NonUrgentCardBlock(CareCardBlock):
    level = "nonurgent"

    class Meta:
        icon = "help"
        label = "Care card: ask soon"
        description = "For help within days. One a page"
        template = "content/blocks/care_card.html"
        preview_value = {
            "heading": "Speak to your nurse or GP if:",
            "body": "<ul><li>you sleep badly</li></ul>",
        }


class WarningBlock(StructBlock):
    heading = CharBlock(max_length=120)
    body = RichTextBlock(features=["ol", "ul", "bold", "link"])

    class Meta:
        icon = "warning"
        label = "Warning"
        description = "One thing that must not be missed"
        template = "content/blocks/warning.html"
        preview_value = {"heading": "Oxygen and fire", "body": "<p>No smoking near oxygen.</p>"}
