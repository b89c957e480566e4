"""Who may come in: the sign-in page for nobody known, a refusal for the wrong role."""

from collections.abc import Callable

from django.contrib.auth.decorators import login_required, permission_required
from django.http import HttpRequest, HttpResponse

from portal.people.models import User
from referrals.journey.private import private

READ = "referrals.view_referral"
CHANGE = "referrals.change_referral"
KEEP_RECORDS = "referrals.view_deletioncertificate"
READ_AUDIT = "referrals.view_auditevent"


def needs(permission: str) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """Open the view only to those with the permission, and let nothing of it be cached."""

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        guarded = permission_required(permission, raise_exception=True)(view)
        return private(login_required(guarded))

    return decorate


def actor(request: HttpRequest) -> User:
    """Return who acts; `needs` has let in only signed-in users."""
    assert isinstance(request.user, User)  # noqa: S101
    return request.user
