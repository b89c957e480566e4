"""Publish accepted facts, so that no older draft undoes them later."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from wagtail.models import Revision

from portal.people.models import User
from services_directory.assurance.proposals.applying import apply
from services_directory.assurance.proposals.states import changed, state_of
from services_directory.models import Service


def publish(service: Service, after: Mapping[str, Any], user: User, action: str) -> Service:
    """Publish the entry with the facts of `after`, as a revision with a log row; return it.

    What waits as a draft, or to be published at a set time, is written again with the accepted
    facts in it, so that publishing it later keeps them. Its review, if any, begins anew.
    """
    drafts = drafts_of(service)
    changing = service if service._state.adding else Service.objects.get(pk=service.pk)
    apply(changing, after)
    changing.go_live_at = None
    if changing._state.adding:
        changing.save()
    revision = changing.save_revision(user=user, clean=False)
    revision.publish(user=user, log_action=action, skip_permission_checks=True)
    for draft, go_live_at in drafts:
        merged = draft.as_object()
        apply(merged, after)
        merged.save_revision(
            user=user, clean=False, log_action=True, approved_go_live_at=go_live_at
        )
    return Service.objects.get(pk=changing.pk)


def drafts_of(service: Service) -> list[tuple[Revision, datetime | None]]:
    """Return what waits to be published, the oldest first, with the time set for it."""
    if service._state.adding:
        return []
    waiting = list(service.revisions.exclude(approved_go_live_at=None))
    if service.has_unpublished_changes and (latest := service.get_latest_revision()):
        waiting = [each for each in waiting if each.pk != latest.pk] + [latest]
    return [(each, each.approved_go_live_at) for each in waiting]


def changed_in_drafts(service: Service, after: Mapping[str, Any]) -> list[str]:
    """Return the facts of `after` for which a draft says neither what is live nor what is new."""
    now, facts = state_of(service), set()
    for draft, _ in drafts_of(service):
        says = state_of(draft.as_object())
        facts |= set(changed(says, after)) & set(changed(says, now))
    return [name for name in after if name in facts]
