"""The keys of all that fits a question, kept by the board until the directory changes."""

from collections.abc import Callable
from dataclasses import replace
from operator import attrgetter
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from services_directory.board import Board, bits, current
from services_directory.board.keys import Keys
from services_directory.finder import near, reach
from services_directory.models import Organization, Service, ServiceAtLocation
from services_directory.open_data import filters
from services_directory.open_data.parameters import Asked

METRES_PER_KM = 1000


def services(asked: Asked) -> Keys:
    return _kept("services", asked, _services)


def service_at_locations(asked: Asked) -> Keys:
    return _kept("service_at_locations", asked, _service_at_locations)


def organizations(asked: Asked) -> Keys:
    return _kept("organizations", asked, lambda board, asked: _keys(_organizations(asked)))


def _kept(name: str, asked: Asked, find: Callable[[Board, Asked], list[UUID]]) -> Keys:
    """How the answer is cut into pages and written makes no other question."""
    board, question = current(), replace(asked, page=1, per_page=1, ndjson=False)
    question = replace(question, minimal=False, full=False, full_service=False)
    return board.remember("answers", (name, question), lambda: Keys(find(board, question)))


def _services(board: Board, asked: Asked) -> list[UUID]:
    found = board.bits_of(_changed_and_matching(asked)) if asked.narrows else board.everyone
    if asked.place:
        found &= reach.covering(board, asked.place)
    if asked.place and asked.proximity is not None:
        found &= near.within(board, asked.place, asked.proximity / METRES_PER_KM)
    return sorted(board.keys_of(bits.places(found)), key=attrgetter("int"))


def _changed_and_matching(asked: Asked) -> QuerySet[Service, UUID]:
    found = filters.matching(asked)
    if asked.modified_after:
        found = found.filter(last_modified__gte=asked.modified_after)
    return found.order_by().values_list("pk", flat=True)


def _service_at_locations(board: Board, asked: Asked) -> list[UUID]:
    fitting = filters.matching(asked).order_by().values("pk")
    found = ServiceAtLocation.objects.filter(service__in=fitting)
    if asked.place and asked.proximity is not None:
        found = filters.near(found, asked.place, asked.proximity / METRES_PER_KM)
    if since := asked.modified_after:
        changed = Q(service__last_modified__gte=since) | Q(location__last_modified__gte=since)
        found = found.filter(changed)
    if asked.place is None:
        return _keys(found)
    shown = set(board.keys_of(bits.places(reach.covering(board, asked.place))))
    rows = found.order_by("pk").values_list("pk", "service_id")
    return [key for key, service in rows if service in shown]


def _organizations(asked: Asked) -> QuerySet[Organization]:
    """Return the organizations that have a public service."""
    public = Service.objects.public().filter(organization=OuterRef("pk"))
    found = Organization.objects.filter(Exists(public)).filter(filters.says(asked.search))
    return found.filter(pk=asked.organization_id) if asked.organization_id else found


def _keys(rows: QuerySet) -> list[UUID]:
    return list(rows.order_by("pk").values_list("pk", flat=True))
