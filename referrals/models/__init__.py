"""The records of this room."""

from referrals.models.audit_event import AuditEvent, AuditIsAppendOnly
from referrals.models.draft import Draft
from referrals.models.outbox_message import OutboxMessage
from referrals.models.referral import Band, Decision, Outcome, Referral

__all__ = [
    "AuditEvent",
    "AuditIsAppendOnly",
    "Band",
    "Decision",
    "Draft",
    "OutboxMessage",
    "Outcome",
    "Referral",
]
