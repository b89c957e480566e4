"""The records of this room."""

from referrals.models.attachment import Attachment, AttachmentContent, Verdict
from referrals.models.audit_event import AuditEvent, AuditIsAppendOnly
from referrals.models.deletion_certificate import DeletionCertificate
from referrals.models.draft import Draft
from referrals.models.inbound_message import InboundMessage
from referrals.models.outbox_message import OutboxMessage
from referrals.models.referral import Band, Decision, Outcome, Referral, Source

__all__ = [
    "Attachment",
    "AttachmentContent",
    "AuditEvent",
    "AuditIsAppendOnly",
    "Band",
    "Decision",
    "DeletionCertificate",
    "Draft",
    "InboundMessage",
    "OutboxMessage",
    "Outcome",
    "Referral",
    "Source",
    "Verdict",
]
