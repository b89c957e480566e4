"""Whatever order people save, change and leave pages in, what is sent is what was last shown."""

from typing import Any

import pytest
from django.db import transaction
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from referrals.intake import split
from referrals.journey import drafts
from referrals.journey.forms import StepForm, typed_in
from referrals.models import AuditEvent, OutboxMessage, Referral
from referrals.pathways.answers import about_oneself, shown_answers, shown_steps
from referrals.pathways.declare import Kind, Question
from tests.referrals.conftest import as_data, pathway, typed

PUBLIC = pathway()
STEPS = [step.slug for step in PUBLIC.steps]


def posts(question: Question) -> st.SearchStrategy[dict[str, Any]]:
    """Return posts of one question: right ones, and now and then a wrong or missing one."""
    right = [typed(question)]
    if question.options:
        right = [{question.key: option.value} for option in question.options]
    wrong = [{}] if question.kind is Kind.DATE else [{}, {question.key: ""}, {question.key: "?"}]
    return st.sampled_from(right * 3 + wrong)


class Drafts(RuleBasedStateMachine):
    """A person with one draft, and a plain dictionary that says what it should hold."""

    def __init__(self) -> None:
        super().__init__()
        self.example = transaction.atomic()
        self.example.__enter__()
        self.token = drafts.begin(PUBLIC)
        self.model: dict[str, dict[str, Any]] = {}
        self.wrong: set[str] = set()
        self.sent: str | None = None

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.example.__exit__(None, None, None)

    @rule(slug=st.sampled_from(STEPS), data=st.data())
    def save(self, slug: str, data: st.DataObject) -> None:
        step = PUBLIC.step(slug)
        post: dict[str, Any] = {}
        for question in step.questions:
            post |= data.draw(posts(question))
        me = about_oneself(PUBLIC, shown_answers(PUBLIC, self.model))
        form = StepForm(step, me, data=as_data(post))
        draft = drafts.find(self.token)
        try:
            if form.is_valid():
                drafts.save_answers(draft, slug, form.answers())
            else:
                drafts.keep_typed(draft, slug, typed_in(step, as_data(post)))
        except drafts.AlreadySent:
            assert self.sent
            return
        assert self.sent is None
        if form.is_valid():
            self.model[slug] = form.answers()
            self.wrong.discard(slug)
        else:
            self.wrong.add(slug)

    @precondition(lambda self: self.sent is None)
    @rule()
    def finish(self) -> None:
        """Go through what is still open, as the form leads."""
        for _ in STEPS:
            draft = drafts.find(self.token)
            contents = drafts.contents_of(draft)
            still = drafts.open_steps(PUBLIC, contents.steps, contents.typed)
            if not still:
                return
            post = {k: v for q in still[0].questions for k, v in typed(q).items()}
            form = StepForm(still[0], True, data=as_data(post))
            assert form.is_valid(), form.errors
            drafts.save_answers(draft, still[0].slug, form.answers())
            self.model[still[0].slug] = form.answers()
            self.wrong.discard(still[0].slug)

    @rule()
    def send(self) -> None:
        shown = {step.slug for step in shown_steps(PUBLIC, self.model)}
        ready = shown <= set(self.model) and not shown & self.wrong
        try:
            referral = drafts.submit(drafts.find(self.token))
        except drafts.NotFinished:
            assert not ready
            return
        assert ready
        assert self.sent in (None, referral.reference)
        self.sent = referral.reference
        open_ones, secrets = split(PUBLIC, shown_answers(PUBLIC, self.model))
        assert referral.answers == open_ones
        assert referral.secrets == secrets

    @invariant()
    def the_draft_holds_what_was_last_saved(self) -> None:
        if self.sent is None:
            contents = drafts.contents_of(drafts.find(self.token))
            assert contents.steps == self.model
            assert set(contents.typed) == self.wrong

    @invariant()
    def there_is_one_referral_or_none(self) -> None:
        expected = 1 if self.sent else 0
        for model in (Referral, AuditEvent, OutboxMessage):
            assert model.objects.count() == expected


@pytest.mark.django_db
def test_what_is_sent_is_what_was_last_shown():
    few = settings(max_examples=20, stateful_step_count=20, deadline=None)
    run_state_machine_as_test(Drafts, settings=few)
