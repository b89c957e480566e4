import pytest

from referrals.exchange.bundles.messages import request
from referrals.flags import FLAGS
from tests.referrals.exchange.samples import letter, message

PUBLIC, PROFESSIONAL = "palliative-care-support/2", "specialist-palliative-care/2"


def flags(named, **answers):
    entries = request(letter(named, **answers), message())["entry"]
    return [e["resource"] for e in entries if e["resource"]["resourceType"] == "Flag"]


def of_category(category, found):
    return [f for f in found if f["category"][0]["coding"][0]["code"] == category]


def test_each_accessible_need_travels_under_its_code():
    found = of_category("RA", flags(PUBLIC, access_needs=["large-print", "advocate"]))
    codes = {flag["code"]["coding"][0]["code"] for flag in found if "coding" in flag["code"]}
    assert codes >= {"requireswritteninformationinatleast20pointsansseriffont", "needsanadvocate"}


def test_an_interpreter_is_a_reasonable_adjustment():
    found = of_category("RA", flags(PUBLIC, interpreter="yes", language="pl"))
    assert found[0]["code"]["text"].startswith("Interpreter")


@pytest.mark.parametrize(("who", "code"), [("adult", "766561000000109"),
                                           ("child", "836881000000105")])  # fmt: skip
def test_a_safeguarding_worry_has_the_code_of_whom_it_is_about(who, code):
    found = of_category("SG", flags(PROFESSIONAL, safeguarding=who))
    assert [f["code"]["coding"][0]["code"] for f in found] == [code]


def test_an_infection_is_flagged():
    assert len(of_category("IR", flags(PROFESSIONAL, infection="yes"))) == 1


def test_respect_is_flagged_with_where_the_form_is():
    answers = {"respect_status": "in-place", "respect_location": "Kitchen drawer"}
    found = of_category("RT", flags(PROFESSIONAL, **answers))
    assert "Kitchen drawer" in found[0]["code"]["text"]


def test_a_dangerous_place_is_flagged_at_the_place_without_saying_why():
    found = of_category("SS", flags(PROFESSIONAL, visit_risk="yes"))
    entries = request(letter(PROFESSIONAL, visit_risk="yes"), message())["entry"]
    location = next(e for e in entries if e["resource"]["resourceType"] == "Location")
    assert found[0]["subject"]["reference"] == location["fullUrl"]
    assert found[0]["code"]["coding"][0]["code"] == "U"


def test_a_safe_place_is_not_flagged():
    assert of_category("SS", flags(PROFESSIONAL, visit_risk="no")) == []


def test_every_flag_that_staff_see_is_told_to_the_receiver():
    sent = letter(PROFESSIONAL, 1, they_agree="not-told", icd="active", aware_of_illness="no")
    texts = " ".join(f["code"].get("text", "") for f in flags(PROFESSIONAL, number=1,
                     they_agree="not-told", icd="active", aware_of_illness="no"))  # fmt: skip
    told_by_code = {"accessible", "safeguarding", "hazard", "respect"}
    assert [k for k in sent.flags if k not in told_by_code and FLAGS[k].label not in texts] == []


def test_ids_of_flags_are_all_different():
    found = flags(PROFESSIONAL, number=1)
    assert len({flag["id"] for flag in found}) == len(found) > 3
