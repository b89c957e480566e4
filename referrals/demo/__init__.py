"""Fictional referrals over all pathways and states, through the same doors as real ones."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

import yaml
from django.db import transaction
from django.utils import timezone

from portal.people.models import User
from referrals.demo.answers import finished
from referrals.demo.deliveries import deliver
from referrals.demo.letters import attach
from referrals.demo.messages import receive
from referrals.intake import Submission, accept
from referrals.models import Band, Outcome, Referral
from referrals.pathways import newest_pathways
from referrals.triage import services

ORDER = 70
TRIAGE_USER = "triage@wyvernvale.example"
REASONS = {
    "accept": "Meets the criteria. The community team will ring within the time set.",
    "redirect": "Equipment is arranged by the council's equipment service. We have told the GP.",
    "decline": "We spoke by phone. He has a counsellor already and asked us to close this for now.",
    "ask": "Please send the latest clinic letter and the medicines list.",
}


def load(say: Callable[[str], None]) -> None:
    """Make what is not there yet; what staff did with a referral since is left as it is."""
    entries = yaml.safe_load(Path(__file__).with_name("referrals.yaml").read_text("utf-8"))
    made = sum(_load_one(entry) for entry in entries)
    say(f"{len(entries)} referrals, {made} of them new")
    if receive():
        say("1 referral received from another system")
    if tries := deliver():
        say(f"{tries} messages sent on into a folder")


def key_of(name: str) -> UUID:
    """Return the submission key of a demo referral, the same at every run."""
    return uuid5(NAMESPACE_URL, f"front-door-demo-referral/{name}")


@transaction.atomic
def _load_one(entry: dict[str, Any]) -> bool:
    key = key_of(entry["name"])
    if Referral.objects.filter(submission_key=key).exists():
        return False
    pathway = newest_pathways()[entry["pathway"]]
    sent = timezone.now() - timedelta(hours=entry["hours_ago"])
    answers, files = finished(pathway, entry["answers"]), attach(pathway, entry.get("files", []))
    referral = accept(Submission(key, pathway, answers, sent, attachments=files))
    actor = User.objects.filter(email=TRIAGE_USER).first()
    for deed in entry.get("done", []) if actor else []:
        _do(deed, referral, actor)
    return True


def _do(deed: str, referral: Referral, actor: Any) -> None:
    referral.refresh_from_db()
    reference, version = referral.reference, referral.version
    if deed == "take":
        services.take(reference, actor, version)
    elif deed.startswith("band:"):
        services.set_band(reference, Band(deed.removeprefix("band:")), actor, version)
    else:
        where = ("", "Wyvern Vale equipment service") if deed == Outcome.REDIRECT else ("", "")
        services.decide(reference, Outcome(deed), REASONS[deed], actor, version, where)
