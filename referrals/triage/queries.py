"""What the queue shows. Each listing asks the database a fixed number of questions."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Case, Count, Q, QuerySet, Value, When

from portal.people.models import User
from portal.places.models import Area
from portal.places.queries import area_chain
from referrals.exchange.inbound.staff.news import has_news
from referrals.models import AuditEvent, Decision, Referral
from referrals.pathways import pathway_at

UNDECIDED, MINE, UNOWNED, LATE, DECIDED = "undecided", "mine", "unowned", "late", "decided"
NEWS = "news"
VIEWS = {
    UNDECIDED: "Undecided",
    MINE: "Mine",
    UNOWNED: "Nobody’s yet",
    LATE: "Late",
    DECIDED: "Decided",
    NEWS: "Changed by sender",
}


@dataclass(frozen=True)
class ServiceChoice:
    """A service to which a referral can be sent on."""

    id: str
    name: str


def in_view(name: str, user: User, now: datetime) -> QuerySet[Referral]:
    """Return the referrals of a view, in the order in which they need somebody.

    First what must be read before all else and has no band yet, then what is late, then what has
    no band, then the rest by the time due.

    Everything is either undecided or decided; the other views narrow the undecided, but for what
    senders changed or withdrew since anybody read it, decided or not.
    """
    rows = Referral.objects.filter(_conditions(user, now)[name]).select_related("owner")
    if name == DECIDED:
        return rows.order_by("-decided_at", "pk")
    turn = Case(
        When(band="", read_first=True, then=Value(0)),
        When(due_at__lt=now, then=Value(1)),
        When(band="", then=Value(2)),
        default=Value(3),
    )
    return rows.order_by(turn, "due_at", "pk")


def counts(user: User, now: datetime) -> dict[str, int]:
    """Return how many referrals each view has, in one query."""
    wanted = _conditions(user, now)
    return Referral.objects.aggregate(
        **{name: Count("pk", filter=condition) for name, condition in wanted.items()}
    )


def area_names() -> dict[str, str]:
    """Return code -> name of all areas."""
    return dict(Area.objects.values_list("code", "name"))


def decisions_of(referral: Referral) -> list[Decision]:
    """Return the decisions, the oldest first, with who made them."""
    return list(referral.decisions.select_related("decided_by"))


def events_of(referral: Referral) -> list[AuditEvent]:
    """Return what was done, the newest first, with who did it."""
    return list(AuditEvent.objects.filter(referral=referral).select_related("actor"))


def trail() -> QuerySet[AuditEvent]:
    """Return the whole audit trail, the newest first."""
    return AuditEvent.objects.select_related("actor")


def services_to_offer(referral: Referral) -> list[ServiceChoice]:
    """Return services that meet one of the pathway's needs where the person lives, by name."""
    from services_directory.queries import services_for_need  # late: one arrow, on demand

    pathway = pathway_at(referral.pathway_slug, referral.pathway_version)
    area = Area.objects.filter(code=referral.area_code).select_related("parent__parent__parent")
    codes = area_chain(area.first())
    found = {
        row.id: ServiceChoice(row.id, f"{row.name} ({row.provider})")
        for need in pathway.needs
        for row in services_for_need(need, codes, limit=30)
    }
    return sorted(found.values(), key=lambda each: each.name)


def _conditions(user: User, now: datetime) -> dict[str, Q]:
    undecided = Q(decided_at=None)
    return {
        UNDECIDED: undecided,
        MINE: undecided & Q(owner=user),
        UNOWNED: undecided & Q(owner=None),
        LATE: undecided & Q(due_at__lt=now),
        DECIDED: ~undecided,
        NEWS: has_news(),
    }
