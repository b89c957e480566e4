"""For how many needs a service is: one that is for a single need is for that need above all."""

from collections.abc import Collection, Mapping
from uuid import UUID

from django.db.models import Count

from services_directory.board import Board
from services_directory.choices import Facet
from services_directory.models import Attribute


def breadth(board: Board) -> Mapping[UUID, int]:
    """Return the number of needs by the service's key; none for services without any."""
    return board.facts("breadth", _load)


def _load(keys: Collection[UUID] | None) -> dict[UUID, int]:
    rows = Attribute.objects.filter(taxonomy_term__taxonomy__key=Facet.NEED).order_by()
    if keys is not None:
        rows = rows.filter(service__in=keys)
    return dict(rows.values_list("service_id").annotate(number=Count("pk")))
