"""Wyvern Vale on the map: two councils in a block of the North Sea, and their postcodes."""

import csv
from collections.abc import Callable
from pathlib import Path

from portal.places.addresses import load_addresses
from portal.places.models import Area, HealthOrganization, KnownAddress, Postcode
from portal.places.ods import load_organizations
from portal.places.postcodes import normalise_postcode

ORDER = 20
FILE = Path(__file__).with_name("postcodes.csv")
PRACTICES = Path(__file__).with_name("practices.csv")
ADDRESSES = Path(__file__).with_name("addresses.csv")
# code, name, kind, parent, official code; parents first. The councils are invented, as are theirs.
AREAS = [
    ("uk", "United Kingdom", Area.Kind.COUNTRY, None, "K02000001"),
    ("england", "England", Area.Kind.COUNTRY, "uk", "E92000001"),
    ("wyvern-vale", "Wyvern Vale", Area.Kind.PARTNERSHIP, "england", None),
    ("wyvern-vale-east", "Wyvern Vale East", Area.Kind.COUNCIL, "wyvern-vale", "E06999991"),
    ("wyvern-vale-west", "Wyvern Vale West", Area.Kind.COUNCIL, "wyvern-vale", "E06999992"),
]


def load(say: Callable[[str], None]) -> None:
    """Make the areas and postcodes that are not there; raise ValueError for a bad row."""
    areas: dict[str | None, Area] = {}
    for code, name, kind, parent, gss_code in AREAS:
        areas[code], _ = Area.objects.get_or_create(
            code=code,
            defaults={
                "name": name,
                "kind": kind,
                "parent": areas.get(parent),
                "gss_code": gss_code,
            },
        )
    postcodes = _read(areas)
    Postcode.objects.bulk_create(postcodes, ignore_conflicts=True)
    say(f"Places: {len(areas)} areas, {len(postcodes)} postcodes.")
    if not HealthOrganization.objects.exists():
        load_organizations(PRACTICES, HealthOrganization.Kind.PRACTICE)
    if not KnownAddress.objects.exists():
        load_addresses(ADDRESSES)


def _read(areas: dict[str | None, Area]) -> list[Postcode]:
    with FILE.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        return [_postcode(row, areas, reader.line_num) for row in reader]


def _postcode(row: dict[str, str], areas: dict[str | None, Area], line: int) -> Postcode:
    postcode = normalise_postcode(row["postcode"])
    if postcode is None or row["area"] not in areas:
        raise ValueError(f"{FILE.name}:{line}: not a known postcode or area: {row}")
    try:
        latitude, longitude = float(row["latitude"]), float(row["longitude"])
    except ValueError:
        raise ValueError(f"{FILE.name}:{line}: not a point on the map: {row}") from None
    return Postcode(
        postcode=postcode,
        outcode=postcode.split()[0],
        latitude=latitude,
        longitude=longitude,
        area=areas[row["area"]],
        locality=row["locality"],
    )
