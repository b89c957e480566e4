"""A deployment is told when nothing scans the files that people add."""

from typing import Any

from django.core.checks import CheckMessage, Error, Tags, Warning, register

from referrals.attachments import scanner


@register(Tags.security, deploy=True)
def files_are_scanned(**kwargs: Any) -> list[CheckMessage]:
    """Warn of no scanner; an address that cannot be one is an error."""
    if not scanner.is_configured():
        return [
            Warning(
                "No malware scanner is set: files of forms wait in quarantine.",
                hint="Set CLAMAV_ADDRESS to clamd's host:port or the path of its socket.",
                id="referrals.W005",
            )
        ]
    if scanner.could_be_an_address():
        return []
    return [
        Error(
            "CLAMAV_ADDRESS is neither host:port nor the path of a socket.",
            hint="Every file would be refused. Write it like 127.0.0.1:3310 or /run/clamd.sock.",
            id="referrals.E005",
        )
    ]
