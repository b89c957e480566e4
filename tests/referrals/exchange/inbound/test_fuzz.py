"""Whatever is sent, the answer is one of FHIR and never our fault; nothing is lost or twice."""

import copy
import json
from functools import reduce
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from referrals.cipher import unseal_bytes
from referrals.exchange.bundles.letter import Party
from referrals.exchange.bundles.messages import Message, as_bytes, request
from referrals.exchange.inbound.message import listed
from referrals.exchange.inbound.reading.to_xml import to_xml
from referrals.exchange.inbound.staff.presenters import correspondence
from referrals.exchange.outbound.writing import letter_to
from referrals.models import AuditEvent, InboundMessage, Referral
from referrals.triage import presenters
from tests.referrals.exchange.inbound.senders import (
    clinical,
    patient,
    referral,
    resource,
    send,
    send_xml,
)

pytestmark = pytest.mark.django_db
LETTER = {"contentType": "application/pdf", "title": "a.pdf", "data": "JVBERi0="}
WHOLE = referral(
    *clinical(),
    resource("Communication", "letters", payload=[{"contentAttachment": LETTER}]),
    patient=patient(birthDate="1948", communication=[], extension=[{"url": "x"}]),
)
ODD = [
    "\x00", "\ud800", "\u202e\u2066", "e\u0301" * 9, "\U0001f468\u200d\U0001f469", "٣",
    "2026-13-45T99:00:00Z", "9999-12-31T23:59:59+14:00", "0001-01-01T00:00:00-14:00",
    "urn:uuid:", "x" * 70_000, "9" * 5000, "<div>", "&amp;", "%00", "../..", "[]",
    10**400, 1e308, -0.0, [[[[[]]]]], {"resourceType": "Bundle"},
]  # fmt: skip
JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=8) | st.sampled_from(ODD),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.sampled_from(["coding", "text", "value", "reference", "item"]), inner,
                      max_size=3),
    max_leaves=6,
)  # fmt: skip
ANYWAY = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
POSTS = st.sampled_from([send, send_xml])


def places(thing, way=()):
    """Yield the way to every place in a message."""
    pairs = thing.items() if isinstance(thing, dict) else enumerate(thing)
    for key, value in pairs:
        yield (*way, key)
        if isinstance(value, dict | list):
            yield from places(value, (*way, key))


PLACES = sorted(places(WHOLE), key=str)
CHANGES = st.lists(st.tuples(st.sampled_from(PLACES), JUNK), min_size=1, max_size=3)


def changed(whole, change):
    way, junk = change
    holder = whole
    for key in way[:-1]:
        holder = holder[key] if key in range(len(holder)) or key in holder else {}
        if not isinstance(holder, dict | list):
            return whole  # an earlier change took the place away
    if isinstance(holder, dict) or way[-1] in range(len(holder)):
        holder[way[-1]] = junk
    return whole


def judged(raw, post):
    """Send it twice under one id: the same answer, the very bytes kept, one referral at most."""
    ids, before = {"request": str(uuid4()), "conversation": str(uuid4())}, Referral.objects.count()
    answer = post(raw, **ids)
    status = answer.status_code
    assert status in (200, 400, 404, 409, 422), answer.content
    assert "resourceType" in json.loads(answer.content)
    assert post(raw, **ids).status_code == (409 if status == 200 else status)
    row = InboundMessage.objects.latest("pk")
    assert bytes(unseal_bytes(row.sealed_raw)) == raw
    assert Referral.objects.count() - before == (1 if status == 200 else 0)
    if status == 200:
        seen_by_staff_and_others(row.referral)


def seen_by_staff_and_others(made):
    assert presenters.answers_in_clinical_order(made)
    assert listed(presenters.needs_of(made)) is not None
    assert correspondence(made, AuditEvent.objects.filter(referral=made)).lines
    letter = letter_to(made, Party("Them", endpoint="urn:them"), whole=True)
    assert as_bytes(request(letter, Message(uuid4(), made.submitted_at)))


@settings(ANYWAY, max_examples=150)
@given(changes=CHANGES, post=POSTS)
def test_junk_anywhere_in_a_message_is_never_our_fault(changes, post):
    whole = {"id": str(uuid4())} | reduce(changed, changes, copy.deepcopy(WHOLE))
    whole["id"] = str(uuid4())
    try:
        raw = json.dumps(whole).encode() if post is send else to_xml(whole)
    except (KeyError, ValueError):
        return  # this can't be written as XML
    judged(raw, post)


@ANYWAY
@given(data=st.data(), post=POSTS)
def test_a_message_that_is_cut_doubled_or_stirred_is_never_our_fault(data, post):
    whole = WHOLE | {"id": str(uuid4())}
    raw = json.dumps(whole).encode() if post is send else to_xml(whole)
    spots = st.integers(0, len(raw))
    start, end = sorted((data.draw(spots), data.draw(spots)))
    instead = data.draw(st.sampled_from([b"", raw[start:end] * 2]) | st.binary(max_size=20))
    judged(raw[:start] + instead + raw[end:] or b" ", post)


@pytest.mark.parametrize("depth", [30, 59, 61, 5_000, 200_000])
def test_depth_is_bounded(depth):
    deep = b'{"item":[' * depth + b"]}" * depth
    whole = json.dumps(WHOLE).encode().replace(b'"prefix"', b'"odd":' + deep + b',"prefix"')
    judged(whole, send)
    nested = b"<item>" * depth + b"</item>" * depth
    judged(to_xml(WHOLE).replace(b"<prefix", nested + b"<prefix"), send_xml)


@ANYWAY
@given(raw=st.binary(min_size=1, max_size=200) | st.text(min_size=1, max_size=80).map(str.encode))
def test_any_bytes_are_refused_politely(raw):
    for post in (send, send_xml):
        answer = post(raw, request=str(uuid4()))
        assert answer.status_code == 400
        assert json.loads(answer.content)["resourceType"] == "OperationOutcome"


@ANYWAY
@given(thing=JUNK)
def test_any_json_is_refused_politely(thing):
    answer = send(json.dumps(thing).encode(), request=str(uuid4()))
    assert answer.status_code == 400
    assert send(thing, to="$validate").status_code == 200


@ANYWAY
@given(
    name=st.sampled_from(
        [
            "X-Request-Id",
            "X-Correlation-Id",
            "NHSD-Target-Identifier",
            "NHSD-Requesting-Software",
            "Accept",
            "Authorization",
        ]
    ),
    text=st.text(st.characters(min_codepoint=32, max_codepoint=255), min_size=1, max_size=60),
)
def test_any_header_is_answered_in_fhir(name, text):  # fmt: skip
    answer = send(WHOLE, **{name: text})
    assert answer.status_code in (200, 400, 401, 406, 409, 422)
