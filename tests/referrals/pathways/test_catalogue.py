"""The catalogue in docs/ says what the forms ask, and is as fresh as they are."""

from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

from referrals.pathways.catalogue import as_markdown
from tests.referrals.conftest import SLUGS, pathway

FILE = Path(settings.BASE_DIR) / "docs" / "referral-fields.md"


def table_of(slug: str) -> str:
    return next(part for part in as_markdown().split("\n## ") if f"(`{slug}`" in part)


def test_the_file_in_docs_is_fresh():
    assert FILE.read_text(encoding="utf-8") == as_markdown(), "Run `manage.py referral_fields`."


@pytest.mark.parametrize("slug", SLUGS)
def test_every_question_of_every_form_has_one_line(slug):
    lines = [line for line in table_of(slug).splitlines() if line.startswith("| `")]
    assert [line.split("`")[1] for line in lines] == list(pathway(slug).questions())


@pytest.mark.parametrize("slug", SLUGS)
def test_every_line_has_seven_cells(slug):
    rows = [line for line in table_of(slug).splitlines() if line.startswith("|")]
    assert {row.replace("\\|", "").count("|") for row in rows} == {8}


def test_a_secret_and_what_opens_it_are_said():
    line = next(line for line in table_of(SLUGS[2]).splitlines() if "`key_safe`" in line)
    assert "🔒 ○" in line
    assert "key_safe_there = yes" in line


def test_the_command_writes_the_same_file(tmp_path, settings, capsys):
    settings.BASE_DIR = tmp_path
    (tmp_path / "docs").mkdir()
    call_command("referral_fields")
    assert (tmp_path / "docs" / "referral-fields.md").read_text("utf-8") == as_markdown()
    assert "fresh" in capsys.readouterr().out
