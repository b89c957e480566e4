"""The declared pathways. Every version ever published stays here, so that drafts stay whole."""

import json
from functools import cache
from hashlib import sha256
from pathlib import Path

from referrals.pathways import (
    bars_referral_1,
    bereavement_support,
    bereavement_support_2,
    bereavement_support_3,
    carers_support_1,
    carers_support_2,
    palliative_care_support,
    palliative_care_support_2,
    palliative_care_support_3,
    specialist_palliative_care,
    specialist_palliative_care_2,
    specialist_palliative_care_3,
    wellbeing_day_services_1,
    wellbeing_day_services_2,
)
from referrals.pathways.declare import Pathway, declared

PATHWAYS: tuple[Pathway, ...] = (
    palliative_care_support.PATHWAY,
    specialist_palliative_care.PATHWAY,
    bereavement_support.PATHWAY,
    palliative_care_support_2.PATHWAY,
    specialist_palliative_care_2.PATHWAY,
    bereavement_support_2.PATHWAY,
    carers_support_1.PATHWAY,
    wellbeing_day_services_1.PATHWAY,
    palliative_care_support_3.PATHWAY,
    specialist_palliative_care_3.PATHWAY,
    bereavement_support_3.PATHWAY,
    carers_support_2.PATHWAY,
    wellbeing_day_services_2.PATHWAY,
    bars_referral_1.PATHWAY,
)
DIGESTS = Path(__file__).with_name("digests.json")


@cache
def pathway_at(slug: str, version: int) -> Pathway:
    """Return that version of the pathway; raise LookupError if it was never published."""
    for pathway in PATHWAYS:
        if (pathway.slug, pathway.version) == (slug, version):
            return pathway
    raise LookupError(f"No pathway {slug} version {version}.")


@cache
def newest_pathways() -> dict[str, Pathway]:
    """Return the version of each pathway that new drafts begin with, by slug."""
    return {pathway.slug: pathway for pathway in sorted(PATHWAYS, key=lambda each: each.version)}


def digest(pathway: Pathway) -> str:
    """Return the SHA-256 of everything the pathway declares."""
    return sha256(json.dumps(declared(pathway), sort_keys=True).encode()).hexdigest()


def stored_digests() -> dict[str, str]:
    """Return `slug/version` -> digest, as stored when each version was published."""
    return dict(json.loads(DIGESTS.read_text(encoding="utf-8"))) if DIGESTS.exists() else {}
