import pytest
from django.contrib.auth.models import Group

from portal.people.models import User
from portal.people.roles import Role

pytestmark = pytest.mark.django_db


def test_the_six_roles_are_there_after_migration():
    assert set(Group.objects.values_list("name", flat=True)) >= {str(role) for role in Role}


def test_a_user_is_known_by_email():
    user = User.objects.create_user("Tamsin@WYVERNVALE.example", "long enough words")
    assert user.email == "Tamsin@wyvernvale.example"
    assert str(user) == user.email


def test_a_user_with_a_name_shows_it():
    assert str(User(email="t@x.example", first_name="Tamsin", last_name="Osei")) == "Tamsin Osei"


def test_a_superuser_is_made_for_the_command_line():
    assert User.objects.create_superuser("a@x.example", "long enough words").is_superuser
