from contextlib import suppress
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from portal.worker.loop import known_jobs, run_for_ever, run_safely


class Command(BaseCommand):
    help = "Run the portal's jobs: for ever, or each once with --once (for a timer)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="run each job once and stop")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["once"]:
            for job in known_jobs():
                run_safely(job)
            return
        with suppress(KeyboardInterrupt):
            run_for_ever()
