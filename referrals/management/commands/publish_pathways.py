"""Store the digest of each new pathway version; those stored are never replaced."""

import json
from typing import Any

from django.core.management.base import BaseCommand

from referrals.pathways import DIGESTS, PATHWAYS, digest, stored_digests


class Command(BaseCommand):
    help = "Seal each new version of a pathway, so that a later edit is refused."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        stored = stored_digests()
        new = {
            f"{pathway.slug}/{pathway.version}": digest(pathway)
            for pathway in PATHWAYS
            if f"{pathway.slug}/{pathway.version}" not in stored
        }
        text = json.dumps(stored | new, indent=2, sort_keys=True) + "\n"
        DIGESTS.write_text(text, encoding="utf-8")
        self.stdout.write(f"{len(new)} new, {len(stored)} there already.")
