"""How two entries that may be one are shown."""

from dataclasses import dataclass

from services_directory.models import DuplicateProposal, Service


@dataclass(frozen=True)
class PairLine:
    """A pair in a list; `percent` is how alike they are."""

    proposal: DuplicateProposal
    first_owner: str
    second_owner: str
    reasons: str
    percent: int
    decision: str


def line(proposal: DuplicateProposal) -> PairLine:
    return PairLine(
        proposal,
        owner_of(proposal.first),
        owner_of(proposal.second),
        ", ".join(proposal.reasons),
        round(proposal.likeness * 100),
        _decision(proposal),
    )


def owner_of(service: Service, ours: str = "Kept here") -> str:
    return service.feed.name if service.feed else ours


def facts(proposal: DuplicateProposal) -> list[tuple[str, str, str]]:
    """Return (what, in the first, in the second), the facts by which people tell."""
    rows = zip(_facts(proposal.first), _facts(proposal.second), strict=True)
    return [(label, one, other) for (label, one), (_, other) in rows]


def _facts(service: Service) -> list[tuple[str, str]]:
    places = [each.location for each in service.service_at_locations.all()]
    addresses = [str(each) for place in places for each in place.addresses.all()]
    return [
        ("Kept by", owner_of(service)),
        ("Provider", service.organization.name),
        ("Summary", service.summary),
        ("Phones", "\n".join(each.number for each in service.phones.all())),
        ("E-mail", service.email),
        ("Web page", service.url),
        ("Addresses", "\n".join(addresses)),
        ("Areas", "\n".join(each.name for each in service.service_areas.all())),
        ("Checked", f"{service.assured_date:%-d %B %Y}" if service.assured_date else ""),
        ("State", "Published" if service.live else "Not published"),
    ]


def _decision(proposal: DuplicateProposal) -> str:
    if proposal.decided_at is None:
        return ""
    return "The same" if proposal.same else "Two different services"
