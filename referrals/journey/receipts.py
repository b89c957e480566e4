"""A receipt by e-mail or text: reference and date, and nothing about anybody's health."""

import logging
from dataclasses import asdict, dataclass

from django.conf import settings
from django.core.exceptions import ValidationError

from portal import letters, texts
from portal.design.templatetags.design import short_date
from referrals.cipher import seal, unseal
from referrals.models import Draft, Referral

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Receipt:
    """Where a receipt goes; an empty text for nowhere."""

    email: str = ""
    mobile: str = ""


def keep(draft: Draft, receipt: Receipt) -> None:
    """Keep where the receipt goes, sealed, until the form is sent."""
    wanted = receipt.email or receipt.mobile
    if not wanted and not draft.sealed_receipt:
        return  # the usual case costs no commit of its own
    draft.sealed_receipt = seal(asdict(receipt)) if wanted else ""
    Draft.objects.filter(pk=draft.pk, submitted_at=None).update(sealed_receipt=draft.sealed_receipt)


def queue(draft: Draft, referral: Referral) -> None:
    """Queue the receipt in this transaction and forget where it goes; the caller saves the draft.

    What is wrong with an address never stops a referral.
    """
    receipt = Receipt(**unseal(draft.sealed_receipt)) if draft.sealed_receipt else Receipt()
    draft.sealed_receipt = ""
    context = {"reference": referral.reference, "sent": short_date(referral.submitted_at),
               "site_url": letters.absolute("/")}  # fmt: skip
    try:
        if receipt.email:
            subject = f"We have what you sent: {referral.reference}"
            letters.send_later(receipt.email, subject, "referrals/letters/receipt.txt", context)
        if receipt.mobile:
            texts.send_later(receipt.mobile, _words(context))
    except ValidationError:
        logger.warning("A receipt has an address that cannot be used.")


def _words(context: dict[str, str]) -> str:
    return (
        f"{settings.WAGTAIL_SITE_NAME}: we have what you sent on {context['sent']}. "
        f"Your reference is {context['reference']}."
    )
