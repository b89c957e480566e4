"""Write drafts: records and the rows that belong to them, many in a statement, each by its key."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID, uuid5

from django.db import models
from django.utils import timezone
from wagtail.search.backends import get_search_backend

from services_directory.imports import history
from services_directory.imports.current import Current
from services_directory.imports.draft import Draft
from services_directory.imports.findings import Finding
from services_directory.imports.records import Json
from services_directory.imports.shapes import SHAPES, PartShape
from services_directory.models import Feed, Location, Organization, Service


def write(kind: str, findings: Sequence[Finding], by: history.By) -> None:
    """Write a chunk of new and changed records of one kind, with the entries of their history."""
    if not findings:
        return
    shape = SHAPES[kind]
    made = [_record(each, by.run.feed) for each in findings]
    for part in shape.parts:
        _write_parts(part, findings)
    if kind == "location":
        _set_public_points(made, findings)
    fields = [*shape.fields, *(["last_modified"] if hasattr(made[0], "last_modified") else [])]
    extra = ["public_latitude", "public_longitude"] if kind == "location" else []
    shape.model._default_manager.bulk_create(
        made, update_conflicts=True, unique_fields=["id"], update_fields=fields + extra
    )
    _index(shape.model, made)
    if kind == "service":
        _show_checked(findings)
    new = [each for each, finding in zip(made, findings, strict=True) if finding.stored is None]
    old = [each for each, finding in zip(made, findings, strict=True) if finding.stored]
    history.record(new, by, history.MADE)
    history.record(old, by, history.CHANGED)


def _index(model: type[models.Model], made: Sequence[Any]) -> None:
    """Let the lists of Wagtail's admin find the records by name."""
    if model is Service:  # the provider's name is part of what is found
        bodies = Organization.objects.in_bulk({each.organization_id for each in made})
        for each in made:
            each.organization = bodies[each.organization_id]
    get_search_backend().add_bulk(model, made)


def _show_checked(findings: Sequence[Finding]) -> None:
    """Show again what was hidden for want of a check, when the feed tells of a new one."""
    checked = [
        each.draft.key
        for each in findings
        if any(found["field"] == "assured_date" and found["after"] for found in each.differences)
    ]
    Service.objects.filter(pk__in=checked).update(hidden_since=None, overdue_since=None)


def _record(finding: Finding, feed: Feed) -> Any:
    """Return the record whole: what an import does not set is only written when it is new."""
    made: Any = SHAPES[finding.draft.kind].model(pk=finding.draft.key, **finding.draft.values)
    if hasattr(made, "feed_id"):
        made.feed = feed
    if isinstance(made, Service):
        made.live, made.has_unpublished_changes = True, False
        made.first_published_at = made.last_published_at = timezone.now()
    return made


def _write_parts(part: PartShape, findings: Sequence[Finding]) -> None:
    """Keep rows by their keys: change what changed, add what is new, delete what is gone."""
    wanted: list[tuple[UUID, int, Json]] = []
    unwanted: list[UUID] = []
    for each in findings:
        stored = each.stored.parts[part.relation] if each.stored else []
        rows = matched(part, each.draft, each.stored)
        keys = {row["id"] for row in rows}
        unwanted += [row["id"] for row in stored if row["id"] not in keys]
        wanted += [(each.draft.key, place, row) for place, row in enumerate(rows)]
    part.model._default_manager.filter(pk__in=unwanted).delete()
    _avoid_others(part, wanted)
    owner = f"{part.owner}_id"
    made = [part.model(**{owner: key, "sort_order": place}, **row) for key, place, row in wanted]
    part.model._default_manager.bulk_create(
        made, update_conflicts=True, unique_fields=["id"],
        update_fields=["sort_order", *part.fields],
    )  # fmt: skip


def matched(part: PartShape, draft: Draft, stored: Current | None) -> list[Json]:
    """Return the draft's rows, each under the key of the stored row that it is.

    It is the same when its key is, or what `natural` names, or all that it says.
    """
    rows = draft.parts.get(part.relation, [])
    left = {row["id"]: row for row in stored.parts[part.relation]} if stored else {}
    if not left:
        return rows
    found: dict[int, UUID] = {}
    for same in _WAYS:
        for place, row in enumerate(rows):
            if place not in found:
                key = next((key for key, old in left.items() if same(part, row, old)), None)
                if key is not None:
                    found[place] = key
                    del left[key]
    return [row | {"id": found.get(place, row["id"])} for place, row in enumerate(rows)]


def _by_nature(part: PartShape, row: Json, old: Json) -> bool:
    return bool(part.natural) and row[part.natural] == old[part.natural]


def _by_key(part: PartShape, row: Json, old: Json) -> bool:
    return not part.natural and bool(row["id"] == old["id"])


def _by_words(part: PartShape, row: Json, old: Json) -> bool:
    return all(row[name] == old[name] for name in part.fields)


_WAYS = (_by_nature, _by_key, _by_words)


def _avoid_others(part: PartShape, wanted: list[tuple[UUID, int, Json]]) -> None:
    """Give a row another key when its own is that of somebody else's row."""
    owner = f"{part.owner}_id"
    keys = [row["id"] for _, _, row in wanted]
    there = part.model._default_manager.filter(pk__in=keys).values_list("pk", owner)
    owners: dict[Any, Any] = dict(there)
    for key, _, row in wanted:
        if owners.setdefault(row["id"], key) != key:
            row["id"] = uuid5(key, str(row["id"]))


def _set_public_points(made: list[Any], findings: Sequence[Finding]) -> None:
    """Round the coordinates of places whose address is confidential."""
    for location, finding in zip(made, findings, strict=True):
        assert isinstance(location, Location)  # noqa: S101
        private = any(row["confidential"] for row in finding.draft.parts["addresses"])
        location.set_public_point(private)
