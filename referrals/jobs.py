"""What the worker does for this room."""

from collections.abc import Callable

from referrals.attachments.rescanning import scan_waiting
from referrals.audit_chain import watch
from referrals.exchange.inbound.upkeep import finish_left_open, forget_refused
from referrals.exchange.outbound.delivering import deliver_due
from referrals.journey.drafts import forget_expired
from referrals.retention import delete_due

JOBS: list[tuple[str, float, Callable[[], object]]] = [
    ("forget-expired-drafts", 3600, forget_expired),
    ("scan-files-that-never-were", 300, scan_waiting),
    ("delete-referrals-whose-time-is-over", 24 * 3600, delete_due),
    ("deliver-what-leaves-the-house", 5, deliver_due),
    ("finish-messages-left-open", 60, finish_left_open),
    ("forget-messages-that-were-refused", 24 * 3600, forget_refused),
    ("verify-the-audit-trail", 24 * 3600, watch),
]
