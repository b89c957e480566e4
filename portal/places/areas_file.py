"""Areas from a table that an operator keeps: code, name, kind, parent, gss_code."""

import csv
from pathlib import Path

from django.core.exceptions import ValidationError
from django.db import transaction

from portal.places.loading.areas import GSS_CODE
from portal.places.models import Area

COLUMNS = ("code", "name", "kind", "parent", "gss_code")


class WrongRow(Exception):
    """A row that cannot be used; the words name the line and say why."""


@transaction.atomic
def load_areas(path: Path) -> tuple[int, int]:
    """Make or change the areas of the file, parents first; return (made, changed).

    Raise WrongRow, and change nothing, when any row is wrong.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            if missing := set(COLUMNS) - set(reader.fieldnames or ()):
                raise WrongRow(f"Line 1: columns are missing: {', '.join(sorted(missing))}.")
            outcomes = [_save(row, reader.line_num) for row in reader]
    except (UnicodeDecodeError, csv.Error) as error:
        raise WrongRow(f"{path.name} is no CSV file in UTF-8: {error}.") from error
    return outcomes.count("made"), outcomes.count("changed")


def _save(row: dict[str, str | None], line: int) -> str:
    cells = {name: (row[name] or "").strip() for name in COLUMNS}
    if any("\x00" in cell for cell in cells.values()):
        raise WrongRow(f"Line {line}: there is a character that is no text.")
    area = Area.objects.filter(code=cells["code"]).first() or Area(code=cells["code"])
    before = (area.name, area.kind, area.parent_id, area.gss_code)
    area.name, area.kind, area.gss_code = cells["name"], cells["kind"], cells["gss_code"] or None
    area.parent = _parent(area, cells["parent"], line)
    if area.gss_code and not GSS_CODE.fullmatch(area.gss_code):
        raise WrongRow(f"Line {line}: {area.gss_code} is no official code such as E07000093.")
    try:
        area.full_clean()
    except ValidationError as error:
        raise WrongRow(f"Line {line}: {'; '.join(error.messages)}") from error
    if area.pk and before == (area.name, area.kind, area.parent_id, area.gss_code):
        return "same"
    outcome = "changed" if area.pk else "made"
    area.save()
    return outcome


def _parent(area: Area, code: str, line: int) -> Area | None:
    parent = Area.objects.filter(code=code).first() if code else None
    if code and parent is None:
        raise WrongRow(f"Line {line}: there is no area {code}. Put it on a line above.")
    above = parent
    while above is not None:
        if above.pk == area.pk:
            raise WrongRow(f"Line {line}: {area.code} would lie within itself.")
        above = above.parent
    return parent
