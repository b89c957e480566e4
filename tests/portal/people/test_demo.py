import pytest

from portal.people import demo
from portal.people.models import User
from portal.people.roles import Role

pytestmark = pytest.mark.django_db


def test_there_is_one_demo_account_for_each_role_and_none_is_all_powerful():
    said = []
    demo.load(said.append)
    roles = {user.groups.get().name for user in User.objects.all()}
    assert roles == {str(role) for role in Role}
    assert not User.objects.filter(is_superuser=True).exists()
    assert said == ["6 staff accounts, one for each role"]


def test_a_demo_account_signs_in_with_the_password_that_is_printed(client):
    demo.load(print)
    response = client.post(
        "/accounts/login/", {"login": "triage@wyvernvale.example", "password": demo.PASSWORD}
    )
    assert response.url == "/staff/"


def test_loading_again_keeps_a_changed_password_and_role():
    demo.load(print)
    user = User.objects.get(email="editor@wyvernvale.example")
    user.set_password("something of our own")
    user.save()
    user.groups.clear()
    demo.load(print)
    user.refresh_from_db()
    assert user.check_password("something of our own")
    assert not user.groups.exists()
    assert User.objects.count() == 6
