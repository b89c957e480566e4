"""What people tell us is readable nowhere but behind the key."""

import logging

import pytest
from django.apps import apps
from django.core import mail
from django.db import connection

from referrals.models import Outcome, Referral
from referrals.triage import services
from tests.referrals.conftest import SLUGS, fill_in

pytestmark = pytest.mark.django_db
SECRETS = {
    "name": "Quenelda Zygmunt",
    "illness": "xanthoastrocytoma",
    "in_own_words": "the stairs frighten me",
    "phone": "07700 900 987",
    "address": "99 Secret Street",
    "gp_practice": "Zebra Lane Surgery",
}


def everything_stored() -> str:
    """Return all rows of all tables as text."""
    with connection.cursor() as cursor:
        rows = []
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            rows += cursor.fetchall()
    return repr(rows)


def test_no_answer_stands_in_the_database_in_plain_text(client, begin):
    token = begin()
    end = fill_in(client, token, SLUGS[0], **SECRETS)
    draft = everything_stored()
    client.post(end.replace("/check/", "/send/"))
    sent = everything_stored()
    assert Referral.objects.get().answers["illness"] == "xanthoastrocytoma"
    for secret in [*SECRETS.values(), "Zygmunt", "1948-03-27", "9990000018"]:
        assert secret not in draft
        assert secret not in sent


def test_the_link_of_a_draft_stands_nowhere_in_the_database(client, begin):
    assert begin() not in everything_stored()


def test_a_reason_is_sealed_like_an_answer(make_referral, triage):
    referral = make_referral()
    services.decide(referral.reference, Outcome.DECLINE, "xanthoastrocytoma", triage, 1)
    assert "xanthoastrocytoma" not in everything_stored()


def test_nothing_is_logged_or_mailed(client, begin, caplog):
    caplog.set_level(logging.DEBUG)
    token = begin()
    end = fill_in(client, token, SLUGS[0], **SECRETS)
    client.post(end.replace("/check/", "/send/"))
    client.get(f"/refer/form/{token}/step/no-such-step/")
    said = [r.getMessage() for r in caplog.records if not r.name.startswith("django.db")]
    assert not [line for line in said if token in line or "Zygmunt" in line]
    assert mail.outbox == []


def test_no_model_of_this_room_is_shown_in_wagtail_or_django_admin(admin_client):
    from wagtail.snippets.models import get_snippet_models

    assert not [m for m in get_snippet_models() if m._meta.app_label == "referrals"]
    assert not apps.is_installed("django.contrib.admin")


def test_a_draft_sent_keeps_no_answers(client, begin):
    from referrals.journey.contents import Contents
    from referrals.journey.drafts import contents_of
    from referrals.models import Draft

    end = fill_in(client, begin(), SLUGS[0])
    client.post(end.replace("/check/", "/send/"))
    assert contents_of(Draft.objects.get()) == Contents()
