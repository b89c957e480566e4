"""GP practices and other organisations by ODS code, from the files of the NHS ODS.

Layout without headings, as of `epraccur.csv` and its like: 0 code, 1 name, 4-8 address, 9
postcode, 11 close date, 12 status (A: active), 25 prescribing setting (4: GP practice).
Source: digital.nhs.uk/services/organisation-data-service, Open Government Licence.
"""

from collections.abc import Iterator
from pathlib import Path

from portal.places.models import HealthOrganization
from portal.places.names import name_key
from portal.places.postcodes import normalise_postcode
from portal.places.tables import replace_rows, rows_of

CODE, NAME, ADDRESS, POSTCODE, CLOSED, STATUS, SETTING = 0, 1, slice(4, 9), 9, 11, 12, 25
FEWEST_COLUMNS = 12
GP_SETTING = "4"
MOST_FOUND = 10
_CAPITALS_ALONE = {"nhs": "NHS", "gp": "GP", "nhsft": "NHSFT"}


def load_organizations(path: Path, kind: HealthOrganization.Kind) -> int:
    """Replace the organisations of a kind by those of the file; raise Unreadable."""
    rows = (each for row in rows_of(path) if (each := _organization(row, kind)))
    return replace_rows(HealthOrganization.objects.filter(kind=kind), _once(rows))


def find_organizations(text: str, kind: HealthOrganization.Kind) -> list[HealthOrganization]:
    """Return at most ten that have every word, or this very ODS code; by name. Any text will do."""
    words = name_key(text.replace("\0", " ")).split()[:8]
    if not words or sum(map(len, words)) < 2:
        return []
    rows = HealthOrganization.objects.filter(kind=kind)
    if exact := rows.filter(code="".join(words).upper()).first():
        return [exact]
    for word in words:
        rows = rows.filter(search_key__contains=word)
    return list(rows[:MOST_FOUND])


def _organization(row: list[str], kind: HealthOrganization.Kind) -> HealthOrganization | None:
    if len(row) < FEWEST_COLUMNS or not row[CODE] or not row[NAME] or not row[CODE].isalnum():
        return None
    if row[CLOSED] or _cell(row, STATUS, "A") not in {"A", "Active", ""}:
        return None
    if kind == HealthOrganization.Kind.PRACTICE and _cell(row, SETTING, GP_SETTING) != GP_SETTING:
        return None
    postcode = normalise_postcode(row[POSTCODE]) or ""
    name = _in_words(row[NAME])[:120]
    address = ", ".join(_in_words(line) for line in row[ADDRESS] if line)[:200]
    return HealthOrganization(
        code=row[CODE][:12].upper(),
        kind=kind,
        name=name,
        address=address,
        postcode=postcode,
        search_key=f"{name_key(name)} {name_key(address)} {name_key(postcode)}"[:360],
    )


def _once(rows: Iterator[HealthOrganization]) -> Iterator[HealthOrganization]:
    seen: set[str] = set()
    for row in rows:
        if row.code not in seen:
            seen.add(row.code)
            yield row


def _cell(row: list[str], index: int, default: str) -> str:
    return row[index] if index < len(row) else default


def _in_words(text: str) -> str:
    """ODS writes in capitals: "QUAYSIDE SURGERY" becomes "Quayside Surgery"."""
    if not text.isupper():
        return text
    return " ".join(_CAPITALS_ALONE.get(word.lower(), word.capitalize()) for word in text.split())
