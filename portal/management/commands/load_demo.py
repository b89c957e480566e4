from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand
from wagtail.signal_handlers import disable_reference_index_auto_update

from portal.discovery import modules_named


class Command(BaseCommand):
    help = "Load the fictional partnership Wyvern Vale. What is there already stays as it is."

    def handle(self, *args: Any, **options: Any) -> None:
        # One rebuild of each index at the end costs far less than an update for every row.
        with disable_reference_index_auto_update():
            for module in sorted(modules_named("demo"), key=lambda module: module.ORDER):
                module.load(self.say)
        self.say("Noting what refers to what")
        call_command("rebuild_references_index", verbosity=0, stdout=self.stdout)

        call_command("rebuild_search", stdout=self.stdout)

    def say(self, line: str) -> None:
        self.stdout.write(f"  {line}")
        self.stdout.flush()
