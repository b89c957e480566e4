"""What a message is about: the referral's facts and answers, and who we and the receiver are."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from referrals.exchange.bundles.enclosures import Enclosure
from referrals.models import Referral
from referrals.pathways import pathway_at
from referrals.pathways.answers import flags_raised
from referrals.pathways.declare import Option, Pathway
from referrals.pathways.words import answer_in_words


@dataclass(frozen=True)
class Party:
    """An organisation and its service. ods: ODS code; service: id in the directory of services."""

    name: str
    ods: str = ""
    service: str = ""
    endpoint: str = ""


@dataclass(frozen=True)
class Letter:
    """Everything that a bundle is built of; nothing else goes in, so it can be built again."""

    root: UUID
    reference: str
    pathway: Pathway
    answers: Mapping[str, Any]
    submitted_at: datetime
    due_at: datetime
    conversation: UUID
    journey: UUID
    sender: Party
    receiver: Party
    site: str
    use_case: str
    enclosures: tuple[Enclosure, ...] = ()

    def text(self, key: str) -> str:
        """Return a typed answer, trimmed; an empty text for none."""
        value = self.answers.get(key)
        return value.strip() if isinstance(value, str) else ""

    def words(self, key: str) -> str:
        """Return an answer as people read it; an empty text for none."""
        question = self.pathway.questions().get(key)
        return answer_in_words(question, self.answers.get(key)) if question else ""

    def chosen(self, key: str) -> list[Option]:
        """Return the options that were chosen."""
        question, value = self.pathway.questions().get(key), self.answers.get(key)
        values = value if isinstance(value, list) else [value]
        return [option for option in question.options if option.value in values] if question else []

    @cached_property
    def flags(self) -> list[str]:
        return flags_raised(self.pathway, self.answers)

    @property
    def for_another(self) -> bool:
        """Say whether a member of the public filled in the form about somebody else."""
        return self.answers.get("who_for") in ("someone", "child")

    @property
    def by_professional(self) -> bool:
        return self.pathway.audience == "professional" or self.answers.get("who_for") == "patient"


def letter_about(
    referral: Referral, sender: Party, receiver: Party, site: str, use_case: str,
    enclosures: tuple[Enclosure, ...] = (),
) -> Letter:  # fmt: skip
    """Open the referral. Key-safe codes and hazards stay sealed: no message ever carries them."""
    return Letter(
        root=referral.submission_key,
        reference=referral.reference,
        pathway=pathway_at(referral.pathway_slug, referral.pathway_version),
        answers=referral.answers,
        submitted_at=referral.submitted_at,
        due_at=referral.due_at,
        conversation=referral.correlation_id,
        journey=referral.journey_id,
        sender=sender,
        receiver=receiver,
        site=site,
        use_case=use_case,
        enclosures=enclosures,
    )
