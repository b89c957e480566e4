import pytest
from django.db import IntegrityError, transaction

from referrals.journey.drafts import begin
from referrals.models import Draft
from tests.referrals.conftest import SLUGS, pathway

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft():
    begin(pathway())
    return Draft.objects.get()


def test_its_name_gives_neither_link_nor_answers_away(draft):
    assert str(draft) == f"Draft {draft.pk} of {SLUGS[0]}"


@pytest.mark.parametrize("field", ["token_digest", "submission_key"])
def test_no_two_drafts_have_one_link_or_one_key(draft, field):
    begin(pathway())
    other = Draft.objects.latest("pk")
    setattr(other, field, getattr(draft, field))
    with pytest.raises(IntegrityError), transaction.atomic():
        other.save()


def test_no_role_ever_reads_one(draft):
    assert Draft._meta.default_permissions == ()
