"""`manage.py load_organizations FILE`: GP practices and others by ODS code."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from portal.places.loading.files import Unreadable
from portal.places.models import HealthOrganization
from portal.places.ods import load_organizations


class Command(BaseCommand):
    help = "Replace the organisations of a kind by those of an ODS file (epraccur.csv, etr.csv)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--kind", choices=HealthOrganization.Kind.values, default="practice")

    def handle(self, *args: Any, **options: Any) -> None:
        kind = HealthOrganization.Kind(options["kind"])
        try:
            count = load_organizations(options["file"], kind)
        except Unreadable as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{count} organisations loaded: {kind.label}.")
