"""Write the audit trail, inside the transaction of what it tells of."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from portal.people.models import User
from referrals.models import AuditEvent, Referral


def record(
    action: str, referral: Referral | None = None, actor: User | None = None, **detail: Any
) -> AuditEvent:
    """Add one row; outside a transaction raise TransactionManagementError.

    `detail` holds codes, counts and times only. What people told us never goes into it.
    """
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("Audit within the transaction of the change.")
    return AuditEvent.objects.create(
        at=timezone.now(), actor=actor, action=action, referral=referral, detail=detail
    )
