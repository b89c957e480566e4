"""Rooms load their demo in the order they ask for; the indexes are rebuilt once, at the end."""

from io import StringIO
from types import SimpleNamespace

from django.core.management import call_command

from portal.discovery import modules_named
from portal.management.commands import load_demo


def test_rooms_load_in_their_order_and_the_indexes_come_last(monkeypatch):
    done: list[str] = []

    def room(name, order):
        def load(say):
            done.append(name)
            say(f"{name} is there")

        return SimpleNamespace(ORDER=order, load=load)

    rooms = [room("pages", 50), room("people", 10), room("places", 20)]
    monkeypatch.setattr(load_demo, "modules_named", lambda name: iter(rooms))
    monkeypatch.setattr(load_demo, "call_command", lambda name, **_: done.append(name))
    out = StringIO()
    call_command("load_demo", stdout=out)
    assert done == ["people", "places", "pages", "rebuild_references_index", "rebuild_search"]
    assert "  people is there\n" in out.getvalue()


def test_what_pages_need_is_loaded_before_them():
    order = {module.__name__: module.ORDER for module in modules_named("demo")}
    assert order["portal.places.demo"] < order["content.demo"]
    assert order["portal.contacts.demo"] < order["content.demo"]
    assert order["content.demo"] < order["portal.design.demo"]
