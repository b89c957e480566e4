"""Spreadsheets that we hand out: no cell of theirs may start a formula in the reader's program."""

import re
from typing import Any

# OWASP, CSV Injection: what Excel, LibreOffice and Numbers take for the start of a formula.
_STARTS = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?", re.ASCII)


def safe_cell(value: Any) -> Any:
    """Return text that would start a formula behind an apostrophe, all else as it is."""
    if not isinstance(value, str) or _NUMBER.fullmatch(value) or not _STARTS.match(value):
        return value
    return f"'{value}"


def guard_spreadsheets() -> None:
    """Make every export of the admin write safe cells: ours, and those that Wagtail brings."""
    from wagtail.admin.views.mixins import SpreadsheetExportMixin

    plain = SpreadsheetExportMixin.preprocess_field_value
    if getattr(plain, "writes_safe_cells", False):
        return

    def preprocess_field_value(self: Any, field: str, value: Any, export_format: str) -> Any:
        return safe_cell(plain(self, field, value, export_format))

    preprocess_field_value.writes_safe_cells = True  # type: ignore[attr-defined]
    SpreadsheetExportMixin.preprocess_field_value = preprocess_field_value
