"""Addresses of a postcode, where the operator has a gazetteer: three columns with headings."""

from collections.abc import Iterator
from pathlib import Path

from portal.places.loading.files import Unreadable
from portal.places.models import KnownAddress
from portal.places.postcodes import normalise_postcode
from portal.places.tables import columns, replace_rows, rows_of

# OS AddressBase Core calls the line "single line address".
HEADINGS = {
    "key": ("uprn", "key", "id"),
    "postcode": ("postcode",),
    "line": ("single line address", "address", "line"),
}
MOST_FOUND = 100


def load_addresses(path: Path) -> int:
    """Replace all addresses by those of the file; raise Unreadable."""
    return replace_rows(KnownAddress.objects.all(), _addresses(path))


def find_addresses(postcode: str) -> list[KnownAddress]:
    """Return the addresses of a whole postcode in their order; none for anything else."""
    known = normalise_postcode(postcode)
    rows = KnownAddress.objects.filter(postcode=known) if known else KnownAddress.objects.none()
    return sorted(rows[:MOST_FOUND], key=lambda each: _by_number(each.line))


def _addresses(path: Path) -> Iterator[KnownAddress]:
    rows = rows_of(path)
    found = columns(next(rows, []), HEADINGS)
    if found is None:
        raise Unreadable("The first line must name the columns UPRN, POSTCODE and ADDRESS.")
    seen: set[str] = set()
    for row in rows:
        key, postcode, line = (
            row[found[name]] if found[name] < len(row) else "" for name in HEADINGS
        )
        whole = normalise_postcode(postcode)
        if key and whole and line and key not in seen:
            seen.add(key)
            yield KnownAddress(key=key[:20], postcode=whole, line=line[:200])


def _by_number(line: str) -> tuple[int, str]:
    """Sort house 4 before house 12."""
    number = next((int(word) for word in line.replace(",", " ").split() if word.isdecimal()), 0)
    return number, line
