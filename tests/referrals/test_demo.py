import pytest

from portal.people import demo as people_demo
from portal.people.models import User
from referrals import demo, nhs_number
from referrals.journey.forms import StepForm
from referrals.models import AuditEvent, Outcome, Referral
from referrals.pathways import pathway_at
from referrals.pathways.answers import about_oneself, shown_steps
from referrals.pathways.declare import Kind
from referrals.pathways.words import answer_in_words
from referrals.triage import services
from tests.referrals.conftest import SLUGS, as_data

pytestmark = pytest.mark.django_db


@pytest.fixture
def loaded():
    people_demo.load(print)
    demo.load(print)
    return Referral.objects.all()


def test_there_are_nineteen_over_all_pathways_and_outcomes(loaded):
    assert loaded.count() == 19
    assert {referral.pathway_slug for referral in loaded} == set(SLUGS)
    assert {referral.outcome for referral in loaded} == {"", "accept", "redirect", "decline"}
    assert loaded.filter(asked_at__isnull=False).exists()
    assert loaded.filter(band="", decided_at=None).exists()


def test_a_second_run_adds_nothing_and_keeps_what_staff_did(loaded):
    open_one = loaded.filter(decided_at=None, owner=None).first()
    staff = User.objects.get(email=demo.TRIAGE_USER)
    services.decide(open_one.reference, Outcome.ACCEPT, "Yes.", staff, open_one.version)
    before = AuditEvent.objects.count()
    demo.load(print)
    assert Referral.objects.count() == 19
    assert AuditEvent.objects.count() == before
    open_one.refresh_from_db()
    assert open_one.outcome == Outcome.ACCEPT


def test_no_nhs_number_could_be_a_real_persons(loaded):
    numbers = [r.answers["nhs_number"] for r in loaded if r.answers.get("nhs_number")]
    assert len(numbers) >= 5
    assert all(number.startswith("99900") and nhs_number.is_valid(number) for number in numbers)


def test_every_phone_number_is_from_the_ranges_for_fiction(loaded):
    for referral in loaded:
        for key in ("phone", "referrer_phone", "carer_phone"):
            number = str(referral.answers.get(key) or "07700 900")
            assert number.startswith(("01632 960", "07700 900"))


def test_every_demo_answer_would_pass_its_form(loaded):
    for referral in loaded:
        pathway = pathway_at(referral.pathway_slug, referral.pathway_version)
        answers = referral.answers | referral.secrets
        for step in shown_steps(pathway, {step.slug: answers for step in pathway.steps}):
            data = {}
            for question in step.questions:
                value = answers[question.key]
                if question.kind is Kind.DATE:
                    year, month, day = value.split("-") if value else ("", "", "")
                    data |= dict(
                        zip(
                            (f"{question.key}_{n}" for n in range(3)),
                            (day, month, year),
                            strict=True,
                        )
                    )
                elif question.kind is Kind.MONTH:
                    data[question.key] = answer_in_words(question, value)
                elif value is not False:
                    data[question.key] = value
            form = StepForm(step, about_oneself(pathway, answers), data=as_data(data))
            assert form.is_valid(), (referral.pathway_slug, step.slug, form.errors)
