"""The values under which answers are stored and sent: to change one is to make a new version."""

import pytest

from referrals.pathways.declare import Kind, Section
from tests.referrals.conftest import SLUGS, pathway

PUBLIC, BEREAVED, PROFESSIONAL = SLUGS
PLAN = "in-place none not-known"
KNOWS = "yes no not-known"
VALUES = {
    (PUBLIC, "who_for"): "me someone",
    (PUBLIC, "relationship"): "partner child parent relative friend other",
    (PUBLIC, "reasons"): "symptoms care-at-home worry family planning money faith other",
    (PUBLIC, "how_soon"): "today days weeks no-hurry",
    (PUBLIC, "now_at"): "home hospital care-home elsewhere",
    (PUBLIC, "lives_alone"): "yes no with-children",
    (PUBLIC, "they_agree"): "yes cannot-decide not-told",
    (PUBLIC, "nhs_number_known"): "yes no",
    (BEREAVED, "relationship"): "partner parent child sibling relative friend other",
    (BEREAVED, "when_died"): "month half-year year longer",
    (BEREAVED, "how_died"): "illness sudden-illness accident suicide violence baby rather-not",
    (BEREAVED, "thoughts_of_suicide"): "no sometimes yes rather-not",
    (BEREAVED, "modes"): "phone online in-person group any",
    (BEREAVED, "reasons"): "talk group counselling children practical faith not-sure",
    (PROFESSIONAL, "they_agree"): "yes best-interests not-told",
    (PROFESSIONAL, "share_record"): "yes no not-asked",
    (PROFESSIONAL, "gp_aware"): KNOWS,
    (PROFESSIONAL, "how_soon"): "24h 2wd 5wd",
    (PROFESSIONAL, "phase"): "stable unstable deteriorating dying not-assessed",
    (PROFESSIONAL, "aware_of_illness"): KNOWS,
    (PROFESSIONAL, "carer_aware_of_outlook"): KNOWS + " no-carer",
    (PROFESSIONAL, "respect"): PLAN,
    (PROFESSIONAL, "dnacpr"): PLAN,
    (PROFESSIONAL, "adrt"): PLAN,
    (PROFESSIONAL, "lpa"): PLAN,
    (PROFESSIONAL, "now_at"): "home hospital care-home hospice elsewhere",
    (PROFESSIONAL, "household"): "alone children carer-strain care-package",
    (PROFESSIONAL, "at_home"): "anticipatory syringe-pump oxygen niv icd icd-off pacemaker "
    "feeding-tube tracheostomy",
}


@pytest.mark.parametrize(("slug", "key"), VALUES)
def test_the_values_of_each_choice_are_these(slug, key):
    options = pathway(slug).questions()[key].options
    assert " ".join(option.value for option in options) == VALUES[slug, key]


# May be left empty, because nobody should be kept from help by not having it.
OPTIONAL = {
    PUBLIC: "in_own_words known_as postcode email best_times access_needs gp_practice "
    "before_we_visit",
    BEREAVED: "name_of_person_who_died in_own_words support_now best_times known_as address email "
    "access_needs gp_practice",
    PROFESSIONAL: "referrer_email known_as nhs_number postcode now_at_detail carer_name "
    "carer_relationship carer_phone household hopes other_conditions treatment rated_by rated_on "
    "medicines at_home plan_documents preferred_place access_needs hazards safety_detail",
}


@pytest.mark.parametrize("slug", SLUGS)
def test_only_these_may_be_left_empty(slug):
    free = {key for key, q in pathway(slug).questions().items() if not q.required}
    assert free == set(OPTIONAL[slug].split())


@pytest.mark.parametrize("slug", SLUGS)
def test_every_date_asked_is_in_the_past(slug):
    dates = [q for q in pathway(slug).questions().values() if q.kind is Kind.DATE]
    assert dates
    assert all(question.in_the_past for question in dates)


HELP_NOW = {
    PUBLIC: {("how_soon", "today")},
    BEREAVED: {("thoughts_of_suicide", "sometimes"), ("thoughts_of_suicide", "yes")},
    PROFESSIONAL: {("how_soon", "24h")},
}


@pytest.mark.parametrize("slug", SLUGS)
def test_the_answers_that_cannot_wait_are_these(slug):
    questions = pathway(slug).questions().values()
    cannot_wait = {(q.key, o.value) for q in questions for o in q.options if o.help_now}
    assert cannot_wait == HELP_NOW[slug]


CONDITIONS = {
    PUBLIC: {
        "about-you": ("who_for", "someone"),
        "what-they-know": ("who_for", "someone"),
        "language": ("interpreter", "yes"),
        "nhs-number": ("nhs_number_known", "yes"),
        "agreement": ("who_for", "me"),
        "their-agreement": ("who_for", "someone"),
    },
    BEREAVED: {"language": ("interpreter", "yes")},
    PROFESSIONAL: {
        "best-interests": ("they_agree", "best-interests"),
        "language": ("interpreter", "yes"),
    },
}


@pytest.mark.parametrize("slug", SLUGS)
def test_only_these_steps_wait_for_an_answer(slug):
    waiting = {
        step.slug: (step.shown_if[0].question, *step.shown_if[0].values)
        for step in pathway(slug).steps
        if step.shown_if
    }
    assert waiting == CONDITIONS[slug]


@pytest.mark.parametrize(("slug", "days"), [(PUBLIC, 2), (BEREAVED, 5), (PROFESSIONAL, 2)])
def test_the_promise_of_each_pathway(slug, days):
    assert pathway(slug).promise == days


@pytest.mark.parametrize(
    ("slug", "audience"),
    [(PUBLIC, "public"), (BEREAVED, "oneself"), (PROFESSIONAL, "professional")],
)
def test_whom_each_pathway_is_for(slug, audience):
    assert pathway(slug).audience == audience


@pytest.mark.parametrize("slug", SLUGS)
def test_the_first_milestone_is_now_and_none_comes_before_another(slug):
    days = [milestone.working_days for milestone in pathway(slug).what_next]
    assert days[0] == 0
    assert days == sorted(days)


@pytest.mark.parametrize("slug", SLUGS)
def test_nobody_is_sent_without_a_question_about_agreement(slug):
    asked = [step for step in pathway(slug).steps if step.section is Section.AGREEMENT]
    assert all(question.required for step in asked for question in step.questions)
    assert {q.key for step in asked for q in step.questions} & {"agree", "they_agree"}


@pytest.mark.parametrize("slug", SLUGS)
def test_no_text_is_left_with_its_alternatives_half_written(slug):
    for step in pathway(slug).steps:
        texts = [step.heading, step.why]
        texts += [t for q in step.questions for t in (q.label, q.hint, q.missing)]
        for text in texts:
            assert text.count("[") == text.count("|") == text.count("]")
