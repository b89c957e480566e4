"""`manage.py load_addresses FILE`: what people can pick once they gave their postcode."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from portal.places.addresses import load_addresses
from portal.places.loading.files import Unreadable


class Command(BaseCommand):
    help = "Replace all addresses by those of a CSV file with the columns UPRN, POSTCODE, ADDRESS."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            count = load_addresses(options["file"])
        except Unreadable as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{count} addresses loaded.")
