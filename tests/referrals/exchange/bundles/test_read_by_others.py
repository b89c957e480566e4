"""What we send, as a system reads it that does not know our forms: nothing hangs on our answers."""

import json

from referrals.exchange.bundles import messages
from referrals.exchange.inbound.mapping.foreign import foreign_answers
from referrals.exchange.inbound.message import understood
from tests.referrals.exchange.samples import letter, message

SENT = "22 November 2026 at 09:30"
TYPED = "First line – with a dash & <signs>., Second line: ’quotes’, Łódź."


def read(named, number, **answers):
    whole = messages.request(letter(named, number, **answers), message())
    found = foreign_answers(understood(json.loads(messages.as_bytes(whole))))[1]
    del found["other_answers"]
    return found


def test_a_professionals_referral_is_read_whole():
    found = read(
        "specialist-palliative-care/2", 0, name="Martha Ann Keel", known_as="Mattie", akps="60",
        phone="1", carer_phone="2", lpa_phone="3", referrer_phone="4", illness="Heart failure",
    )  # fmt: skip
    assert found.pop("problem").splitlines()[1:] == [
        "Reason for referral: Pain, Other symptoms, Care in the last days of life, Emotional or "
        "psychological distress, Spiritual distress, Social or practical needs, Carer support, "
        "Rehabilitation, Advance care planning, Respite, Discharge planning",
        f"Current problems, and what has been tried: {TYPED}",
        f"What the person hopes for: {TYPED}",
        f"Main concerns, up to three: {TYPED}",
        "How soon do you think first contact is needed?: Within 24 hours",
        "File in this message: letter of Dr Łęcka.pdf",
        "File not in this message, as it is too large: photo.jpg. Ask the sender for it, with the "
        "reference K7RT-3WXH.",
    ]
    assert [line.split(": ")[1] for line in found.pop("other_flags").splitlines()] == [
        "Asked for within a day", "Last days"
    ]  # fmt: skip
    assert found == {
        "name": "Martha Ann Keel", "known_as": "Mattie", "date_of_birth": "2026-11-19",
        "gender": "female", "also": "Ethnic category: White: British", "phone": "1",
        "address": "4 Quay Row\nWyvernstow", "postcode": "WY1 1AA",
        "contact_wishes": "ContactMethod: Telephone",
        "nhs_number": "9990000018", "nhs_number_check": "right",
        "nhs_number_verified": "Present but not traced",
        "gp_name": "Answer to gp_name", "gp_practice": "Answer to gp_practice",
        "gp_practice_ods": "Y02345",
        "carer_name": "Answer to carer_name", "carer_phone": "2",
        "carer_relationship": "Answer to carer_relationship, Carer",
        "other_people": "Answer to lpa_name, Lasting power of attorney for health and welfare, 3",
        "referrer_name": "Answer to referrer_name", "referrer_role": "Answer to referrer_role",
        "referrer_organisation": "Answer to referrer_organisation",
        "referrer_organisation_ods": "Y02345", "referrer_phone": "4",
        "referrer_email": "someone@wyvernvale.example",
        "now_at_detail": "At home: Answer to now_at_detail, 4 Quay Row, Wyvernstow, WY1 1AA",
        "illness": "Heart failure, Active",
        "observations": "Phase of illness (OACC): Stable (2026-11-19)\n"
                        f"Australia-modified Karnofsky status (%): 60 % ({SENT})",
        "respect_status": "in-place",
        "respect_detail":
            "RESPECT, In place, 19 November 2026, Answer to respect_recorder, Answer to "
            f"respect_location ({SENT})\n"
            "CPR, DNACPR: not to be attempted, 19 November 2026, Answer to cpr_recorder, Answer to "
            f"cpr_location ({SENT})",
        "asked_for": "Refer to specialist palliative care or hospice at home",
        "consent": f"Direct Care, implied, {SENT}, active",
        "sender_reference": "K7RT-3WXH (urn:front-door:reference)",
        "assessed_at": SENT, "respond_by": f"{SENT} to 24 November 2026 at 09:30",
    }  # fmt: skip


def test_whoever_asks_for_somebody_else_is_told_from_the_person():
    found = read(
        "palliative-care-support/2", 1, who_for="someone", phone="1", their_phone="2",
        access_needs=["letter", "bsl"], access_other="A slate", name="Martha Keel",
        email="asker@wyvernvale.example",
    )  # fmt: skip
    wanted = {
        "name": "Martha Keel", "phone": "2", "carer_name": "Answer to referrer_name",
        "carer_phone": "1", "carer_relationship": "Son or daughter, child",
        "referrer_name": "Triage team", "referrer_role": "Triage of referrals",
        "referrer_organisation": "Wyvern Vale Palliative Care Partnership",
        "referrer_organisation_ods": "W0V01", "contact_wishes": "ContactMethod: Letter",
        "access_needs": ["bsl", "letter"], "interpreter": "yes",
        "access_other": f"A slate ({SENT})\nInterpreter: Amharic, Amharic ({SENT})",
        "now_at_detail": "In hospital: Answer to now_at_detail", "visit_risk": "yes",
        "hazard_details": "A risk for staff who visit is recorded. Ring before you set out., "
                          f"The Scene is unsafe ({SENT})",
    }  # fmt: skip
    assert {key: found.get(key) for key in wanted} == wanted
    assert not {"email", "referrer_phone", "referrer_email", "other_people"} & set(found)


def test_whom_a_carer_cares_for_is_told_and_nothing_of_their_illness():
    found = read("carers-support/1", 0, name="Ana Field", phone="1", cared_for_name="Martha Keel")
    wanted = {
        "name": "Ana Field", "phone": "1", "email": "someone@wyvernvale.example",
        "carer_name": "Martha Keel",
        "carer_relationship": "Cared for by this person: Husband, wife or partner",
        "now_at_detail": "Home, 4 Quay Row, Wyvernstow, WY1 1AA",
    }  # fmt: skip
    assert {key: found.get(key) for key in wanted} == wanted
    assert not {"illness", "carer_phone", "other_people"} & set(found)
