"""A referral as PDF, for people: flags first, then all answers in the order of clinical use."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from django.utils import timezone
from fontTools.ttLib import TTFont
from fpdf import FPDF
from fpdf.enums import XPos, YPos

from referrals.models import Referral
from referrals.pathways import pathway_at
from referrals.pathways.words import needs_in_words
from referrals.triage import presenters

FONTS = Path(__file__).with_name("fonts")
MARGIN, GAP, LINE = 18, 4, 5.4  # millimetres
# Stands for the count of pages until it is known; nobody types it.
ALL_PAGES = "{all-pages-of-this-copy}"
LACKING = "A box stands for a letter that this font does not have. Read it on the screen."


class Page(FPDF):
    """A4 with the reference and the page number at the foot of each page."""

    def __init__(self, reference: str, title: str, at: datetime) -> None:
        super().__init__(format="A4")
        self.reference = reference
        self.add_font("DejaVu", "", FONTS / "DejaVuSans.ttf")
        self.add_font("DejaVu", "B", FONTS / "DejaVuSans-Bold.ttf")
        self.alias_nb_pages(ALL_PAGES)
        self.set_lang("en-GB")
        self.set_title(f"Referral {reference}: {title}")
        self.set_creation_date(at)  # the same file for the same referral
        self.set_margins(MARGIN, MARGIN)
        self.set_auto_page_break(True, margin=MARGIN + 6)
        self.add_page()

    def footer(self) -> None:
        self.set_y(-MARGIN)
        self.set_font("DejaVu", "", 9)
        words = (
            f"{self.reference}. Confidential health record. Page {self.page_no()} of {ALL_PAGES}"
        )
        self.cell(0, LINE, words)

    def heading(self, text: str, level: int = 1) -> None:
        """A heading that readers and bookmarks know as one, kept with what follows it."""
        if self.will_page_break(LINE * 4):
            self.add_page()
        self.set_font("DejaVu", "B", 12)
        self.ln(GAP)
        self.start_section(text, level=level)
        self.multi_cell(0, LINE + 1, text, new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        self.ln(1)

    def paragraph(self, text: str, bold: bool = False, size: int = 10) -> None:
        self.set_font("DejaVu", "B" if bold else "", size)
        self.multi_cell(0, LINE, text, new_x=XPos.LMARGIN, new_y=YPos.NEXT)

    def rows(self, rows: Iterable[Mapping[str, str]]) -> None:
        """Each question with its answer below it: in this order for every reader, over pages."""
        for row in rows:
            if self.will_page_break(LINE * 2):
                self.add_page()
            self.paragraph(row["key"], bold=True, size=9)
            self.paragraph(row["value"] or "–")
            self.ln(1.5)


def referral_as_pdf(referral: Referral, secrets: Mapping[str, Any] | None = None) -> bytes:
    """Return the file. Key-safe codes and hazards are in it only if they are handed over."""
    page = Page(referral.reference, presenters.pathway_title(referral), referral.submitted_at)
    sections = presenters.answers_in_clinical_order(referral)
    _front(page, referral)
    if any(lacking(row["key"] + row["value"]) for part in sections for row in part.rows):
        page.paragraph(LACKING)
    for part in sections:
        page.heading(part.heading)
        page.rows(part.rows)
    if secrets:
        page.heading("Key safe and hazards")
        page.rows(presenters.secrets_in_words(referral, secrets))
    elif referral.sealed_secrets:
        page.paragraph("Key safe and hazards are kept apart and are not in this copy.", bold=True)
    return bytes(page.output())


def lacking(text: str) -> bool:
    """Say whether the font lacks a letter of the text."""
    return any(ord(each) not in _letters() for each in text if each.isprintable())


@cache
def _letters() -> frozenset[int]:
    return frozenset(TTFont(FONTS / "DejaVuSans.ttf", lazy=True).getBestCmap())


def _front(page: Page, referral: Referral) -> None:
    """Who and when, then what to know before ringing."""
    now = timezone.now()
    pathway = pathway_at(referral.pathway_slug, referral.pathway_version)
    sent = timezone.localtime(referral.submitted_at)
    page.set_font("DejaVu", "B", 16)
    page.start_section(f"Referral {referral.reference}", level=0)
    page.multi_cell(0, 8, f"Referral {referral.reference}", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    page.paragraph(pathway.title, bold=True, size=12)
    page.paragraph(f"Received {sent.day} {sent:%B %Y at %H:%M}. "
                   f"{presenters.state_in_words(referral)}.")  # fmt: skip
    page.paragraph(str(referral.answers.get("name") or "Name not given"), bold=True, size=12)
    summary = referral.summary
    page.paragraph(presenters.person_in_words(summary["initials"], summary["date_of_birth"], now))
    page.heading("Before you ring")
    flags = presenters.flags_of(referral)
    for flag in flags:
        page.paragraph(f"{flag.label}: {flag.advice}", bold=flag.colour == "urgent")
    if needs := needs_in_words(pathway, referral.answers):
        page.paragraph("Needs: " + "; ".join(needs) + ".")
    if not flags:
        page.paragraph("Nothing was flagged.")
