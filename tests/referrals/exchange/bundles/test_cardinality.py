import copy

import pytest

from referrals.exchange.bundles.cardinality import Range, faults_of, ranges
from referrals.exchange.bundles.messages import CANCELLED, REQUEST, request
from tests.referrals.exchange.samples import letter, message


@pytest.fixture
def bundle():
    return copy.deepcopy(request(letter("palliative-care-support/2"), message()))


def without(bundle, kind):
    bundle["entry"] = [e for e in bundle["entry"] if e["resource"]["resourceType"] != kind]
    return bundle


def test_the_definition_of_a_referral_is_as_published():
    found = ranges(REQUEST)
    assert found["Organization"] == Range(2, None)
    assert found["Encounter"] == Range(1, 1)
    assert found["Flag"] == Range(0, None)


def test_a_cancellation_has_five_kinds():
    assert len(ranges(CANCELLED)) == 5


@pytest.mark.parametrize("kind", ["Patient", "Consent", "CarePlan", "HealthcareService"])
def test_what_is_missing_is_named(bundle, kind):
    assert faults_of(without(bundle, kind)) == [f"{kind}: 0, and 1 or more are needed."]


def test_one_organisation_is_too_few(bundle):
    one = next(e for e in bundle["entry"] if e["resource"]["resourceType"] == "Organization")
    without(bundle, "Organization")["entry"].append(one)
    assert faults_of(bundle) == ["Organization: 1, and 2 or more are needed."]


def test_two_patients_are_too_many(bundle):
    bundle["entry"].append(bundle["entry"][2])
    assert faults_of(bundle) == ["Patient: 2, and at most 1 may be there."]


def test_a_kind_without_a_place_is_named(bundle):
    bundle["entry"].append({"resource": {"resourceType": "DocumentReference"}})
    assert faults_of(bundle) == ["DocumentReference has no place in it."]


@pytest.mark.parametrize("bad", [{}, {"entry": []}, {"entry": [{}]}])
def test_what_names_no_definition_is_said_to(bad):
    assert faults_of(bad) == ["The definition (none) is not known."]


def test_a_definition_nobody_published_is_not_known():
    with pytest.raises(LookupError):
        ranges("of-tomorrow")
