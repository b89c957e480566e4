"""The same command as `make faults`, with forty submissions, and two whole forms filled in."""

import re
import subprocess
import sys
import warnings
from pathlib import Path

import pytest
from django.db import connection

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.faults
@pytest.mark.django_db
def test_forty_referrals_come_through_all_faults_once_and_whole(tmp_path):
    command = ["--submissions", "40", "--faults", "20", "--database", connection.vendor]
    if connection.vendor == "sqlite":
        schema = tmp_path / "schema.sqlite3"
        schema.write_bytes(connection.connection.serialize())
        command += ["--schema", str(schema)]
    run = subprocess.run(
        [sys.executable, "-m", "tests.faults", *command],
        cwd=ROOT, capture_output=True, text=True, timeout=500, check=False,
    )  # fmt: skip
    said = run.stdout + run.stderr
    assert run.returncode == 0, said
    assert "promises broken: 0" in said
    assert "acknowledged 42, there 42" in said
    for fault in ("web worker", "outbox worker", "whole web server"):
        assert f"{fault} killed" in said
    for skipped in re.findall(r"SKIPPED +(.+)", said):
        warnings.warn(f"A fault was not tried: {skipped}", stacklevel=1)
