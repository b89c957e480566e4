"""Invented letters that come with demo referrals. Nothing scans them: they wait in quarantine."""

from collections.abc import Iterable
from uuid import UUID

from fpdf import FPDF

from referrals.attachments import services
from referrals.journey.drafts import begin, find
from referrals.pathways.declare import Pathway


def attach(pathway: Pathway, letters: Iterable[dict[str, str]]) -> tuple[UUID, ...]:
    """Keep a PDF for each {"name", "text"}, as somebody adds it to a form; return their keys."""
    letters = list(letters)
    if not letters:
        return ()
    draft = find(begin(pathway))
    return tuple(services.add(draft, each["name"], _pdf(each["text"])).key for each in letters)


def _pdf(text: str) -> bytes:
    page = FPDF()
    page.add_page()
    page.set_font("helvetica", size=12)
    page.multi_cell(0, 7, text)
    return bytes(page.output())
