"""Write the audit trail, inside the transaction of what it tells of."""

import json
from typing import Any

from django.db import transaction
from django.utils import timezone

from portal.people.models import User
from referrals.audit_chain import last_seal, seal_after
from referrals.models import AuditEvent, Referral


def record(
    action: str, referral: Referral | None = None, actor: User | None = None, **detail: Any
) -> AuditEvent:
    """Add one row; outside a transaction raise TransactionManagementError.

    `detail` holds codes, counts and times only. What people told us never goes into it.
    """
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("Audit within the transaction of the change.")
    event = AuditEvent(
        at=timezone.now(), actor=actor, action=action, referral=referral,
        detail=json.loads(json.dumps(detail)),  # as the database will give it back
    )  # fmt: skip
    event.chain = seal_after(last_seal(), event)
    event.save()
    return event
