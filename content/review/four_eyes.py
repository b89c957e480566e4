"""Four eyes: nothing reaches the public that only its author has read.

Pages are published by approval in the workflow and in no other way, and nobody approves what they
wrote themselves. Superusers are the way out in an emergency; Wagtail logs what they do.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from wagtail.models import Page, PagePermissionTester, Revision

_approving: ContextVar[bool] = ContextVar("approving", default=False)


@contextmanager
def approval() -> Iterator[None]:
    """While it lasts, the user may publish: a second person has read the page."""
    token = _approving.set(True)
    try:
        yield
    finally:
        _approving.reset(token)


class FourEyesPermissions(PagePermissionTester):
    """As Wagtail's, but publishing straight from the editor is for nobody's role."""

    def can_publish(self) -> bool:
        return bool((self.user.is_superuser or _approving.get()) and super().can_publish())

    def can_publish_subpage(self) -> bool:
        return bool(self.user.is_superuser and super().can_publish_subpage())


def wrote_unpublished_edit(user: Any, page: Page) -> bool:
    """Say whether `user` saved any revision of `page` since the one that readers see."""
    edits = Revision.objects.for_instance(page).filter(user_id=user.pk)
    if page.live_revision_id:
        edits = edits.filter(created_at__gt=page.live_revision.created_at)
    return edits.exists()
