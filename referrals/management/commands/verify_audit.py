"""Read the audit trail from end to end and say whether it is whole."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from referrals.audit_chain import verify


class Command(BaseCommand):
    help = "Check the chain of the audit trail. Note the head it prints outside the database."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--head", default="", help="A head noted earlier: it must be there.")

    def handle(self, *args: Any, head: str, **options: Any) -> None:
        verified = verify(head)
        for fault in verified.faults:
            self.stderr.write(fault)
        if verified.faults:
            raise CommandError(f"The audit trail is not whole: {len(verified.faults)} faults.")
        self.stdout.write(f"The audit trail is whole: {verified.rows} rows, head {verified.head}")
