"""Seal everything again with the newest key, while the site runs."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db.models import Model

from referrals.cipher import Ring, reseal, reseal_bytes
from referrals.models import (
    Attachment,
    AttachmentContent,
    Decision,
    Draft,
    InboundMessage,
    OutboxMessage,
    Referral,
)

SEALED: tuple[tuple[type[Model], str], ...] = (
    (Draft, "sealed"),
    (Draft, "sealed_receipt"),
    (Referral, "sealed_answers"),
    (Referral, "sealed_summary"),
    (Referral, "sealed_secrets"),
    (Decision, "sealed_reason"),
    (Attachment, "sealed_name"),
    (AttachmentContent, "sealed"),
    (InboundMessage, "sealed_headers"),
    (InboundMessage, "sealed_raw"),
    (InboundMessage, "sealed_answer"),
    (OutboxMessage, "sealed_body"),
)
RINGS: dict[tuple[type[Model], str], Ring] = {(Referral, "sealed_secrets"): Ring.SECRETS}


class Command(BaseCommand):
    help = "Seal drafts, referrals and all that comes with them with the first key of each ring."

    def handle(self, *args: Any, **options: Any) -> None:
        for model, field in SEALED:
            count = rotate(model, field)
            self.stdout.write(f"{model._meta.verbose_name} {field}: {count} sealed anew")
        self.stdout.write(f"The older keys may be taken out of {' and '.join(Ring)} now.")


def rotate(model: type[Model], field: str) -> int:
    """Reseal one column and return the count of rows; raise CannotUnseal if a key is missing.

    One row at a time: a file is some megabytes.
    """
    rows, count = model._default_manager, 0
    for pk in rows.values_list("pk", flat=True).order_by("pk").iterator():
        old = _value(model, field, pk)
        # Only if nobody wrote in between: a draft saved meanwhile is read and sealed again.
        while old and not rows.filter(pk=pk, **{field: old}).update(
            **{field: _anew(model, field, old)}
        ):
            old = _value(model, field, pk)
        count += bool(old)
    return count


def _value(model: type[Model], field: str, pk: Any) -> str | bytes | None:
    value = model._default_manager.filter(pk=pk).values_list(field, flat=True).first()
    return bytes(value) if isinstance(value, memoryview) else value


def _anew(model: type[Model], field: str, old: str | bytes) -> str | bytes:
    ring = RINGS.get((model, field), Ring.ANSWERS)
    return reseal_bytes(old, ring) if isinstance(old, bytes) else reseal(old, ring)
