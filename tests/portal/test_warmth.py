"""A new process counts the directory before somebody waits for it."""

from types import SimpleNamespace

import pytest

from portal import warmth


def rooms(*modules):
    return lambda name: iter(modules) if name == "warm" else iter(())


def broken():
    raise RuntimeError("no")


def test_each_room_is_warmed_although_one_fails(monkeypatch, caplog):
    done = []
    bad = SimpleNamespace(__name__="bad.warm", warm=broken)
    good = SimpleNamespace(__name__="good.warm", warm=lambda: done.append(1))
    monkeypatch.setattr(warmth, "modules_named", rooms(bad, good))
    warmth.warm_up()
    assert done == [1]
    assert "bad.warm failed" in caplog.text


def test_it_goes_on_beside_the_requests(monkeypatch):
    done = []
    room = SimpleNamespace(__name__="room.warm", warm=lambda: done.append(1))
    monkeypatch.setattr(warmth, "modules_named", rooms(room))
    warmth.warm_up_meanwhile().join(timeout=10)
    assert done == [1]


@pytest.mark.django_db
def test_the_directory_is_one_of_those_warmed(django_assert_max_num_queries):
    with django_assert_max_num_queries(200):
        warmth.warm_up()
