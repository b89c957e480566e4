"""Who did what to which referral, when. Rows are only ever added."""

from typing import Any, NoReturn

from django.conf import settings
from django.db import models

from referrals.models.referral import Referral


class AuditIsAppendOnly(Exception):
    """Somebody tried to change or delete a row of the audit trail."""


class AuditQuerySet(models.QuerySet["AuditEvent"]):
    """Refuses what would alter rows; triggers in the database refuse it again."""

    def update(self, **values: Any) -> NoReturn:
        raise AuditIsAppendOnly("Audit rows are never changed.")

    def delete(self) -> NoReturn:
        raise AuditIsAppendOnly("Audit rows are never deleted.")


class AuditEvent(models.Model):
    """`detail` says what changed in codes and times; never what the person told us."""

    at = models.DateTimeField(db_index=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    action = models.CharField(max_length=30)
    # Holds the reference itself and no constraint: the trail outlives the referral.
    referral = models.ForeignKey(
        Referral,
        to_field="reference",
        db_column="reference",
        db_constraint=False,
        null=True,
        on_delete=models.DO_NOTHING,
        related_name="events",
    )
    detail = models.JSONField(default=dict)
    # Each row seals the one before it, so that a row taken out or altered shows.
    chain = models.CharField(max_length=64, blank=True, editable=False)

    objects = AuditQuerySet.as_manager()

    class Meta:
        default_permissions = ("view",)
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.action} {self.referral_id or ''} {self.at:%Y-%m-%d %H:%M}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add the row; raise AuditIsAppendOnly if it is there already."""
        if self.pk is not None:
            raise AuditIsAppendOnly("Audit rows are never changed.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise AuditIsAppendOnly("Audit rows are never deleted.")
