"""Ask web addresses of the directory whether they answer, without waiting for the worker."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from services_directory.assurance.link_checks import BROKEN, check_links, note_addresses
from services_directory.models import LinkCheck


class Command(BaseCommand):
    help = "Check web addresses that are due (each once a week; one that failed, the next day)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--limit", type=int, default=100, help="the most addresses to ask")

    def handle(self, *args: Any, **options: Any) -> None:
        note_addresses()
        asked = check_links(options["limit"])
        broken = LinkCheck.objects.filter(BROKEN)
        self.stdout.write(f"{asked} asked; {broken.count()} broken.")
        for url, status, problem in broken.values_list("url", "status", "problem"):
            self.stdout.write(f"  {url} ({problem or status})")
