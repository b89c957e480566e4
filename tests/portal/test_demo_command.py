import socket

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from portal.management.commands import demo


def test_it_refuses_to_run_on_a_site_that_is_no_demo():
    with pytest.raises(CommandError, match=r"portal\.settings\.demo"):
        call_command("demo", "--prepare-only")


def test_a_port_that_somebody_listens_on_is_taken_and_a_free_one_is_not():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
        assert not demo.taken(port)
        listener.listen()
        assert demo.taken(port)


def test_a_taken_port_is_said_before_anything_is_made(settings, tmp_path):
    settings.DEMO, settings.DATA_DIR = True, tmp_path
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        with pytest.raises(CommandError, match="PORT=8080"):
            call_command("demo", "--port", str(listener.getsockname()[1]))
    assert not list(tmp_path.iterdir())


@pytest.mark.django_db
def test_what_is_loaded_already_is_kept(settings, tmp_path, capsys):
    settings.DEMO, settings.DATA_DIR = True, tmp_path
    (tmp_path / "demo-loaded").touch()
    call_command("demo", "--prepare-only")
    assert "is kept" in capsys.readouterr().out


def test_the_site_listens_on_this_machine_alone():
    assert "127.0.0.1:8123" in demo.gunicorn_command(8123)


def test_the_logins_are_printed_with_the_addresses(capsys):
    demo.Command().announce(8123)
    said = capsys.readouterr().out
    for words in ("http://127.0.0.1:8123/admin/", "triage@wyvernvale.example", demo.PASSWORD):
        assert words in said
