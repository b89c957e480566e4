"""Import a feed from the command line: `manage.py import_feed NAME_OR_URL_OR_FILE`."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files import File
from django.core.management.base import BaseCommand, CommandError

from services_directory.choices import FeedFormat
from services_directory.imports import runs
from services_directory.imports.applying import NotReady
from services_directory.imports.presenters import report_lines
from services_directory.models import Feed, ImportRun


class Command(BaseCommand):
    help = "Read a feed, print what it would change, and apply it with --apply."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("source", help="the name of a feed, an address or a file")
        parser.add_argument("--format", choices=FeedFormat.values, default=FeedFormat.ORUK_3)
        parser.add_argument("--name", default="", help="whose data it is, for a new feed")
        parser.add_argument("--apply", action="store_true", help="write it into the directory")
        parser.add_argument("--sure", action="store_true", help="even when much would go")

    def handle(self, *args: Any, **options: Any) -> None:
        run = self.started(options)
        runs.work_on(run, self.say)
        run.refresh_from_db()
        self.stop_for_problem(run)
        for line in report_lines(run):
            self.say(line)
        if options["apply"]:
            self.apply(run, sure=options["sure"])

    def started(self, options: dict[str, Any]) -> ImportRun:
        source, path = options["source"], Path(options["source"])
        feed = Feed.objects.filter(name=options["name"] or source).first()
        is_address = source.startswith(("http://", "https://"))
        if feed is None and not is_address and not path.is_file():
            raise CommandError(f"There is no feed, address or file called {source}.")
        if feed is None:
            feed = self.new_feed(options, source if is_address else "")
        if is_address and feed.url != source:
            raise CommandError(f"{feed} is read from another address. Give a --name of its own.")
        if not path.is_file():
            return runs.start(feed, None)
        with path.open("rb") as file:
            return runs.start(feed, None, File(file, name=path.name))  # type: ignore[arg-type]

    def new_feed(self, options: dict[str, Any], url: str) -> Feed:
        name = (options["name"] or Path(options["source"]).name)[:160]
        wanted = {"format": options["format"], "url": url}
        try:
            Feed(name=name, **wanted).clean_fields()
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        made, _ = Feed.objects.get_or_create(name=name, defaults=wanted)
        return made

    def apply(self, run: ImportRun, *, sure: bool) -> None:
        try:
            runs.ask_to_apply(run, None, sure=sure)
        except runs.NotSure as doubt:
            raise CommandError(f"{doubt} Add --sure if that is right.") from doubt
        except NotReady as refusal:
            raise CommandError(str(refusal)) from refusal
        run.refresh_from_db()
        runs.work_on(run, self.say)
        run.refresh_from_db()
        self.stop_for_problem(run)
        self.say("Applied.")

    def stop_for_problem(self, run: ImportRun) -> None:
        if run.problem:
            raise CommandError(run.problem)

    def say(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()
