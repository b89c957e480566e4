"""Whatever staff do, nothing undecided leaves the list, and nothing is in two minds."""

from datetime import timedelta
from uuid import uuid4

from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from portal.people.models import User
from referrals.demo.answers import finished
from referrals.intake import Submission, accept
from referrals.models import AuditEvent, Band, Outcome, Referral
from referrals.triage import queries, services
from tests.referrals.conftest import PERSON, pathway

DEEDS = st.sampled_from(["take", "hand back", "band", *Outcome.values])
SCRIPT = st.lists(
    st.tuples(st.integers(0, 2), st.integers(0, 1), DEEDS, st.booleans()), max_size=14
)


class TestQueue(TestCase):
    def setUp(self) -> None:
        self.staff = [User.objects.create_user(f"{name}@wyvernvale.example") for name in "ab"]
        whole, now = finished(pathway(), PERSON), timezone.now()
        self.references = [
            accept(Submission(uuid4(), pathway(), whole, now - timedelta(days=4 * n))).reference
            for n in range(3)
        ]

    @settings(max_examples=40, deadline=None)
    @given(SCRIPT)
    def test_no_undecided_referral_is_ever_out_of_sight(self, script):
        done = sum(self.do(*each) for each in script)
        self.check_views()
        self.check_trail(done)

    def do(self, which: int, who: int, deed: str, stale: bool) -> bool:
        reference, user = self.references[which], self.staff[who]
        version = Referral.objects.get(reference=reference).version - stale
        try:
            if deed == "take":
                services.take(reference, user, version)
            elif deed == "hand back":
                services.hand_back(reference, user, version)
            elif deed == "band":
                services.set_band(reference, Band.TWO_DAYS, user, version)
            else:
                services.decide(reference, Outcome(deed), "Why.", user, version, ("", "There"))
        except (services.Stale, services.NotYours):
            return False
        assert not stale
        return True

    def check_views(self) -> None:
        now, every = timezone.now(), set(self.references)
        for user in self.staff:
            seen = {
                name: {row.reference for row in queries.in_view(name, user, now)}
                for name in queries.VIEWS
            }
            undecided = {r.reference for r in Referral.objects.filter(decided_at=None)}
            assert seen["undecided"] == undecided
            assert seen["decided"] == every - undecided
            assert seen["mine"] | seen["unowned"] | seen["late"] <= undecided
            assert not seen["mine"] & seen["unowned"]
            assert queries.counts(user, now) == {name: len(rows) for name, rows in seen.items()}
        assert all(referral.due_at for referral in Referral.objects.all())

    def check_trail(self, done: int) -> None:
        assert AuditEvent.objects.exclude(action="received").count() == done
        changes = sum(referral.version - 1 for referral in Referral.objects.all())
        assert changes == done
