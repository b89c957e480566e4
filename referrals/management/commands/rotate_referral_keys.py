"""Seal everything again with the newest key, while the site runs."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db.models import Model

from referrals.cipher import reseal
from referrals.models import Decision, Draft, Referral

SEALED: tuple[tuple[type[Model], str], ...] = (
    (Draft, "sealed"),
    (Referral, "sealed_answers"),
    (Referral, "sealed_summary"),
    (Decision, "sealed_reason"),
)


class Command(BaseCommand):
    help = "Seal drafts, referrals and reasons with the first of REFERRALS_ENCRYPTION_KEYS."

    def handle(self, *args: Any, **options: Any) -> None:
        for model, field in SEALED:
            count = rotate(model, field)
            self.stdout.write(f"{model._meta.verbose_name} {field}: {count} sealed anew")
        self.stdout.write("The older keys may be taken out of REFERRALS_ENCRYPTION_KEYS now.")


def rotate(model: type[Model], field: str) -> int:
    """Reseal one column and return the count of rows; raise CannotUnseal if a key is missing."""
    count = 0
    rows = model._default_manager.exclude(**{field: ""}).values_list("pk", field)
    for pk, old in rows.iterator(chunk_size=500):
        while True:
            # Only if nobody wrote in between: a draft saved meanwhile is read and sealed again.
            if model._default_manager.filter(pk=pk, **{field: old}).update(**{field: reseal(old)}):
                count += 1
                break
            now = model._default_manager.filter(pk=pk).values_list(field, flat=True).first()
            if not now:
                break
            old = now
    return count
