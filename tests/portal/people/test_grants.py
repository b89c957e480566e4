"""Permissions granted from inside a migration, before Django has made them."""

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission

from portal.people.grants import grant
from portal.people.models import User
from portal.people.roles import Role

pytestmark = pytest.mark.django_db


def test_a_role_gets_a_permission_that_is_there():
    grant(Role.TRIAGE, ["content.add_topic"])(apps, None)
    user = User.objects.create_user("t@wyvernvale.example")
    assert not user.has_perm("content.add_topic")
    user = User.objects.get(pk=user.pk)
    user.groups.add(Group.objects.get(name="Triage"))
    assert user.has_perm("content.add_topic")


def test_a_permission_that_is_not_there_yet_is_made_under_django_s_name():
    Permission.objects.filter(codename="change_topic").delete()
    grant(Role.TRIAGE, ["content.change_topic"])(apps, None)
    made = Permission.objects.get(codename="change_topic")
    assert (made.name, made.content_type.model) == ("Can change topic", "topic")
    assert made.content_type.app_label == "content"


def test_an_action_of_two_words_keeps_its_model():
    grant(Role.TRIAGE, ["content.publish_now_topic"])(apps, None)
    made = Permission.objects.get(codename="publish_now_topic")
    assert (made.name, made.content_type.model) == ("Can publish now topic", "topic")


def test_granting_twice_grants_once():
    group = Group.objects.get(name="Triage")
    run = grant(Role.TRIAGE, (name for name in ["content.delete_topic"]))
    run(apps, None)
    once = group.permissions.count()
    run(apps, None)
    assert group.permissions.count() == once
    assert group.permissions.filter(codename="delete_topic").exists()


def test_a_role_that_is_not_there_yet_is_made():
    Group.objects.filter(name="Triage").delete()
    grant(Role.TRIAGE, [])(apps, None)
    assert Group.objects.filter(name="Triage").exists()
