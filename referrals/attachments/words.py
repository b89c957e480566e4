"""Files and refusals in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from referrals.attachments.limits import LARGEST_FILE, LARGEST_TOGETHER, MEGABYTE, MOST_FILES
from referrals.cipher import unseal
from referrals.models import Attachment, Verdict

REFUSALS = {
    "empty": "“{name}” is empty. Choose it again, or choose another file",
    "too_large": f"“{{name}}” must be smaller than {LARGEST_FILE // MEGABYTE} MB. "
    "Take the photo again in a smaller size, or scan fewer pages",
    "kind": "“{name}” must be a PDF or a photo (JPEG, PNG, HEIC or WebP). "
    "Save a document as PDF, or take a photo of it",
    "unreadable": "“{name}” cannot be opened. Take the photo again, or save the picture anew",
    "malware": "“{name}” was not added: our check found harmful software in it. "
    "Take a photo of the letter instead",
    "not_checked": "“{name}” was not added: files cannot be checked for viruses right now. "
    "Your answers are safe. Try again in some minutes, or send the form without it",
    "too_many": f"“{{name}}” was not added: you can add up to {MOST_FILES} files",
    "too_much": "“{name}” was not added: all files together must be smaller than "
    f"{LARGEST_TOGETHER // MEGABYTE} MB",
}
_KINDS = {"application/pdf": "PDF", "image/jpeg": "Photo", "image/png": "Picture"}


@dataclass(frozen=True)
class FileLine:
    """One file in a list. `state` is for staff: what the scanner said."""

    key: UUID
    name: str
    kind: str
    size: str
    state: str
    opens: bool


def refusal(why: str, name: str) -> str:
    """Return what is wrong with a file and how to put it right."""
    return REFUSALS[why].format(name=short(name))


def lines(files: Iterable[Attachment]) -> list[FileLine]:
    """Return the files for a list, in the order in which they were added."""
    return [line(each) for each in files]


def line(file: Attachment) -> FileLine:
    return FileLine(
        key=file.key,
        name=name_of(file),
        kind=_KINDS.get(file.media_type, "File"),
        size=size_in_words(file.size),
        state=state_in_words(file),
        opens=file.verdict == Verdict.CLEAN,
    )


def name_of(file: Attachment) -> str:
    return str(unseal(file.sealed_name))


def state_in_words(file: Attachment) -> str:
    """Return what is known of the file's safety."""
    if file.verdict == Verdict.QUARANTINED and file.scanned_at:
        return "Locked, or with scripts inside"
    return Verdict(file.verdict).label


def size_in_words(size: int) -> str:
    """Return bytes as "3 KB" or "1.2 MB"."""
    if size < MEGABYTE:
        return f"{max(1, round(size / 1000))} KB"
    return f"{size / MEGABYTE:.1f} MB"


def short(name: str) -> str:
    """Return a name that fits into a sentence, whatever a device calls its files."""
    shown = "".join(letter for letter in name if letter.isprintable()).strip() or "The file"
    return shown if len(shown) <= 60 else f"{shown[:40]}…{shown[-15:]}"
