"""Who may come in, and to which entries: a partner's account only to its own organisations'."""

from django.db.models import QuerySet
from django.http import Http404

from portal.people.models import User
from services_directory.assurance.proposals.queries import of_partner
from services_directory.models import Organization, Service

PROPOSE = "services_directory.propose_changeproposal"
DECIDE = "services_directory.decide_changeproposal"


def organizations_of(user: User) -> QuerySet[Organization]:
    """Return the organisations for which the account may speak."""
    return Organization.objects.filter(memberships__user=user)


def own_service(user: User, pk: object) -> Service:
    """Return an entry of the user's organisations; raise Http404 for any other."""
    service = of_partner(organizations_of(user)).with_everything().filter(pk=pk).first()
    if service is None:
        raise Http404("None of your organisations has this entry.")
    return service
