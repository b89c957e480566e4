"""Load postcodes: read the files into a clean copy, then put it in the table's place.

Reading may take a minute and happens outside the transaction, so that people can use the site
meanwhile; the transaction only writes. A load that fails leaves the table as it was.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from tempfile import TemporaryFile

from django.db import DEFAULT_DB_ALIAS, transaction

from portal.places.loading.areas import Areas, Bounds
from portal.places.loading.files import Unreadable
from portal.places.loading.reading import Say, records
from portal.places.loading.record import Record, Skip
from portal.places.loading.report import Report
from portal.places.loading.towns import Towns
from portal.places.models import Postcode, PostcodeLoad

BATCH = 2_000
Clean = tuple[str, float, float, int | None, int | None, str]


def load_postcodes(
    paths: Sequence[Path],
    bounds: Bounds,
    say: Say,
    *,
    towns: Towns | None = None,
    source: str | None = None,
    dry_run: bool = False,
) -> Report:
    """Replace all postcodes by those of the files; return what came of it.

    Raise Unreadable when a file cannot be used or nothing is kept. source: the one layout to take,
    `ons` or `code-point-open`. A dry run reads and reports, and changes nothing.
    """
    report, areas = Report(), Areas.load(bounds)
    with TemporaryFile("w+", encoding="utf-8", newline="") as copy:
        for path in paths:
            read = records(path, source, report, say)
            csv.writer(copy).writerows(_clean(read, areas, towns, report))
        if not report.kept:
            words = ["No postcode was kept, so nothing is changed.", *report.lines()]
            raise Unreadable("\n".join(words))
        if not dry_run:
            say(f"Writing {report.kept:,} postcodes")
            copy.seek(0)
            _replace(csv.reader(copy), report, named=towns is not None)
    return report


def _clean(
    read: Iterable[Record], areas: Areas, towns: Towns | None, report: Report
) -> Iterator[Clean]:
    """Yield the rows that are wanted, with our areas and their town."""
    bounds = areas.bounds
    for record in read:
        belongs = areas.of(record)
        if not (belongs.wanted and bounds.hold_point(record)):
            report.skipped[Skip.OUTSIDE] += 1
            continue
        if not areas.knows(record.council):
            report.councils[record.council] += 1
        report.kept += 1
        postcode, latitude, longitude = record[:3]
        town = towns.nearest(latitude, longitude) if towns else ""
        yield postcode, latitude, longitude, belongs.area, belongs.icb, town


@transaction.atomic
def _replace(table: Iterator[list[str]], report: Report, *, named: bool) -> None:
    # Django's delete() would fetch every row for the listeners that other apps have.
    Postcode.objects.all()._raw_delete(DEFAULT_DB_ALIAS)
    while batch := [_postcode(row) for row in islice(table, BATCH)]:
        Postcode.objects.bulk_create(batch, ignore_conflicts=True)
    stored = Postcode.objects.count()
    report.twice, report.kept = report.kept - stored, stored
    sources = sorted(report.sources) + ["open-names"] * named
    PostcodeLoad.objects.create(sources=" ".join(sources), postcodes=stored)


def _postcode(row: list[str]) -> Postcode:
    postcode, latitude, longitude, area, icb, town = row
    return Postcode(
        postcode=postcode,
        outcode=postcode.partition(" ")[0],
        latitude=float(latitude),
        longitude=float(longitude),
        area_id=int(area) if area else None,
        icb_id=int(icb) if icb else None,
        locality=town,
    )
