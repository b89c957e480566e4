"""Letters by e-mail: written in the transaction that causes them, sent later by the worker.

Plain text. A letter holds nothing about anybody's health, ever; what it is about is behind a link.
"""

import logging
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone
from post_office import mail
from post_office.models import STATUS, Email

logger = logging.getLogger(__name__)
KEPT_DAYS = 7
KEPT_FAILED_DAYS = 90


def send_later(to: str, subject: str, template: str, context: Mapping[str, Any]) -> None:
    """Queue one letter to one address; lost if the transaction is rolled back, else not.

    Raises ValidationError when `to` is no e-mail address.
    """
    mail.send(
        to,
        settings.DEFAULT_FROM_EMAIL,
        subject=" ".join(subject.split()),
        message=render_to_string(template, {**context, "site_name": settings.WAGTAIL_SITE_NAME}),
    )


def absolute(path: str) -> str:
    """Return the whole address of a path of this site, for letters and printed sheets."""
    return settings.WAGTAILADMIN_BASE_URL.rstrip("/") + path


def send_queued() -> None:
    """Send what waits. What fails is tried again later; addresses stay out of the log."""
    _, failed, _ = mail.send_queued()
    if failed:
        logger.error("%d letters could not be sent after the last try.", failed)


def forget_old() -> None:
    """Delete letters some days after they were sent; those that failed, some months after.

    Those mark a mailbox that letters do not reach, but some are to people who wrote to us once.
    """
    now = timezone.now()
    for status, days in ((STATUS.sent, KEPT_DAYS), (STATUS.failed, KEPT_FAILED_DAYS)):
        Email.objects.filter(status=status, last_updated__lt=now - timedelta(days=days)).delete()


def undeliverable() -> set[str]:
    """Return the addresses that letters could not be delivered to after the last try."""
    failed = Email.objects.filter(status=STATUS.failed).values_list("to", flat=True)
    return {address for several in failed for address in several}


def forget_failed(to: str) -> None:
    """Let an address be tried again: somebody says that it is right now."""
    Email.objects.filter(status=STATUS.failed, to=to).delete()
