import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from services_directory.imports import readers, runs
from services_directory.imports.records import FeedProblem
from services_directory.models import Feed, ImportRun, Service
from tests.services_directory.imports.feeding import body, giving, group, imported

pytestmark = pytest.mark.django_db
WHOLE = {
    "id": "11111111-2222-4333-8444-555555555555",
    "name": "Moor group",
    "description": "People meet.",
    "status": "active",
    "organization": {"id": "o1", "name": "Eastmoor Care", "description": "They care."},
    "organization_id": "o1",
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "moor.json"
    path.write_text(json.dumps({"contents": [WHOLE], "total_items": 1}))
    return path


def run_command(*args: str) -> str:
    out = StringIO()
    call_command("import_feed", *args, stdout=out)
    return out.getvalue()


def test_a_file_is_read_and_told_but_not_applied(file):
    said = run_command(str(file))
    assert "Services: 1 new" in said
    assert "Organisations: 1 new" in said
    assert not Service.objects.exists()
    assert Feed.objects.get().name == "moor.json"


def test_it_is_applied_when_asked_to(file):
    assert "Applied." in run_command(str(file), "--apply", "--name", "Eastmoor")
    assert Service.objects.public().get().feed.name == "Eastmoor"
    assert "Services: 1 unchanged" in run_command(str(file), "--apply", "--name", "Eastmoor")


def test_a_feed_is_known_by_its_name(monkeypatch):
    imported(body(), group())
    monkeypatch.setattr(readers, "batches", giving(body(), group(description="New.")))
    assert "Services: 1 changed" in run_command("Eastmoor Council")
    assert Feed.objects.count() == 1


def test_an_address_makes_a_feed(monkeypatch):
    monkeypatch.setattr(readers, "batches", giving(body(), group()))
    run_command("https://moor.example/v3", "--format", "oruk1", "--name", "Moor")
    made = Feed.objects.get()
    assert (made.name, made.format, made.url) == ("Moor", "oruk1", "https://moor.example/v3")


def test_an_address_is_never_read_as_the_feed_of_another(monkeypatch):
    monkeypatch.setattr(readers, "batches", giving(body(), group()))
    run_command("https://moor.example/services")
    with pytest.raises(CommandError, match="services is read from another address"):
        run_command("https://hill.example/services")
    with pytest.raises(CommandError, match="another address"):
        run_command("https://hill.example/v3", "--name", "services")
    assert "Services: 1 new" in run_command("https://moor.example/services")
    assert ImportRun.objects.count() == 2


def test_a_run_that_somebody_discards_meanwhile_is_not_applied(monkeypatch):
    def discarded(of, run):
        yield from giving(body(), group())(of, run)
        runs.discard(run, None)

    monkeypatch.setattr(readers, "batches", discarded)
    with pytest.raises(CommandError, match="It is: discarded"):
        run_command("https://moor.example/v3", "--apply")
    assert not Service.objects.exists()


def test_what_is_neither_is_refused():
    with pytest.raises(CommandError, match="There is no feed, address or file called nothing"):
        run_command("nothing")


def test_a_feed_that_cannot_be_read_ends_in_its_words(monkeypatch):
    def broken(feed, run):
        raise FeedProblem("The feed does not answer.")
        yield

    monkeypatch.setattr(readers, "batches", broken)
    with pytest.raises(CommandError, match="The feed does not answer"):
        run_command("https://moor.example/v3")
    assert ImportRun.objects.get().problem


def test_much_that_would_go_needs_to_be_said(monkeypatch):
    imported(body(), *(group(f"s{n}", f"Group {n}") for n in range(12)))
    monkeypatch.setattr(readers, "batches", giving(body(), group("s0", "Group 0")))
    with pytest.raises(CommandError, match="--sure"):
        run_command("Eastmoor Council", "--apply")
    assert Service.objects.public().count() == 12
    assert "Take care" in run_command("Eastmoor Council", "--apply", "--sure")
    assert Service.objects.public().count() == 1


@pytest.mark.parametrize("address", ["https://moor.example/" + "x" * 200, "http://", "https://[x"])
def test_an_address_that_no_feed_can_have_is_said_and_makes_none(address):
    with pytest.raises(CommandError, match=r"at most 200|valid URL"):
        run_command(address)
    assert not Feed.objects.exists()
