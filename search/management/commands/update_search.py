"""manage.py update_search: tell the search index the changes that wait."""

from django.core.management.base import BaseCommand

from search.journal import apply_pending


class Command(BaseCommand):
    help = "Tell the search index all changes that it does not know yet."

    def handle(self, *args: object, **options: object) -> None:
        self.stdout.write(f"{apply_pending()} changes applied.")
