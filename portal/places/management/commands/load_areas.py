"""`manage.py load_areas FILE`: councils, boards and localities, from a table kept by hand."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from portal.places.areas_file import WrongRow, load_areas


class Command(BaseCommand):
    help = (
        "Make or change areas from a CSV file with the columns code, name, kind, parent, gss_code. "
        "Areas that are not in the file stay as they are."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            made, changed = load_areas(options["file"])
        except (WrongRow, OSError) as error:
            raise CommandError(f"Nothing is changed. {error}") from error
        self.stdout.write(f"{made} areas made, {changed} changed.")
