import pytest
from django.contrib.auth.models import AnonymousUser

from portal.design import staff_doors
from portal.people.models import User


@pytest.mark.parametrize("visitor", [None, AnonymousUser()])
def test_a_visitor_has_no_staff_doors(visitor):
    assert staff_doors.doors_of(visitor) == []


@pytest.mark.django_db
def test_only_doors_with_a_permission_open():
    user = User.objects.create_user("nobody@wyvernvale.example")
    assert staff_doors.doors_of(user) == []


def test_a_door_whose_room_is_not_built_in_is_left_out(monkeypatch):
    doors = [("x.y", "no_such_page", "Nowhere", ""), ("x.y", "staff_home", "Home", "")]
    monkeypatch.setattr(staff_doors, "_DOORS", doors)
    assert [door.label for door in staff_doors.doors_of(User(is_superuser=True))] == ["Home"]
