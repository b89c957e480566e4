import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from referrals.exchange.bundles.messages import as_bytes, request
from referrals.exchange.bundles.questions import answers_of, questionnaire, response
from referrals.pathways.answers import in_words
from tests.referrals.exchange.samples import NAMED, letter, message, pathway_of


def read_back(sent):
    """Through the very bytes that leave the house."""
    entries = json.loads(as_bytes(request(sent, message())))["entry"]
    found = [each["resource"] for each in entries]
    return answers_of(next(r for r in found if r["resourceType"] == "QuestionnaireResponse"))


@pytest.mark.parametrize("named", NAMED)
@pytest.mark.parametrize("number", [None, 0, 1, 2, 3])
def test_what_goes_out_comes_in_the_same(named, number):
    sent = letter(named, number)
    slug, version, answers = read_back(sent)
    assert f"{slug}/{version}" == named
    assert answers == dict(sent.answers)


anything = st.recursive(
    st.none() | st.booleans() | st.integers(-10**9, 10**9) | st.text(max_size=40)
    | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=3), max_leaves=5,
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(named=st.sampled_from(NAMED), data=st.data())
def test_any_answer_at_all_comes_back_with_its_type(named, data):
    keys = [*sorted(pathway_of(named).questions()), "key_of_tomorrow"]
    changed = data.draw(st.dictionaries(st.sampled_from(keys), anything, max_size=6))
    # Keys by which other parts of the message are built take texts alone.
    changed = {key: value for key, value in changed.items() if key not in ("akps", "phase")}
    sent = letter(named, 0, **changed)
    read = read_back(sent)[2]
    assert json.dumps(read, sort_keys=True) == json.dumps(dict(sent.answers), sort_keys=True)


def test_no_secret_is_among_the_answers():
    sent = letter("specialist-palliative-care/2", 0)
    body = as_bytes(request(sent, message())).decode()
    assert not [key for key in ('key_safe"', "hazard_details", '"hazards') if key in body]


@pytest.mark.parametrize("canonical", ["", "https://x.example/refer/|1", "https://other.example/q"])
def test_forms_of_others_are_not_taken_for_ours(canonical):
    with pytest.raises(ValueError, match="no form of ours"):
        answers_of({"questionnaire": canonical, "item": []})


def test_the_form_goes_along_with_its_words():
    entries = request(letter("specialist-palliative-care/2", 1), message())["entry"]
    form = next(e["resource"] for e in entries if e["resource"]["resourceType"] == "Questionnaire")
    phase = next(item for item in form["item"] if item["linkId"] == "phase")
    assert phase["type"] == "choice"
    assert "Deteriorating" in [option["valueCoding"]["display"] for option in phase["answerOption"]]


TYPES = {
    "choice": "valueCoding", "date": "valueDate", "boolean": "valueBoolean",
    "decimal": "valueDecimal", "string": "valueString", "text": "valueString",
}  # fmt: skip


@pytest.mark.parametrize("number", [0, 1])
@pytest.mark.parametrize("named", NAMED)
def test_every_answer_is_one_that_the_form_beside_it_allows(named, number):
    sent = letter(named, number)
    asked = questionnaire(sent)["item"][:-1]
    answered = response(sent, {"id": "p"}, {"id": "e"})["item"][:-1]
    assert [item["linkId"] for item in answered] == [item["linkId"] for item in asked]
    for question, item in zip(asked, answered, strict=True):
        if "text" in item:
            assert item["text"] == question["text"] == in_words(question["text"], about_me=False)
        answers = item.get("answer", [])
        assert {key for each in answers for key in each} <= {TYPES[question["type"]]}
        assert len(answers) <= 1 or question["repeats"]
        if question["type"] == "choice":
            options = [option["valueCoding"] for option in question["answerOption"]]
            assert all(each["valueCoding"] in options for each in answers)
            assert all(each["system"].startswith("urn:front-door:answer:") for each in options)


def test_the_questions_are_put_about_the_person_and_not_to_them():
    form = questionnaire(letter("palliative-care-support/2", 1))
    assert "What matters most to them now?" in [item["text"] for item in form["item"]]
