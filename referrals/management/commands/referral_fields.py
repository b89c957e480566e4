"""`manage.py referral_fields`: write the catalogue of questions."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from referrals.pathways.catalogue import as_markdown


class Command(BaseCommand):
    help = "Write docs/referral-fields.md: every question of the forms, its values and its purpose."

    def handle(self, *args: Any, **options: Any) -> None:
        path = Path(settings.BASE_DIR) / "docs" / "referral-fields.md"
        path.write_text(as_markdown(), encoding="utf-8")
        self.stdout.write(f"{path.name} is fresh.")
