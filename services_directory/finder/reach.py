"""The coverage rule on the board, for all services at once; coverage.py has it for one."""

from django.db.models import Q

from portal.places.queries import Place
from services_directory.board import Board
from services_directory.finder.coverage import NEAR_KM
from services_directory.finder.near import within
from services_directory.models import ServiceArea


def national(board: Board) -> int:
    return board.members("national", Q(national=True))


def covering(board: Board, place: Place) -> int:
    """Return the services that show for the place."""
    areas = ServiceArea.objects.filter(area__isnull=False).values("service")
    of_an_area = board.members("of an area", Q(pk__in=areas))
    remote = board.members("remote", Q(mode_phone=True) | Q(mode_online=True))
    not_contradicted = (remote | near(board, place)) & ~of_an_area
    return national(board) | covers(board, place) | not_contradicted


def covers(board: Board, place: Place) -> int:
    """Return the services whose area holds the place."""
    areas = ServiceArea.objects.filter(area__code__in=place.area_codes).order_by()
    return board.remember(
        "covers",
        place.area_codes,
        lambda: board.bits_of(areas.values_list("service_id", flat=True)),
    )


def near(board: Board, place: Place) -> int:
    """Return the services with a place near enough to be from here."""
    return board.remember("near", place, lambda: within(board, place, NEAR_KM))


def reachable(board: Board, place: Place, limit_km: float) -> int:
    """Return the services with a place inside the limit, and those that need no journey."""
    no_journey = Q(mode_phone=True) | Q(mode_online=True) | Q(mode_home_visit=True)
    without = board.members("no journey", no_journey)
    return national(board) | without | within(board, place, limit_km)
