"""Whatever is sent again, sent at odds or broken half-way: one referral a key, and all of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any
from unittest import mock
from uuid import UUID, uuid4

import pytest
from django.db import OperationalError, transaction
from django.utils import timezone
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    invariant,
    rule,
    run_state_machine_as_test,
)

from referrals import audit, audit_chain, intake
from referrals.cipher import fingerprint, seal, seal_bytes, unseal_bytes
from referrals.demo.answers import finished
from referrals.intake import AttachmentMissing, Submission, accept
from referrals.models import Attachment, AttachmentContent, AuditEvent, OutboxMessage, Referral
from tests.referrals.conftest import PERSON, SLUGS, pathway

# Every place where the disk can be full or the connection lost, by what is called there.
POINTS: dict[str, tuple[Any, str]] = {
    "before all": (intake, "_existing"),
    "the summary": (intake, "_summary"),
    "the reference": (intake, "new_reference"),
    "the referral": (Referral.objects, "create"),
    "the files": (intake, "_bind"),
    "the audit row": (audit, "record"),
    "the end of the trail": (audit, "last_seal"),
    "the outbox": (OutboxMessage.objects, "create"),
}
FORMS = st.sampled_from(SLUGS)
NAMES = st.sampled_from(["Martha Keel", "Zoë O’Brien", "Ann <b>"])


@contextmanager
def broken(point: str) -> Iterator[None]:
    """Fail at the point, once what stands there was done: the worst moment."""
    where, name = POINTS[point]
    real = getattr(where, name)

    def fails(*args: Any, **kwargs: Any) -> None:
        real(*args, **kwargs)
        raise OperationalError("disk full")

    with mock.patch.object(where, name, fails):
        yield


@contextmanager
def taken(times: int) -> Iterator[None]:
    """Let the first references drawn be ones that were given before."""
    given = list(Referral.objects.values_list("reference", flat=True)[:times])
    drawn = [*given, *(intake.new_reference() for _ in range(5))]
    with mock.patch.object(intake, "new_reference", side_effect=drawn):
        yield


class Intake(RuleBasedStateMachine):
    """`accepted`: key -> (reference, answers, files), as it was first acknowledged."""

    submissions = Bundle("submissions")
    files = Bundle("files")

    def __init__(self) -> None:
        super().__init__()
        self.example = transaction.atomic()
        self.example.__enter__()
        self.accepted: dict[UUID, tuple[str, dict[str, Any], set[UUID]]] = {}
        self.stored: dict[UUID, bytes] = {}
        self.bound: set[UUID] = set()

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.example.__exit__(None, None, None)

    @rule(target=files, content=st.binary(min_size=1, max_size=50))
    def upload(self, content: bytes) -> UUID:
        row = Attachment.objects.create(
            sealed_name=seal("letter.pdf"), media_type="application/pdf", size=len(content),
            fingerprint=fingerprint(content), verdict="clean", added_at=timezone.now(),
        )  # fmt: skip
        AttachmentContent.objects.create(attachment=row, sealed=seal_bytes(content))
        self.stored[row.key] = content
        return row.key

    @rule(target=submissions, slug=FORMS, name=NAMES)
    def write(self, slug: str, name: str) -> Submission:
        return Submission(uuid4(), pathway(slug), finished(pathway(slug), PERSON | {"name": name}))

    @rule(target=submissions, one=submissions, keys=st.sets(files, max_size=3))
    def with_files(self, one: Submission, keys: set[UUID]) -> Submission:
        return replace(one, attachments=tuple(sorted(keys)))

    @rule(one=submissions)
    def send_with_a_file_that_is_gone(self, one: Submission) -> None:
        self._send(replace(one, attachments=(*one.attachments, uuid4())))

    @rule(one=submissions, keys=st.sets(files, min_size=1, max_size=2))
    def send_what_another_may_have_taken(self, one: Submission, keys: set[UUID]) -> None:
        self._send(replace(one, key=uuid4(), attachments=tuple(sorted(keys))))

    @rule(target=submissions, one=submissions, name=NAMES)
    def with_other_answers(self, one: Submission, name: str) -> Submission:
        return replace(one, answers={**one.answers, "name": name})

    @rule(one=submissions, again=st.integers(1, 3), clashes=st.integers(0, 3))
    def send(self, one: Submission, again: int, clashes: int) -> None:
        for _ in range(again):
            with taken(clashes):
                self._send(one)

    def _send(self, one: Submission) -> None:
        wanted = set(one.attachments)
        possible = wanted <= set(self.stored) - self.bound
        try:
            referral = accept(one)
        except AttachmentMissing:
            assert one.key not in self.accepted
            assert not possible
            return
        if one.key not in self.accepted:
            assert possible
            self.accepted[one.key] = (referral.reference, dict(one.answers), wanted)
            self.bound |= wanted
        assert referral.reference == self.accepted[one.key][0]

    @rule(one=submissions, point=st.sampled_from(list(POINTS)))
    def send_while_it_breaks(self, one: Submission, point: str) -> None:
        """Who got an error was told nothing; who was told before is told the same."""
        with broken(point):
            try:
                referral = accept(one)
            except (OperationalError, AttachmentMissing):
                return
        assert referral.reference == self.accepted[one.key][0]

    @invariant()
    def what_was_acknowledged_is_there_once_and_nothing_else_is(self) -> None:
        rows = Referral.objects.in_bulk(field_name="submission_key")
        assert {key: row.reference for key, row in rows.items()} == {
            key: reference for key, (reference, _, _) in self.accepted.items()
        }
        for key, (_, answers, _) in self.accepted.items():
            assert rows[key].answers | rows[key].secrets == answers

    @invariant()
    def each_has_the_files_that_came_with_it_byte_for_byte(self) -> None:
        kept = {
            row.key: (
                row.referral and row.referral.submission_key,
                unseal_bytes(row.content.sealed),
            )
            for row in Attachment.objects.select_related("referral", "content")
        }
        owner = {file: key for key, (_, _, files) in self.accepted.items() for file in files}
        assert kept == {key: (owner.get(key), content) for key, content in self.stored.items()}

    @invariant()
    def each_has_one_row_in_the_outbox_and_one_in_a_whole_trail(self) -> None:
        references = sorted(reference for reference, _, _ in self.accepted.values())
        for model in (AuditEvent, OutboxMessage):
            assert sorted(model.objects.values_list("referral__reference", flat=True)) == references
        assert audit_chain.verify().faults == []


@pytest.mark.django_db
def test_one_key_is_one_referral_with_all_of_it_or_nothing():
    few = settings(max_examples=40, stateful_step_count=20, deadline=None)
    run_state_machine_as_test(Intake, settings=few)
