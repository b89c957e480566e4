"""Staff open a file: the trail says who, in the same transaction."""

from uuid import UUID

from django.db import transaction

from portal.people.models import User
from referrals import audit
from referrals.cipher import unseal_bytes
from referrals.models import Attachment, Referral, Verdict


class Dangerous(Exception):
    """Malware was found in it: nobody opens it from here."""


def find(reference: str, key: UUID) -> Attachment:
    """Return a file of the referral; raise Attachment.DoesNotExist."""
    return Attachment.objects.select_related("referral").get(referral__reference=reference, key=key)


def files_of(referral: Referral) -> list[Attachment]:
    """Return the files of a referral in the order in which they were added."""
    return list(referral.attachments.all())


@transaction.atomic
def open_file(file: Attachment, actor: User) -> bytes:
    """Return the bytes of the file and record that `actor` opened it; raise Dangerous."""
    if file.verdict == Verdict.INFECTED:
        raise Dangerous
    audit.record(
        "attachment opened", file.referral, actor, file=str(file.key), verdict=file.verdict
    )
    return unseal_bytes(file.content.sealed)
