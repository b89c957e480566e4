"""`manage.py load_postcodes FILE…`: postcodes for the site, from files of ONS or OS."""

from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from portal.places.loading.areas import Bounds
from portal.places.loading.files import Unreadable
from portal.places.loading.load import load_postcodes
from portal.places.loading.towns import read_towns
from portal.places.postcodes import normalise_district

# ONSPD and NSPL differ in how they place people, not in their columns.
FORMATS = {"auto": None, "onspd": "ons", "nspl": "ons", "code-point-open": "code-point-open"}


class Command(BaseCommand):
    help = (
        "Replace all postcodes by those of ONSPD, NSPL or Code-Point Open: CSV files, a folder of "
        "them, or the .zip as downloaded. If anything fails, the old ones stay."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        only = parser.add_mutually_exclusive_group()
        only.add_argument(
            "--areas", type=codes, default=(), help="only these: our codes or official ones"
        )
        only.add_argument(
            "--outcodes", type=outcodes, default=frozenset(), help="only these, as WY1,WY2"
        )
        only.add_argument("--within", type=circle, metavar="LAT,LON,KM", help="only this circle")
        parser.add_argument(
            "--places", nargs="+", type=Path, default=(), metavar="FILE",
            help="OS Open Names, which gives each postcode its town",
        )  # fmt: skip
        parser.add_argument("--format", choices=FORMATS, default="auto")
        parser.add_argument("--dry-run", action="store_true", help="report, and change nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        bounds = Bounds(options["areas"], options["outcodes"], options["within"])
        try:
            if options["places"]:
                self.say("Reading the names of places")
            report = load_postcodes(
                options["files"],
                bounds,
                self.say,
                towns=read_towns(options["places"]) if options["places"] else None,
                source=FORMATS[options["format"]],
                dry_run=options["dry_run"],
            )
        except Unreadable as error:
            raise CommandError(str(error)) from error
        except (DatabaseError, OSError) as error:
            raise CommandError(f"The old postcodes stay, for this failed: {error}") from error
        for line in report.lines():
            self.say(line)
        self.say("Nothing is changed." if options["dry_run"] else "These are the postcodes now.")

    def say(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()


def codes(text: str) -> tuple[str, ...]:
    """Return the parts between commas; raise ArgumentTypeError when there is none."""
    parts = tuple(part.strip() for part in text.split(",") if part.strip())
    if not parts:
        raise ArgumentTypeError("empty; leave it out to load everything")
    return parts


def outcodes(text: str) -> frozenset[str]:
    """Return outward codes; raise ArgumentTypeError for what is none."""
    found = {part: normalise_district(part) for part in codes(text)}
    wrong = [part for part, code in found.items() if not code or " " in code]
    if wrong:
        raise ArgumentTypeError(f"not outward codes such as WY1,WY2: {', '.join(wrong)}")
    return frozenset(code for code in found.values() if code)


def circle(text: str) -> tuple[float, float, float]:
    """Return latitude, longitude and kilometres; raise ArgumentTypeError for what is none."""
    try:
        latitude, longitude, limit = (float(part) for part in text.split(","))
    except ValueError:
        raise ArgumentTypeError("not like 54.0,1.5,40 (degrees, degrees, kilometres)") from None
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180 and 0 < limit < 2_000):
        raise ArgumentTypeError("not a point with a distance of less than 2,000 kilometres")
    return latitude, longitude, limit
