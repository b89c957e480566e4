"""What is proposed, waits and was decided."""

from django.db.models import Count, Prefetch, Q, QuerySet

from services_directory.choices import Decision, Status
from services_directory.models import ChangeProposal, Organization, Service
from services_directory.models.querysets import ServiceQuerySet

NEWEST = "newest_proposals"


def of_partner(organizations: QuerySet[Organization]) -> ServiceQuerySet:
    """Return the published entries of these organisations, but for those that have ended."""
    found = Service.objects.filter(organization__in=organizations, live=True)
    return found.exclude(status=Status.DEFUNCT).select_related("organization", "feed")


def with_proposals(services: ServiceQuerySet) -> ServiceQuerySet:
    """Fetch the proposals of each entry too, the newest first, as `newest_proposals`."""
    newest = ChangeProposal.objects.select_related("proposed_by").order_by("-proposed_at")
    return services.prefetch_related(Prefetch("change_proposals", newest, to_attr=NEWEST))


def open_for(service: Service) -> ChangeProposal | None:
    """Return the proposal that waits for a decision: there is one for an entry at most."""
    return service.change_proposals.filter(decided_at=None).first()


def newest_for(service: Service) -> ChangeProposal | None:
    """Return the last proposal, decided or not."""
    return service.change_proposals.order_by("-proposed_at").first()


def new_entries(organizations: QuerySet[Organization]) -> QuerySet[ChangeProposal]:
    """Return proposed entries that wait or were returned, the oldest first."""
    undecided = Q(decided_at=None) | Q(decision=Decision.RETURNED)
    found = ChangeProposal.objects.filter(undecided, service=None, organization__in=organizations)
    return found.select_related("organization")


def waiting() -> QuerySet[ChangeProposal]:
    """Return what waits for a decision, the oldest first."""
    return _told().filter(decided_at=None)


def waiting_count() -> int:
    """Return how many wait."""
    return ChangeProposal.objects.filter(decided_at=None).count()


def decided() -> QuerySet[ChangeProposal]:
    """Return what was decided, the newest first."""
    return _told().exclude(decided_at=None).order_by("-decided_at", "pk")


def counts() -> dict[str, int]:
    """Return how many wait and how many were decided."""
    return ChangeProposal.objects.aggregate(
        waiting=Count("pk", filter=Q(decided_at=None)),
        decided=Count("pk", filter=~Q(decided_at=None)),
    )


def _told() -> QuerySet[ChangeProposal]:
    return ChangeProposal.objects.select_related(
        "service", "organization", "proposed_by", "decided_by"
    )
