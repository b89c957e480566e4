"""What the migrations give to each role, and what nobody is given."""

import io

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command

from portal.people.roles import Role

pytestmark = pytest.mark.django_db
DELIVERIES = {"view_outboxmessage", "change_outboxmessage"}
GIVEN = {
    Role.TRIAGE: {"view_referral", "change_referral", *DELIVERIES},
    Role.ADMINISTRATOR: {"view_auditevent", "view_deletioncertificate", *DELIVERIES},
}


@pytest.mark.parametrize("role", Role)
def test_each_role_has_only_what_its_work_needs(role):
    held = Permission.objects.filter(group__name=str(role), content_type__app_label="referrals")
    assert set(held.values_list("codename", flat=True)) == GIVEN.get(role, set())


def test_there_is_no_permission_to_read_drafts_or_to_change_the_trail():
    there = Permission.objects.filter(content_type__app_label="referrals")
    assert set(there.values_list("codename", flat=True)) == {
        "view_referral", "change_referral", "view_auditevent", "view_deletioncertificate",
        *DELIVERIES,
    }  # fmt: skip


def test_no_permission_to_add_or_delete_exists():
    assert not any(
        {"add", "delete"} & set(model._meta.default_permissions)
        for model in apps.get_app_config("referrals").get_models()
    )


def test_no_other_group_can_read_a_referral():
    readers = Group.objects.filter(permissions__codename="view_referral")
    assert [group.name for group in readers] == [str(Role.TRIAGE)]


def test_the_migrations_say_what_the_models_say():
    out = io.StringIO()
    call_command("makemigrations", "referrals", check=True, dry_run=True, stdout=out)
    assert "No changes" in out.getvalue()
