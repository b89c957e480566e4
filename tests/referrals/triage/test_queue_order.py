"""In which order the queue stands, whatever state its referrals are in."""

from datetime import timedelta
from uuid import uuid4

from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from portal.people.models import User
from referrals.demo.answers import finished
from referrals.intake import Submission, accept
from referrals.models import Band, Referral
from referrals.triage import presenters, queries
from tests.referrals.conftest import PERSON, pathway

STATE = st.fixed_dictionaries(
    {
        "band": st.sampled_from(Band.values),
        "read_first": st.booleans(),
        "due": st.integers(-3, 3),
        "decided": st.none() | st.integers(-3, -1),
        "owned": st.booleans(),
    }
)


class TestOrder(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        cls.user = User.objects.create_user("one@wyvernvale.example")
        cls.now = timezone.now()
        whole = finished(pathway(), PERSON)
        cls.pks = [accept(Submission(uuid4(), pathway(), whole)).pk for _ in range(5)]

    def put(self, states):
        """Bring each referral into its state; `due` and `decided` are hours from now."""
        for pk, state in zip(self.pks, states, strict=True):
            decided = state["decided"]
            Referral.objects.filter(pk=pk).update(
                band=state["band"],
                read_first=state["read_first"],
                due_at=self.now + timedelta(hours=state["due"]),
                decided_at=decided and self.now + timedelta(hours=decided),
                owner=self.user if state["owned"] else None,
            )

    def rows(self, view):
        return list(queries.in_view(view, self.user, self.now))

    @settings(max_examples=60, deadline=None)
    @given(st.lists(STATE, min_size=5, max_size=5))
    def test_read_first_then_late_then_without_a_band_then_by_the_time_due(self, states):
        self.put(states)
        for view in ("undecided", "mine", "unowned", "late"):
            rows = self.rows(view)
            assert rows == sorted(rows, key=self.turn)

    def turn(self, referral):
        if referral.read_first and not referral.band:
            place = "1 to read first"
        elif referral.due_at < self.now:
            place = "2 late"
        else:
            place = "4 the rest" if referral.band else "3 no band yet"
        return place, referral.due_at, referral.pk

    @settings(max_examples=30, deadline=None)
    @given(st.lists(STATE, min_size=5, max_size=5))
    def test_what_was_decided_last_stands_first_among_the_decided(self, states):
        self.put(states)
        rows = self.rows("decided")
        assert rows == sorted(rows, key=lambda each: (-each.decided_at.timestamp(), each.pk))

    @settings(max_examples=30, deadline=None)
    @given(st.lists(STATE, min_size=5, max_size=5))
    def test_each_view_has_all_that_belongs_there_and_nothing_else(self, states):
        self.put(states)
        every = Referral.objects.all()
        undecided = {each for each in every if each.decided_at is None}
        assert set(self.rows("undecided")) == undecided
        assert set(self.rows("mine")) == {each for each in undecided if each.owner == self.user}
        assert set(self.rows("unowned")) == {each for each in undecided if each.owner is None}
        late = {each for each in undecided if presenters.is_late(each, self.now)}
        assert set(self.rows("late")) == late

    def test_what_is_due_this_very_moment_is_not_late_yet(self):
        self.put([{"band": "", "read_first": False, "due": 0, "decided": None, "owned": False}] * 5)
        assert self.rows("late") == []
        assert not presenters.is_late(Referral.objects.first(), self.now)
