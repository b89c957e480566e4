"""Who may keep the directory true: those who may publish entries.

Triage reads the directory and not these lists: they hold what the public wrote to its editors.
"""

from collections.abc import Callable

from django.contrib.auth.decorators import login_required, permission_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache

from portal.people.models import User

MAY_KEEP = "services_directory.publish_service"
View = Callable[..., HttpResponse]


def needs(permission: str) -> Callable[[View], View]:
    """Open the view only to signed-in users with the permission, and let nobody store it."""

    def decorate(view: View) -> View:
        guarded = permission_required(permission, raise_exception=True)(view)
        return never_cache(login_required(guarded))

    return decorate


keepers_only = needs(MAY_KEEP)


def actor(request: HttpRequest) -> User:
    """Return who acts; `needs` has let in only signed-in users."""
    assert isinstance(request.user, User)  # noqa: S101
    return request.user
