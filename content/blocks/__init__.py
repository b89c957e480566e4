"""The blocks a page is written with. A new kind of block is one class here and one template."""

from wagtail.blocks import Block, StreamBlock

from content.blocks.alerts import (
    EmergencyCardBlock,
    NonUrgentCardBlock,
    UrgentCardBlock,
    WarningBlock,
)
from content.blocks.lists import ChecklistBlock, DoBlock, DontBlock, StepsBlock
from content.blocks.local import ContactBlock, ServicesBlock, TimescaleBlock
from content.blocks.text import DetailsBlock, InsetBlock, QuoteBlock, TextBlock

ONE_A_PAGE = ("emergency", "urgent", "nonurgent")


class BodyBlock(StreamBlock):
    """All of a page below its summary. At most one care card of each level."""

    text = TextBlock()
    emergency = EmergencyCardBlock()
    urgent = UrgentCardBlock()
    nonurgent = NonUrgentCardBlock()
    do = DoBlock()
    dont = DontBlock()
    warning = WarningBlock()
    inset = InsetBlock()
    details = DetailsBlock()
    steps = StepsBlock()
    checklist = ChecklistBlock()
    contact = ContactBlock()
    services = ServicesBlock()
    timescale = TimescaleBlock()
    quote = QuoteBlock()

    class Meta:
        block_counts = {level: {"max_num": 1} for level in ONE_A_PAGE}


def body_blocks() -> dict[str, Block]:
    """Return the kinds of block a page may hold, by the name under which they are stored."""
    return dict(BodyBlock().child_blocks)
