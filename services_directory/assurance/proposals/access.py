"""Who may come in, and to which entries: a partner's account only to its own organisations'."""

from collections.abc import Callable

from django.contrib.auth.decorators import login_required, permission_required
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse

from portal.people.models import User
from services_directory.assurance.proposals.queries import of_partner
from services_directory.models import Organization, Service

PROPOSE = "services_directory.propose_changeproposal"
DECIDE = "services_directory.decide_changeproposal"
View = Callable[..., HttpResponse]


def needs(permission: str) -> Callable[[View], View]:
    """Open the view only to signed-in users with the permission."""

    def decorate(view: View) -> View:
        return login_required(permission_required(permission, raise_exception=True)(view))

    return decorate


def actor(request: HttpRequest) -> User:
    """Return who acts; `needs` has let in only signed-in users."""
    assert isinstance(request.user, User)  # noqa: S101
    return request.user


def organizations_of(user: User) -> QuerySet[Organization]:
    """Return the organisations for which the account may speak."""
    return Organization.objects.filter(memberships__user=user)


def own_service(user: User, pk: object) -> Service:
    """Return an entry of the user's organisations; raise Http404 for any other."""
    service = of_partner(organizations_of(user)).with_everything().filter(pk=pk).first()
    if service is None:
        raise Http404("None of your organisations has this entry.")
    return service
