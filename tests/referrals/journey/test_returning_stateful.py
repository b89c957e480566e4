"""In whatever order people save for later, answer rightly or wrongly, write and leave: one link
opens the form at a time, five wrong answers in a row lock the way back, and no words are lost."""

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

from referrals.journey import drafts, returning
from referrals.models import Draft
from tests.referrals.conftest import pathway

WORDS = ["Quay Road", "Lantern", "Heather"]


class Returning(RuleBasedStateMachine):
    """A person with one form, and what a plain reading of the rules says should hold."""

    def __init__(self) -> None:
        super().__init__()
        self.example = transaction.atomic()
        self.example.__enter__()
        self.working: str | None = drafts.begin(pathway())
        self.given_up: list[str] = []
        self.link: str | None = None
        self.old_links: list[str] = []
        self.answer = ""
        self.wrong = 0
        self.written: dict[str, str] = {}

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.example.__exit__(None, None, None)

    @precondition(lambda self: self.working)
    @rule(text=st.text(st.characters(codec="utf-8"), max_size=5))
    def write(self, text: str) -> None:
        drafts.save_answers(drafts.find(self.working), "name", {"name": text})
        self.written = {"name": text}

    @precondition(lambda self: self.working)
    @rule(answer=st.sampled_from(WORDS))
    def save_for_later(self, answer: str) -> None:
        if self.link:
            self.old_links.append(self.link)
        self.link = returning.save_for_later(drafts.find(self.working), "word", answer)
        self.give_up()
        self.answer, self.wrong = answer, 0

    @precondition(lambda self: self.working and self.link)
    @rule()
    def leave(self) -> None:
        returning.close(drafts.find(self.working))
        self.give_up()

    @precondition(lambda self: self.link)
    @rule(answer=st.sampled_from([*WORDS, "", "quay road", "LANTERN."]))
    def come_back(self, answer: str) -> None:
        right = returning.plain(answer) == returning.plain(self.answer)
        draft = returning.find_by_return_link(self.link)
        try:
            token = returning.come_back(draft, answer)
        except returning.Locked:
            assert self.wrong >= returning.MOST_WRONG_ANSWERS - 1
            self.wrong = returning.MOST_WRONG_ANSWERS
        except returning.WrongAnswer as wrong:
            self.wrong, left = self.wrong + 1, wrong.left
            self.refused(right, left)
        else:
            assert right
            assert self.wrong < returning.MOST_WRONG_ANSWERS
            self.give_up()
            self.working, self.wrong = token, 0

    def refused(self, right: bool, left: int) -> None:
        assert not right
        assert left == returning.MOST_WRONG_ANSWERS - self.wrong > 0

    def give_up(self) -> None:
        if self.working:
            self.given_up.append(self.working)
        self.working = None

    @invariant()
    def one_working_link_opens_and_no_other(self) -> None:
        if self.working:
            assert drafts.find(self.working)
        for token in self.given_up:
            with pytest.raises((drafts.LinkClosed, Draft.DoesNotExist)):
                drafts.find(token)
        if self.given_up:
            with pytest.raises(drafts.LinkClosed):  # the newest of them says why
                drafts.find(self.given_up[-1])

    @invariant()
    def earlier_links_back_lead_nowhere(self) -> None:
        for link in self.old_links:
            with pytest.raises(Draft.DoesNotExist):
                returning.find_by_return_link(link)

    @invariant()
    def no_words_are_lost(self) -> None:
        assert drafts.contents_of(Draft.objects.get()).steps.get("name", {}) == self.written


@pytest.mark.django_db
def test_whatever_the_order_one_link_opens_the_form_and_nothing_is_lost():
    few = settings(max_examples=40, stateful_step_count=25, deadline=None)
    run_state_machine_as_test(Returning, settings=few)
