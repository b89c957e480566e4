"""manage.py rebuild_search: a new search index of everything, then one switch."""

from django.core.management.base import BaseCommand, CommandError

from search.engines.protocol import EngineUnavailable
from search.journal import rebuild


class Command(BaseCommand):
    help = "Build a new search index while the old one answers, then switch to it in one step."

    def handle(self, *args: object, **options: object) -> None:
        self.stdout.write("Building the search index …")
        try:
            rebuild(self.stdout.write)
        except EngineUnavailable as trouble:
            raise CommandError(f"The search index was not rebuilt. {trouble}") from trouble
