from datetime import timedelta
from hashlib import sha256

import pytest
import time_machine
from django.utils import timezone

from referrals.journey import drafts
from referrals.journey.contents import Contents
from referrals.journey.drafts import contents_of, find
from referrals.journey.returning import save_for_later
from referrals.models import Draft, OutboxMessage, Referral
from tests.referrals.conftest import PERSON, SLUGS, pathway

pytestmark = pytest.mark.django_db
PUBLIC = pathway()


@pytest.fixture
def token():
    return drafts.begin(PUBLIC)


def finish(token):
    """Give every step that is shown an answer, as the form would have kept it."""
    draft = find(token)
    answers = {"who-it-is-for": {"who_for": "me"}, "name": {"name": PERSON["name"]}}
    for step in PUBLIC.steps:
        drafts.save_answers(draft, step.slug, answers.get(step.slug, {}))
    return find(token)


def test_a_draft_begins_empty_and_is_kept_for_four_weeks():
    with time_machine.travel("2026-11-20 12:00", tick=False):
        draft = find(drafts.begin(pathway(SLUGS[1])))
        assert draft.started_at == draft.saved_at == timezone.now()
        assert draft.expires_at == timezone.now() + timedelta(days=28)
    assert contents_of(draft) == Contents(steps={}, typed={})
    assert drafts.pathway_of(draft) is pathway(SLUGS[1])
    assert draft.submitted_at is None


def test_the_link_is_192_random_bits_and_only_its_digest_is_kept(token):
    assert len(token) == 32
    assert Draft.objects.get().token_digest == sha256(token.encode()).hexdigest()


@pytest.mark.parametrize("change", [str.swapcase, lambda text: text[:-1], lambda text: text + "x"])
def test_a_link_not_quite_right_finds_nothing(token, change):
    with pytest.raises(Draft.DoesNotExist):
        find(change(token))


@pytest.mark.parametrize(("seconds", "there"), [(-1, True), (0, False), (1, False)])
def test_its_time_is_over_at_the_very_moment(token, seconds, there):
    with time_machine.travel(
        Draft.objects.get().expires_at + timedelta(seconds=seconds), tick=False
    ):
        if there:
            assert find(token)
        else:
            with pytest.raises(drafts.DraftExpired):
                find(token)


@pytest.mark.parametrize("save", ["answers", "typed"])
def test_every_kind_of_saving_gives_it_its_whole_time_again(token, save):
    later = timezone.now() + timedelta(days=20)
    with time_machine.travel(later, tick=False):
        if save == "answers":
            drafts.save_answers(find(token), "gp", {"gp_practice": "Quayside"})
        else:
            drafts.keep_typed(find(token), "gp", {"gp_practice": ["x" * 201]})
        draft = find(token)
        assert (draft.saved_at, draft.expires_at) == (later, later + timedelta(days=28))


def test_new_answers_of_a_step_replace_all_its_old_ones(token):
    drafts.save_answers(find(token), "name", {"name": "A", "known_as": "B"})
    drafts.save_answers(find(token), "name", {"name": "C"})
    assert contents_of(find(token)).steps == {"name": {"name": "C"}}


def test_what_is_typed_wrongly_keeps_the_last_right_answers(token):
    drafts.save_answers(find(token), "name", {"name": "A"})
    contents = drafts.keep_typed(find(token), "name", {"name": [""]})
    assert contents == contents_of(find(token))
    assert contents.steps == {"name": {"name": "A"}}
    assert contents.typed == {"name": {"name": [""]}}


def test_right_answers_take_the_place_of_what_was_wrong_in_that_step_only(token):
    drafts.keep_typed(find(token), "name", {"name": [""]})
    drafts.keep_typed(find(token), "gp", {"gp_practice": ["x"]})
    drafts.save_answers(find(token), "name", {"name": "A"})
    assert contents_of(find(token)).typed == {"gp": {"gp_practice": ["x"]}}


def test_a_draft_read_before_another_save_does_not_undo_it(token):
    read_early = find(token)
    drafts.save_answers(find(token), "gp", {"gp_practice": "Quayside"})
    drafts.save_answers(read_early, "name", {"name": "A"})
    assert set(contents_of(find(token)).steps) == {"gp", "name"}


class TestSending:
    def test_it_makes_a_referral_and_keeps_no_answers(self, token):
        referral = drafts.submit(finish(token))
        draft = find(token)
        assert referral.answers == {"who_for": "me", "name": PERSON["name"]}
        assert contents_of(draft) == Contents()
        assert drafts.referral_of(draft) == referral
        assert draft.submitted_at

    def test_the_referral_has_the_key_of_the_draft(self, token):
        draft = finish(token)
        assert drafts.submit(draft).submission_key == draft.submission_key

    def test_the_link_to_the_confirmation_lasts_as_long_as_the_draft_did(self, token):
        before = finish(token).expires_at
        drafts.submit(find(token))
        assert find(token).expires_at == before

    @pytest.mark.parametrize("left_out", ["who-it-is-for", "name", "agreement"])
    def test_a_step_left_out_stops_it(self, token, left_out):
        draft = finish(token)
        contents = contents_of(draft)
        del contents.steps[left_out]
        Draft.objects.update(sealed=contents.sealed())
        with pytest.raises(drafts.NotFinished):
            drafts.submit(draft)
        assert Referral.objects.count() == 0
        assert find(token).submitted_at is None

    def test_something_wrong_in_a_step_not_shown_does_not_stop_it(self, token):
        draft = finish(token)
        drafts.keep_typed(draft, "nhs-number", {"nhs_number": ["12"]})
        assert drafts.submit(draft)

    @pytest.mark.parametrize(
        "deed",
        [
            lambda draft: drafts.save_answers(draft, "name", {"name": "Late"}),
            lambda draft: drafts.keep_typed(draft, "name", {"name": ["Late"]}),
        ],
    )
    def test_afterwards_nothing_can_be_saved(self, token, deed):
        read_early = finish(token)
        drafts.submit(find(token))
        with pytest.raises(drafts.AlreadySent):
            deed(read_early)
        assert contents_of(find(token)) == Contents()

    def test_sent_again_from_an_old_tab_it_is_the_same_referral(self, token):
        read_early = finish(token)
        first = drafts.submit(find(token))
        assert drafts.submit(read_early) == first
        assert OutboxMessage.objects.count() == 1

    def test_if_it_fails_the_draft_stays_whole_and_can_be_sent_again(self, token, monkeypatch):
        draft = finish(token)
        before = contents_of(draft)
        with monkeypatch.context() as patched:
            patched.setattr(drafts, "accept", _broken)
            with pytest.raises(RuntimeError):
                drafts.submit(draft)
        assert contents_of(find(token)) == before
        assert drafts.submit(find(token)) == Referral.objects.get()

    def test_before_sending_there_is_no_referral(self, token):
        with pytest.raises(Referral.DoesNotExist):
            drafts.referral_of(find(token))


def _broken(submission):
    raise RuntimeError("the disk is full")


class TestForgetting:
    def test_a_draft_with_time_left_is_left(self, token):
        assert drafts.forget_expired() == 0
        assert find(token)

    def test_the_moment_its_time_is_over_it_is_forgotten(self, token):
        with time_machine.travel(Draft.objects.get().expires_at, tick=False):
            assert drafts.forget_expired() == 1

    def test_a_draft_sent_is_forgotten_too_and_its_referral_is_not(self, token):
        referral = drafts.submit(finish(token))
        with time_machine.travel(timezone.now() + timedelta(days=29)):
            assert drafts.forget_expired() == 1
        referral.refresh_from_db()
        assert referral.answers["name"] == PERSON["name"]

    def test_what_is_forgotten_leaves_no_answer_behind(self, token):
        drafts.save_answers(find(token), "name", {"name": "Martha Keel"})
        save_for_later(find(token), "school", "Quay Road")
        with time_machine.travel(timezone.now() + timedelta(days=29)):
            assert [drafts.forget_expired() for _ in range(2)] == [1, 0]
        left = Draft.objects.get()
        assert (left.sealed, left.security_question, left.security_answer) == ("", "", "")
