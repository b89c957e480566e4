"""Whatever is sent, the answer is one of FHIR and never a fault of ours."""

import copy
import json
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from referrals.exchange.inbound.message import listed
from referrals.models import Referral
from referrals.triage import presenters
from tests.referrals.exchange.inbound.senders import clinical, patient, referral, send, send_xml

pytestmark = pytest.mark.django_db
WHOLE = referral(
    *clinical(), patient=patient(birthDate="1948", communication=[], extension=[{"url": "x"}])
)
ODD = ["\x00", "\ud800", "2026-13-45T99:00:00Z", "urn:uuid:"]
JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=8) | st.sampled_from(ODD),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.sampled_from(["coding", "text", "value", "reference", "item"]), inner,
                      max_size=3),
    max_leaves=6,
)  # fmt: skip


def places(thing, way=()):
    """Yield the way to every place in a message."""
    pairs = thing.items() if isinstance(thing, dict) else enumerate(thing)
    for key, value in pairs:
        yield (*way, key)
        if isinstance(value, dict | list):
            yield from places(value, (*way, key))


PLACES = sorted(places(WHOLE), key=str)


def changed(way, junk):
    whole = copy.deepcopy(WHOLE)
    holder = whole
    for key in way[:-1]:
        holder = holder[key]
    holder[way[-1]] = junk
    return whole


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(way=st.sampled_from(PLACES), junk=JUNK)
def test_junk_anywhere_in_a_message_is_never_our_fault(way, junk):
    whole = changed(way, junk) | {"id": str(uuid4())}
    answer = send(whole, request=str(uuid4()), conversation=str(uuid4()))
    assert answer.status_code in (200, 400, 422), answer.content
    assert "resourceType" in json.loads(answer.content)
    if answer.status_code == 200:
        made = Referral.objects.latest("pk")
        assert presenters.answers_in_clinical_order(made)
        assert listed(presenters.needs_of(made)) is not None


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(raw=st.binary(min_size=1, max_size=200) | st.text(min_size=1, max_size=80).map(str.encode))
def test_any_bytes_are_refused_politely(raw):
    for post in (send, send_xml):
        answer = post(raw, request=str(uuid4()))
        assert answer.status_code == 400
        assert json.loads(answer.content)["resourceType"] == "OperationOutcome"


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(thing=JUNK)
def test_any_json_is_refused_politely(thing):
    answer = send(json.dumps(thing).encode(), request=str(uuid4()))
    assert answer.status_code == 400
    assert send(thing, to="$validate").status_code == 200


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
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
