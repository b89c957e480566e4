"""Every kind of message under the reference validator, where it is at hand: scripts/fhir-validator.

FHIR_VALIDATOR names the program. Under REQUIRE_ALL=1, as in CI, its absence is a failure.
"""

import os
import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from referrals.exchange.bundles.messages import as_bytes, request
from tests.referrals.exchange.inbound import senders
from tests.referrals.exchange.samples import US, every_kind, letter, message

PROGRAM = os.environ.get("FHIR_VALIDATOR", "")
pytestmark = pytest.mark.skipif(
    not PROGRAM and os.environ.get("REQUIRE_ALL") != "1",
    reason="FHIR_VALIDATOR does not name the reference validator (scripts/fhir-validator/validate)",
)


def judged(folder: Path) -> tuple[int, str]:
    """Return (exit status, what it says) of the validator over all files of a folder."""
    files = sorted(str(file) for file in folder.iterdir())
    run = subprocess.run(
        [str(Path(PROGRAM).resolve()), *files], capture_output=True, text=True, timeout=900
    )
    return run.returncode, run.stdout + run.stderr


def test_the_validator_is_at_hand():
    assert Path(PROGRAM).is_file(), "Set FHIR_VALIDATOR=scripts/fhir-validator/validate"


def test_no_message_of_ours_has_an_error(tmp_path):
    kinds = dict(every_kind())
    for name, bundle in kinds.items():
        (tmp_path / f"{name}.json").write_bytes(as_bytes(bundle))
    status, said = judged(tmp_path)
    errors = [line for line in said.splitlines() if "INVALID" in line or "  error" in line]
    assert (status, errors) == (0, []), said[-2000:]
    assert re.search(rf"{len(kinds)} of {len(kinds)} valid", said)


@pytest.mark.django_db
def test_no_answer_of_the_receiver_has_an_error(tmp_path, settings):
    settings.BARS_RECEIVER_TOKENS = [f"us:{senders.digest(senders.TOKEN)}"]
    settings.BARS_RECEIVER_SERVICE_IDS = [senders.SERVICE]
    ours = replace(letter("palliative-care-support/2", 1), receiver=US)
    sent = as_bytes(request(ours, message()))
    answers = {
        "taken": senders.send(sent), "twice": senders.send(sent),
        "refused": senders.send({}, request="2"), "checked": senders.send(sent, to="$validate"),
    }  # fmt: skip
    for name, answer in answers.items():
        (tmp_path / f"{name}.json").write_bytes(answer.content)
    assert [each.status_code for each in answers.values()] == [200, 409, 400, 200]
    status, said = judged(tmp_path)
    assert status == 0, said[-2000:]


def test_it_does_find_faults(tmp_path):
    bundle = request(letter("palliative-care-support/2"), message())
    bundle["entry"][1]["resource"]["intent"] = "order"  # BaRS fixes it to `plan`
    (tmp_path / "wrong.json").write_bytes(as_bytes(bundle))
    status, said = judged(tmp_path)
    assert status == 1
    assert "ServiceRequest" in said
    assert "'plan'" in said
