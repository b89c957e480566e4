import json
from dataclasses import replace

import pytest
from django.core.management import call_command

from referrals import pathways
from referrals.management.commands import publish_pathways
from tests.referrals.conftest import SLUGS, pathway

SEALED = {f"{slug}/1" for slug in SLUGS} | {f"{slug}/2" for slug in SLUGS[:3]}


@pytest.fixture
def digests(tmp_path, monkeypatch):
    """A file of digests of the test's own, not there yet."""
    path = tmp_path / "digests.json"
    for module in (pathways, publish_pathways):
        monkeypatch.setattr(module, "DIGESTS", path)
    return path


def declare(monkeypatch, *declared):
    monkeypatch.setattr(publish_pathways, "PATHWAYS", declared)


def test_the_first_run_seals_every_pathway(digests, capsys):
    call_command("publish_pathways")
    assert set(json.loads(digests.read_text())) >= SEALED
    assert f"{len(pathways.PATHWAYS)} new, 0 there already." in capsys.readouterr().out


def test_what_is_published_in_this_repository_is_what_the_command_writes(digests):
    kept = json.loads((pathways.Path(pathways.__file__).parent / "digests.json").read_text())
    call_command("publish_pathways")
    assert json.loads(digests.read_text()) == kept


def test_a_second_run_changes_nothing(digests, capsys):
    call_command("publish_pathways")
    before = digests.read_bytes()
    call_command("publish_pathways")
    assert digests.read_bytes() == before
    assert f"0 new, {len(pathways.PATHWAYS)} there already." in capsys.readouterr().out


def test_an_edited_version_keeps_the_digest_it_was_published_with(digests, monkeypatch):
    declare(monkeypatch, pathway())
    call_command("publish_pathways")
    before = digests.read_text()
    declare(monkeypatch, replace(pathway(), title="Something else"))
    call_command("publish_pathways")
    assert digests.read_text() == before


def test_a_new_version_is_added_beside_the_old(digests, monkeypatch):
    declare(monkeypatch, pathway())
    call_command("publish_pathways")
    first = json.loads(digests.read_text())
    declare(monkeypatch, pathway(), replace(pathway(), version=99))
    call_command("publish_pathways")
    both = json.loads(digests.read_text())
    (name,) = first
    assert set(both) == {name, f"{SLUGS[0]}/99"}
    assert both[name] == first[name] != both[f"{SLUGS[0]}/99"]


def test_a_version_no_longer_declared_stays_sealed(digests, monkeypatch):
    digests.write_text('{"old/1": "abc"}')
    declare(monkeypatch, pathway())
    call_command("publish_pathways")
    assert json.loads(digests.read_text())["old/1"] == "abc"
