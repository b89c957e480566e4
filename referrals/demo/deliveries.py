"""What left the demo's house: delivered into a folder, and one message that was given up."""

from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from cryptography.fernet import Fernet
from django.conf import settings
from django.db import transaction
from django.utils import timezone

from referrals import audit
from referrals.cipher import seal_bytes
from referrals.exchange.outbound.backoff import MOST_TRIES
from referrals.exchange.outbound.delivering import deliver_due
from referrals.exchange.outbound.destinations import configured
from referrals.exchange.outbound.writing import write
from referrals.models import OutboxMessage, Referral

FOLDER = "files"


def deliver() -> int:
    """Deliver all that waits but one, where the demo has its folder; return how many tries."""
    if FOLDER not in configured():
        return 0
    make_folder(Path(settings.DATA_DIR))
    first = Referral.objects.order_by("submitted_at", "pk").first()
    if first and not OutboxMessage.objects.filter(referral=first, destination=FOLDER).exists():
        _give_one_up(first)
    return deliver_due(most=500, seconds=60)


def make_folder(data: Path) -> None:
    """Make the folder and the recipient's key that the demo's settings name."""
    (data / "drop").mkdir(exist_ok=True)
    key = data / "drop.key"
    if not key.exists():
        key.write_bytes(Fernet.generate_key())


@transaction.atomic
def _give_one_up(referral: Referral) -> None:
    """As if the folder had been closed for days: "Send again" delivers it."""
    original = referral.messages.filter(destination="").order_by("pk").first()
    if original is None:
        return
    key, now = uuid5(NAMESPACE_URL, "front-door-demo-given-up"), timezone.now()
    message = OutboxMessage.objects.create(
        key=key, referral=referral, kind=original.kind, destination=FOLDER,
        sealed_body=seal_bytes(write(original, FOLDER, configured()[FOLDER], key)),
        created_at=original.created_at, next_try_at=now, attempts=MOST_TRIES, given_up_at=now,
        problem="The folder: PermissionError",
    )  # fmt: skip
    original.delivered_at = now
    original.save(update_fields=["delivered_at"])
    audit.record("delivery given up", referral, to=FOLDER, message=str(message.key))
