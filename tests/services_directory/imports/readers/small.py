"""Small feeds that look like real ones, and a run that reads them."""

import io
import zipfile
from typing import Any

from django.core.files.base import ContentFile

from services_directory.imports.readers import batches
from services_directory.imports.records import Batch, Record
from services_directory.models import Feed, ImportRun


def service(number: int = 1, **more: Any) -> dict[str, Any]:
    """A service as version 3.0 gives it whole."""
    return {
        "id": f"00000000-0000-4000-8000-{number:012}",
        "name": f"Group {number}",
        "description": f"People meet, number {number}.",
        "status": "active",
        "last_modified": "2026-10-01T10:00:00Z",
        "organization": {"id": "org-1", "name": "Hill Hospice", "description": "A hospice."},
        "phones": [{"id": f"phone-{number}", "number": "01632 960001"}],
    } | more


def listed(number: int = 1) -> dict[str, Any]:
    """The same as a list gives it."""
    return {name: value for name, value in service(number).items() if name != "phones"}


def run_of(kind: str, content: bytes | None = None, url: str = "", **fields: Any) -> ImportRun:
    """A run that needs no database."""
    feed = Feed(name="Hill Council", format=kind, url=url)
    run = ImportRun(feed=feed, source=url or "file", cursor=fields.pop("cursor", {}))
    if content is not None:
        run.file = ContentFile(content, name="feed")  # type: ignore[assignment]
    return run


def read(run: ImportRun) -> list[Batch]:
    return list(batches(run.feed, run))


def records(found: list[Batch], kind: str = "service") -> list[Record]:
    return [each for batch in found for each in batch.records if each.kind == kind]


def names(found: list[Batch], kind: str = "service") -> list[str]:
    return [each.data.get("name", "") for each in records(found, kind)]


def notes(found: list[Batch]) -> set[str]:
    return {note for batch in found for each in batch.records for note in each.notes}


def zipped(tables: dict[str, str | bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in tables.items():
            archive.writestr(name, text)
    return made.getvalue()
