"""`make demo`: only on a demo site, loaded once, and it says where to go."""

import signal
import subprocess
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from portal.management.commands import demo
from portal.people.demo import PASSWORD, USERS

pytestmark = pytest.mark.django_db


@pytest.fixture
def loaded(settings, tmp_path, monkeypatch) -> list[str]:
    """A demo site with a folder of its own; what would be called is written down."""
    settings.DEMO, settings.DATA_DIR = True, tmp_path
    called: list[str] = []
    monkeypatch.setattr(demo, "call_command", lambda name, **_: called.append(name))
    monkeypatch.setattr(demo, "serve", lambda port: called.append(f"serve {port}"))
    return called


def run(*args: str) -> str:
    out = StringIO()
    call_command("demo", *args, stdout=out)
    return out.getvalue()


def test_a_site_that_is_no_demo_is_never_filled_with_demo_accounts(loaded, settings):
    settings.DEMO = False
    with pytest.raises(CommandError, match=r"portal\.settings\.demo"):
        run()
    assert loaded == []


def test_the_demo_is_loaded_once_and_served_each_time(loaded):
    run("--port", "8123")
    assert "what you entered is kept" in run("--port", "8123")
    assert loaded == ["load_demo", "serve 8123", "serve 8123"]


def test_preparing_only_does_not_serve(loaded):
    assert "Front Door is open" not in run("--prepare-only")
    assert loaded == ["load_demo"]


def test_a_load_that_failed_is_tried_again(loaded, monkeypatch):
    def fail(name, **_):
        raise ValueError("postcodes.csv:3")

    with monkeypatch.context() as broken:
        broken.setattr(demo, "call_command", fail)
        with pytest.raises(ValueError, match="postcodes"):
            run("--prepare-only")
    run("--prepare-only")
    assert loaded == ["load_demo"]


def test_it_says_where_to_go_and_how_to_sign_in(loaded):
    said = run("--port", "8123")
    for path in ("/", "/staff/", "/admin/"):
        assert f"http://127.0.0.1:8123{path}\n" in said
    assert PASSWORD in said
    assert all(email in said for email, *_ in USERS)


def test_the_server_listens_to_this_machine_alone():
    command = demo.gunicorn_command(8123)
    assert command[command.index("--bind") + 1] == "127.0.0.1:8123"


@pytest.mark.parametrize("stop", [None, KeyboardInterrupt])
def test_the_worker_stops_with_the_server(monkeypatch, stop):
    told: list[str] = []

    class Worker:
        def terminate(self):
            told.append("terminate")

        def wait(self):
            told.append("wait")

    def server(*args, **kwargs):
        told.append("serve")
        if stop:
            raise stop

    monkeypatch.setattr(signal, "signal", lambda *_: None)
    monkeypatch.setattr(subprocess, "Popen", lambda command: Worker())
    monkeypatch.setattr(subprocess, "run", server)
    demo.serve(8123)
    assert told == ["serve", "terminate", "wait"]
