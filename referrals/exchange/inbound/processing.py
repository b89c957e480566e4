"""One message from end to end: read, check, act, answer; all that follows from it is one commit."""

import logging

from django.db import DatabaseError, transaction

from referrals.cipher import unseal_bytes
from referrals.exchange.inbound.acting import act
from referrals.exchange.inbound.contents import deed_of, faults_in
from referrals.exchange.inbound.deadline import Deadline
from referrals.exchange.inbound.faults import Fault, Refused, invalid, outcome
from referrals.exchange.inbound.keeping import Answer, Arrival, finish, keep
from referrals.exchange.inbound.message import Message, text, understood
from referrals.exchange.inbound.reading import Unreadable, read
from referrals.models import InboundMessage

logger = logging.getLogger(__name__)
_BUSY = Fault(503, "transient", "Busy. Send it again.")
_FAILED = Fault(500, "exception", "It failed here. Nothing was accepted.")


def process(arrival: Arrival, deadline: Deadline) -> Answer:
    """Return what to answer; whatever happens, it is an answer of FHIR."""
    try:
        kept = keep(arrival)
    except Refused as refused:
        return refusal(*refused.faults)
    except DatabaseError as error:
        logger.warning("A message could not be stored: %s", type(error).__name__)
        return refusal(_BUSY)
    return kept if isinstance(kept, Answer) else work_on(kept, deadline)


def message_in(raw: bytes, is_xml: bool) -> Message:
    """Return the message; raise Refused for what is none."""
    try:
        return understood(read(raw, is_xml))
    except Unreadable as error:
        raise Refused(invalid(str(error))) from None


def refusal(*faults: Fault) -> Answer:
    return Answer(faults[0].status, outcome(faults))


def work_on(row: InboundMessage, deadline: Deadline) -> Answer:
    """Do what the stored message asks, once; whatever happens is written down and answered."""
    try:
        return _done(row, deadline)
    except Refused as refused:
        answer = refusal(*refused.faults)
    except DatabaseError as error:
        logger.warning("Message %s waits: %s", row.request_id, type(error).__name__)
        answer = refusal(_BUSY)
    except Exception as error:
        # Its words could hold what the message holds: only the kind is logged.
        logger.error("Message %s failed: %s", row.request_id, type(error).__name__)
        answer = refusal(_FAILED)
    row.referral_id = None
    return _refused(row, answer)


@transaction.atomic
def _done(row: InboundMessage, deadline: Deadline) -> Answer:
    """Do what is asked and note the answer, both or neither; raise Refused."""
    message = message_in(unseal_bytes(row.sealed_raw), "xml" in row.media_type)
    row.bundle_id, row.reason = message.id[:64], message.reason[:12]
    row.focus_id = text(message.request.get("id"))[:64]
    if faults := faults_in(message):
        raise Refused(*faults)
    deed = deed_of(message)
    answer = act(deed, message, row)
    deadline.check()
    if not finish(row, answer):
        raise Refused(Fault(425, "duplicate", "Another worker has it."))
    return answer


def _refused(row: InboundMessage, answer: Answer) -> Answer:
    try:
        finish(row, answer)
    except DatabaseError as error:
        # Left open, it is taken up anew once its lease is over.
        logger.warning("Message %s stays open: %s", row.request_id, type(error).__name__)
    return answer
