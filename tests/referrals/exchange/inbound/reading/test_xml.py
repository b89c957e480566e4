"""XML and JSON are one message: every kind that we send comes back the same through XML."""

import json

import pytest

from referrals.exchange.bundles import messages
from referrals.exchange.inbound.reading import Unreadable, read
from referrals.exchange.inbound.reading.to_xml import to_xml
from referrals.models import Referral
from tests.referrals.exchange import samples
from tests.referrals.exchange.inbound.senders import clinical, referral, send, send_xml

HEAD = b'<?xml version="1.0" encoding="UTF-8"?>\n'
FHIR = b'xmlns="http://hl7.org/fhir"'


def xml(inside: bytes) -> dict:
    return read(HEAD + b"<Patient " + FHIR + b">" + inside + b"</Patient>", is_xml=True)


def without_narratives(thing):
    """A narrative is markup: the same words may be written with other spaces."""
    if isinstance(thing, dict):
        return {key: without_narratives(thing[key]) for key in thing if key != "div"}
    return [without_narratives(each) for each in thing] if isinstance(thing, list) else thing


@pytest.mark.parametrize("named", samples.NAMED)
def test_what_we_send_comes_back_the_same(named):
    whole = messages.request(samples.letter(named, 1), samples.message())
    back = read(to_xml(whole), is_xml=True)
    assert without_narratives(back) == without_narratives(json.loads(json.dumps(whole)))


def test_what_others_send_comes_back_the_same():
    whole = referral(*clinical())
    assert read(to_xml(whole), is_xml=True) == whole


@pytest.mark.parametrize(
    ("inside", "found"),
    [
        (b'<active value="true"/>', {"active": True}),
        (b'<multipleBirthInteger value="2"/>', {"multipleBirthInteger": 2}),
        (b'<name><given value="Ann"/></name>', {"name": [{"given": ["Ann"]}]}),
        (b"<!-- a comment --><id value='1'/><!-- and another -->", {"id": "1"}),
        (b'<name id="n"><!-- c --><family value="Keel"/></name>',
         {"name": [{"id": "n", "family": "Keel"}]}),
        (b'<contained><Flag><id value="f"/></Flag></contained>',
         {"contained": [{"resourceType": "Flag", "id": "f"}]}),
        (b'<extension url="u"><valueDecimal value="1.50"/></extension>',
         {"extension": [{"url": "u", "valueDecimal": 1.5}]}),
        (b'<birthDate value="1948-03-27"><extension url="u"><valueString value="x"/></extension>'
         b"</birthDate>",
         {"birthDate": "1948-03-27",
          "_birthDate": {"extension": [{"url": "u", "valueString": "x"}]}}),
        (b'<strange value="kept"/>', {"strange": "kept"}),
    ],
)  # fmt: skip
def test_elements_are_read_as_the_standard_has_them(inside, found):
    assert xml(inside) == {"resourceType": "Patient", **found}


def test_a_narrative_keeps_its_markup():
    inside = b'<text><div xmlns="http://www.w3.org/1999/xhtml"><p>html: A &amp; B</p></div></text>'
    assert xml(inside)["text"]["div"] == (
        '<div xmlns="http://www.w3.org/1999/xhtml"><p>html: A &amp; B</p></div>'
    )


BOMB = (
    b'<!DOCTYPE b [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(b'<!ENTITY %c "&%c;&%c;&%c;">' % (98 + n, 97 + n, 97 + n, 97 + n) for n in range(20))
    + b"]><Patient "
    + FHIR
    + b"><id value='&u;'/></Patient>"
)
FILE = b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><Bundle ' + FHIR + b">&x;</Bundle>"


@pytest.mark.parametrize(
    "raw",
    [
        b"", b"<", b"text", b"<Bundle/>", BOMB, FILE, b"<!DOCTYPE a><Bundle " + FHIR + b"/>",
        b"<a " + FHIR + b">" + b"<a>" * 5000 + b"</a>" * 5001,
        HEAD.replace(b"UTF-8", b"nonsense") + b"<Bundle " + FHIR + b"/>",
    ],
    ids=["empty", "broken", "text", "no namespace", "bomb", "file", "document type", "deep",
         "unknown encoding"],
)  # fmt: skip
def test_what_is_hostile_or_broken_is_refused(raw):
    with pytest.raises(Unreadable):
        read(raw, is_xml=True)


def test_a_bottomless_narrative_is_written_as_text():
    deep = '<div xmlns="http://www.w3.org/1999/xhtml">' + "<b>" * 3000 + "</b>" * 3000 + "</div>"
    written = to_xml({"resourceType": "Patient", "text": {"div": deep}})
    assert b"&lt;b&gt;&lt;b&gt;" in written


@pytest.mark.parametrize("name", ["a/><b", False])
def test_what_is_no_name_of_a_resource_is_no_element(name):
    odd = {"resourceType": name, "id": "x"}
    back = read(to_xml({"resourceType": "Patient", "contained": [odd]}), is_xml=True)
    assert back["resourceType"] == "Patient"


def test_a_name_that_must_not_come_twice_is_kept_as_a_list():
    assert xml(b'<gender value="a"/><gender value="b"/>')["gender"] == ["a", "b"]


def test_each_extension_stays_beside_its_value():
    given = b'<given value="Ann"/><given value="B"><extension url="u"/></given><given value="C"/>'
    found = xml(b"<name>" + given + b"</name>")["name"][0]
    assert found["given"] == ["Ann", "B", "C"]
    assert found["_given"] == [None, {"extension": [{"url": "u"}]}]


@pytest.mark.django_db
def test_a_referral_in_xml_says_the_same_as_in_json():
    first = send(referral(*clinical()), request="one", conversation="one")
    second = send_xml(referral(*clinical(), id="other"), request="two", conversation="two")
    assert (first.status_code, second.status_code) == (200, 200), second.content
    one, two = Referral.objects.order_by("pk")
    assert one.answers == two.answers
    assert one.summary == two.summary


@pytest.mark.django_db
def test_who_asks_for_xml_gets_it():
    answer = send_xml(referral(), Accept="application/fhir+xml")
    assert answer["Content-Type"].startswith("application/fhir+xml")
    assert read(answer.content, is_xml=True)["entry"][-1]["resource"]["status"] == "planned"
    again = send_xml(referral(), Accept="application/fhir+xml")
    assert read(again.content, is_xml=True)["issue"][0]["code"] == "duplicate"
