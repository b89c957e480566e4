"""The public is asked in plain words, and never about a prognosis; professionals in their terms."""

import re

import pytest

from content.review.readability import FAIR, GOOD, lix
from referrals.pathways import newest_pathways
from referrals.pathways.answers import in_words
from tests.referrals.conftest import SLUGS, pathway

PUBLIC = [slug for slug in SLUGS if newest_pathways()[slug].audience != "professional"]
JARGON = re.compile(
    r"\b(prognos\w*|akps|ipos|phase of illness|triage|dnacpr|adrt|capacity|best interests|"
    r"anticipatory|syringe|safeguard\w*|referrer|multidisciplinary|life-limiting|trajectory|"
    r"terminal|next of kin|service user|signpost\w*|holistic|comorbid\w*|bereaved client|how long "
    r"(do|does|have) (you|they))\b",
    re.IGNORECASE,
)
EUPHEMISMS = re.compile(r"passed|passing|loved one|lost (your|their)|slip away|journey", re.I)


def said(slug: str, about_me: bool) -> list[str]:
    """Return everything that is shown on the pages of a pathway, line by line."""
    whole = pathway(slug)
    lines = [whole.title, whole.for_whom, whole.summary, whole.urgent, whole.if_things_change]
    lines += [*whole.eligibility, *whole.other_routes, *whole.asks]
    lines += [milestone.text for milestone in whole.what_next]
    for step in whole.steps:
        lines += [step.heading, step.why]
        for question in step.questions:
            lines += [question.label, question.hint, question.missing]
            lines += [text for o in question.options for text in (o.label, o.hint)]
    return [in_words(line, about_me) for line in lines if line]


@pytest.mark.parametrize("slug", PUBLIC)
@pytest.mark.parametrize("about_me", [True, False])
def test_the_public_reads_no_jargon(slug, about_me):
    assert not [line for line in said(slug, about_me) if JARGON.search(line)]


@pytest.mark.parametrize("slug", SLUGS)
def test_nobody_reads_a_euphemism_or_an_exclamation_mark(slug):
    lines = said(slug, True) + said(slug, False)
    assert not [line for line in lines if EUPHEMISMS.search(line) or "!" in line]


@pytest.mark.parametrize("slug", PUBLIC)
@pytest.mark.parametrize("about_me", [True, False])
def test_the_words_for_the_public_are_easy_to_read(slug, about_me):
    assert lix(said(slug, about_me)) < GOOD


def test_the_words_for_professionals_can_be_read_in_a_hurry():
    assert lix(said("specialist-palliative-care", False)) < FAIR


@pytest.mark.parametrize("slug", PUBLIC)
def test_no_sentence_for_the_public_is_long(slug):
    sentences = [part for line in said(slug, True) for part in re.split(r"[.?:;]\s", line)]
    assert not [sentence for sentence in sentences if len(sentence.split()) > 25]


@pytest.mark.parametrize("slug", PUBLIC)
def test_the_public_is_asked_nothing_about_a_prognosis(slug):
    keys = set(pathway(slug).questions())
    assert not {"prognosis", "phase", "akps", "aware_of_outlook"} & keys


@pytest.mark.parametrize("slug", SLUGS)
def test_each_says_who_else_helps_where_it_does_not_fit(slug):
    whole = pathway(slug)
    assert len(whole.eligibility) >= 3
    assert len(whole.other_routes) >= 3
    assert all(line.endswith(".") for line in (*whole.eligibility, *whole.other_routes))


@pytest.mark.parametrize("slug", SLUGS)
def test_words_for_me_and_for_them_are_both_sentences(slug):
    for about_me in (True, False):
        assert not [line for line in said(slug, about_me) if re.search(r"[\[\]|]|\s{2,}", line)]
