"""Files in a message: whole, or by name with the way to get them."""

import base64

from referrals.exchange.bundles import enclosures
from referrals.exchange.bundles.enclosures import Enclosure
from referrals.exchange.bundles.messages import request
from referrals.exchange.bundles.questions import answers_of
from tests.referrals.exchange.samples import ENCLOSURES, NAMED, letter, message


def one(bundle, kind):
    resources = [entry["resource"] for entry in bundle["entry"]]
    return next(each for each in resources if each["resourceType"] == kind)


def files_of(bundle):
    item = one(bundle, "QuestionnaireResponse")["item"][-1]
    assert enclosures.is_of_files(item)
    return [answer["valueAttachment"] for answer in item["answer"]]


def test_a_file_that_fits_travels_byte_for_byte():
    sent, _ = files_of(request(letter(NAMED[0], 0), message()))
    assert base64.b64decode(sent["data"]) == ENCLOSURES[0].content
    assert (sent["contentType"], sent["title"]) == ("application/pdf", "letter of Dr Łęcka.pdf")


def test_a_file_that_stays_behind_is_named_without_content():
    _, named = files_of(request(letter(NAMED[0], 0), message()))
    assert named == {"contentType": "image/jpeg", "title": "photo.jpg", "size": 6_900_000}


def test_files_are_no_answers():
    with_files = one(request(letter(NAMED[0], 0), message()), "QuestionnaireResponse")
    assert answers_of(with_files)[2] == letter(NAMED[0], 0).answers


def test_without_files_nothing_is_said_of_any():
    bundle = request(letter(NAMED[0]), message())
    assert "valueAttachment" not in str(bundle)
    assert "attachment" not in str(one(bundle, "Questionnaire"))


def test_the_form_asks_for_files_where_there_are_some():
    asked = one(request(letter(NAMED[0], 0), message()), "Questionnaire")["item"][-1]
    assert (asked["linkId"], asked["type"]) == (enclosures.LINK, "attachment")


def test_each_file_has_a_line_that_says_where_it_is():
    here = Enclosure("a.pdf", "application/pdf", 1, b"x")
    there = Enclosure("b.pdf", "application/pdf", 1, None, "as it is too large")
    assert enclosures.in_words([here, there], "K7RT-3WXH") == [
        "File in this message: a.pdf",
        "File not in this message, as it is too large: b.pdf. "
        "Ask the sender for it, with the reference K7RT-3WXH.",
    ]
