"""Two tabs, the back button, time and impatience, against a plain picture of one draft."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.db import transaction
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from referrals import audit_chain
from referrals.attachments import services as files
from referrals.cipher import unseal_bytes
from referrals.demo.answers import finished
from referrals.journey import drafts
from referrals.journey.contents import Contents
from referrals.models import Attachment, AuditEvent, Draft, OutboxMessage, Referral
from referrals.pathways.answers import open_steps, shown_answers
from referrals.pathways.declare import Pathway
from tests.referrals.conftest import PERSON, SLUGS, pathway

BEGAN = datetime(2026, 11, 20, 9, tzinfo=UTC)
TABS = st.sampled_from([0, 1])
NAMES = st.sampled_from(["Martha Keel", "Zoë O’Brien", "Ann <b>"])
LETTERS = st.sampled_from([b"one", b"two", b"three"])


def by_step(whole: Pathway, name: str) -> dict[str, dict[str, Any]]:
    flat = finished(whole, PERSON | {"name": name})
    return {
        step.slug: {key: flat.get(key, "") for q in step.questions for key in q.keys}
        for step in whole.steps
    }


class TwoTabs(RuleBasedStateMachine):
    """`tabs` hold the draft as each last read it, so mostly out of date."""

    @initialize(slug=st.sampled_from(SLUGS))
    def begin(self, slug: str) -> None:
        self.example = transaction.atomic()
        self.example.__enter__()
        self.clock = time_machine.travel(BEGAN, tick=False)
        self.now = self.clock.start()
        self.pathway = pathway(slug)
        self.token = drafts.begin(self.pathway)
        self.tabs = [drafts.find(self.token) for _ in range(2)]
        self.steps: dict[str, dict[str, Any]] = {}
        self.typed: dict[str, dict[str, list[str]]] = {}
        self.letters: set[bytes] = set()
        self.ends = datetime.now(UTC) + drafts.KEPT_FOR
        self.sent: tuple[str, dict[str, Any], set[bytes]] | None = None
        self.forgotten = False

    def teardown(self) -> None:
        if hasattr(self, "example"):
            self.clock.stop()
            transaction.set_rollback(True)
            self.example.__exit__(None, None, None)

    @rule(tab=TABS)
    def look(self, tab: int) -> None:
        """Open the link: it works until its time is over, whatever happened."""
        try:
            self.tabs[tab] = drafts.find(self.token)
        except drafts.DraftExpired:
            assert datetime.now(UTC) >= self.ends
        else:
            assert datetime.now(UTC) < self.ends

    @precondition(lambda self: not self.forgotten)
    @rule(tab=TABS, number=st.integers(0, 100), name=NAMES)
    def save(self, tab: int, number: int, name: str) -> None:
        slug = self.pathway.steps[number % len(self.pathway.steps)].slug
        self._save(tab, slug, by_step(self.pathway, name))

    def _save(self, tab: int, slug: str, whole: dict[str, dict[str, Any]]) -> None:
        if self._changes(lambda: drafts.save_answers(self.tabs[tab], slug, whole[slug])):
            self.steps[slug] = whole[slug]
            self.typed.pop(slug, None)

    @precondition(lambda self: not self.forgotten)
    @rule(tab=TABS, number=st.integers(0, 100))
    def type_something_wrong(self, tab: int, number: int) -> None:
        slug = self.pathway.steps[number % len(self.pathway.steps)].slug
        wrong = {"name": ["?"]}
        if self._changes(lambda: drafts.keep_typed(self.tabs[tab], slug, wrong)):
            self.typed[slug] = wrong

    @precondition(lambda self: not self.forgotten)
    @rule(name=NAMES)
    def fill_in_the_rest(self, name: str) -> None:
        whole = by_step(self.pathway, name)
        while self.sent is None:
            still = open_steps(self.pathway, self.steps, self.typed)
            if not still:
                return
            self._save(0, still[0].slug, whole)

    @precondition(lambda self: not self.forgotten)
    @rule(tab=TABS, name=NAMES)
    def finish_and_press_twice(self, tab: int, name: str) -> None:
        self.fill_in_the_rest(name)
        self.send(tab, 2)

    def _changes(self, change: Any) -> bool:
        """Change the draft unless it was sent; what is saved is kept for its whole time."""
        try:
            change()
        except drafts.AlreadySent:
            assert self.sent
            return False
        assert self.sent is None
        self.ends = datetime.now(UTC) + drafts.KEPT_FOR
        return True

    @precondition(lambda self: not self.forgotten)
    @rule(tab=TABS, words=LETTERS)
    def add_a_letter(self, tab: int, words: bytes) -> None:
        try:
            files.add(self.tabs[tab], "letter.pdf", b"%PDF-" + words)
        except files.NotOpen:
            assert self.sent
        else:
            assert self.sent is None
            self.letters.add(words)

    @rule(tab=TABS, words=LETTERS)
    def take_a_letter_away(self, tab: int, words: bytes) -> None:
        found = [a for a in Attachment.objects.all() if content(a) == words]
        try:
            for each in found:
                files.remove(self.tabs[tab], each.key)
        except files.NotOpen:
            assert self.sent
        else:
            if self.sent is None:
                self.letters.discard(words)

    @precondition(lambda self: not self.forgotten)
    @rule(tab=TABS, times=st.integers(1, 3))
    def send(self, tab: int, times: int) -> None:
        ready = not open_steps(self.pathway, self.steps, self.typed)
        for _ in range(times):
            try:
                referral = drafts.submit(self.tabs[tab])
            except drafts.NotFinished:
                assert not ready
                assert self.sent is None
                return
            if self.sent is None:
                assert ready
                answers = shown_answers(self.pathway, self.steps)
                self.sent = (referral.reference, answers, set(self.letters))
            assert referral.reference == self.sent[0]

    @rule(days=st.sampled_from([1, 7, 27, 28]))
    def time_passes(self, days: int) -> None:
        self.now.shift(timedelta(days=days))

    @rule()
    def the_worker_forgets_what_is_over(self) -> None:
        drafts.forget_expired()
        if datetime.now(UTC) >= self.ends:
            self.forgotten = True

    @invariant()
    def the_draft_holds_what_was_last_saved_and_nothing_once_it_was_sent(self) -> None:
        if not hasattr(self, "token"):
            return
        draft = Draft.objects.get()
        if self.forgotten:
            assert draft.sealed == ""
        elif self.sent:
            assert drafts.contents_of(draft) == Contents()
        else:
            contents = drafts.contents_of(draft)
            assert (contents.steps, contents.typed) == (self.steps, self.typed)
            assert {content(each) for each in draft.attachments.all()} == self.letters

    @invariant()
    def there_is_one_referral_with_all_that_was_sent_or_none(self) -> None:
        if not hasattr(self, "token"):
            return
        for model in (Referral, AuditEvent, OutboxMessage):
            assert model.objects.count() == bool(self.sent)
        assert audit_chain.verify().faults == []
        if self.sent:
            reference, answers, letters = self.sent
            referral = Referral.objects.get(reference=reference)
            assert referral.answers | referral.secrets == answers
            assert {content(each) for each in referral.attachments.all()} == letters
        elif self.forgotten:
            assert not Attachment.objects.exists()


def content(file: Attachment) -> bytes:
    return unseal_bytes(file.content.sealed).removeprefix(b"%PDF-")


@pytest.mark.django_db
def test_two_tabs_never_mix_lose_or_double_what_was_sent():
    few = settings(max_examples=40, stateful_step_count=20, deadline=None)
    run_state_machine_as_test(TwoTabs, settings=few)
