"""Running text: rich text, inset, details and a person's words."""

from wagtail.blocks import CharBlock, RichTextBlock, StructBlock, StructValue

from content.blocks.rules import is_empty_name, refuse

FEATURES = ["h2", "h3", "ol", "ul", "bold", "link"]
SHORT_FEATURES = ["ol", "ul", "bold", "link"]


class TextBlock(RichTextBlock):
    """Paragraphs, two levels of headings, lists, bold and links. Nothing else."""

    def __init__(self, **kwargs: object) -> None:
        kwargs.setdefault("features", FEATURES)
        super().__init__(**kwargs)

    class Meta:
        icon = "pilcrow"
        label = "Text"
        description = "Headings, short paragraphs, lists and links"
        template = "content/blocks/text.html"
        preview_value = "<h2>What to do first</h2><p>Ring the care line. Someone will answer.</p>"


class InsetBlock(StructBlock):
    body = RichTextBlock(features=SHORT_FEATURES)

    class Meta:
        icon = "indent"
        label = "Inset text"
        description = "Words that stand apart from the text around them"
        template = "content/blocks/inset.html"
        preview_value = {"body": "<p>You do not need to stop your treatment to ask for help.</p>"}


class DetailsBlock(StructBlock):
    summary = CharBlock(max_length=120, help_text="The line people press to open it.")
    body = RichTextBlock(features=SHORT_FEATURES)

    class Meta:
        icon = "collapse-down"
        label = "Details"
        description = "A closed line that opens to show more; never for what must be read"
        template = "content/blocks/details.html"
        preview_value = {"summary": "What to have ready", "body": "<p>The list of medicines.</p>"}

    def clean(self, value: StructValue) -> StructValue:
        cleaned = super().clean(value)
        if is_empty_name(cleaned["summary"]):
            refuse({"summary": "Name what people will find inside."})
        return cleaned


class QuoteBlock(StructBlock):
    words = RichTextBlock(features=["bold"], help_text="Only with the person's consent.")
    who = CharBlock(max_length=120, help_text="Name and role, as they wish to be known.")

    class Meta:
        icon = "openquote"
        label = "A person's words"
        description = "What somebody who has been through it said, with their consent"
        template = "content/blocks/quote.html"
        preview_value = {"words": "<p>I had eleven numbers on the fridge.</p>", "who": "Maureen"}
