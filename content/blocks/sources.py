"""A source of a page: what, whose, where, and when it was read."""

from wagtail.blocks import CharBlock, DateBlock, StructBlock, URLBlock


class SourceBlock(StructBlock):
    title = CharBlock(max_length=200)
    publisher = CharBlock(max_length=120)
    url = URLBlock(label="Address", required=False)
    accessed = DateBlock(label="Read on")

    class Meta:
        icon = "link-external"
        label = "Source"
        description = "Evidence or law that the page rests on, with the date it was read"
        template = "content/blocks/source.html"
