import pytest

from referrals.pathways.declare import Kind, Option, Question
from referrals.pathways.words import answer_in_words

OPTIONS = (Option("a", "The first"), Option("b", "The second"))


def question(kind: Kind, options: tuple[Option, ...] = ()) -> Question:
    return Question("colour", kind, "Colour", purpose="For the test.", options=options)


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("nothing", [None, "", [], False])
def test_no_answer_is_no_words(kind, nothing):
    assert answer_in_words(question(kind), nothing) == ""


@pytest.mark.parametrize(
    ("kind", "answer", "words"),
    [
        (Kind.TEXT, "A weak heart", "A weak heart"),
        (Kind.LONG_TEXT, "Two\nlines", "Two\nlines"),
        (Kind.PHONE, "01632 960 001", "01632 960 001"),
        (Kind.DATE, "1948-03-07", "7 March 1948"),
        (Kind.CONFIRM, True, "Yes"),
        (Kind.NHS_NUMBER, "9990000018", "999 000 0018"),
    ],
)
def test_an_answer_is_said_as_people_say_it(kind, answer, words):
    assert answer_in_words(question(kind), answer) == words


@pytest.mark.parametrize("kind", [Kind.CHOICE, Kind.SELECT])
def test_a_choice_is_said_by_its_label_and_not_its_code(kind):
    assert answer_in_words(question(kind, OPTIONS), "b") == "The second"


def test_several_choices_stand_one_a_line_as_they_were_chosen():
    assert answer_in_words(question(Kind.CHOICES, OPTIONS), ["b", "a"]) == "The second\nThe first"


def test_a_value_that_is_no_option_is_shown_and_not_lost():
    assert answer_in_words(question(Kind.CHOICE, OPTIONS), "gone") == "gone"


def test_the_words_yes_and_no_of_a_choice_are_its_own():
    options = (Option("yes", "Yes, they agree"), Option("no", "Not yet"))
    assert answer_in_words(question(Kind.CHOICE, options), "no") == "Not yet"
