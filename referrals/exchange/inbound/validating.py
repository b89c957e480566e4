"""Every fault of a message at once, for whoever writes a sender. Nothing is stored."""

from typing import Any

from referrals.exchange.inbound.contents import faults_in
from referrals.exchange.inbound.faults import Refused, outcome
from referrals.exchange.inbound.mapping import answers_in
from referrals.exchange.inbound.message import Message
from referrals.exchange.inbound.processing import message_in


def findings(raw: bytes, is_xml: bool) -> dict[str, Any]:
    """Return an OperationOutcome: errors for what would be refused, warnings for what is odd."""
    try:
        message = message_in(raw, is_xml)
    except Refused as refused:
        return outcome(refused.faults)
    found, warnings = outcome(faults_in(message)), _warnings(message)
    return {**found, "issue": [*found["issue"], *warnings]} if warnings else found


def _warnings(message: Message) -> list[dict[str, str]]:
    _, answers = answers_in(message)
    words = []
    if answers.get("nhs_number_check") == "wrong":
        words.append("The check digit of the NHS number is wrong. It is taken, and flagged.")
    if not answers.get("name"):
        words.append("The person has no name.")
    if not answers.get("date_of_birth"):
        words.append("The person has no whole date of birth.")
    return [{"severity": "warning", "code": "business-rule", "diagnostics": each} for each in words]
