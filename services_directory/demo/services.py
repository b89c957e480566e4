"""Services with everything that belongs to them, each left live with a published revision."""

from collections import defaultdict
from collections.abc import Callable
from datetime import date

from django.utils import timezone

from portal.places.models import Area
from portal.vocabulary import Mode
from services_directory.choices import ReferralRoute
from services_directory.demo.assurance import shifted
from services_directory.demo.bodies import Locations, Organizations
from services_directory.demo.parts import set_parts
from services_directory.demo.rows import Row, read, uuid_of
from services_directory.demo.terms import Terms
from services_directory.models import Service

SAY_EVERY = 50
_TEXTS = (
    "name", "summary", "description", "status", "url", "email", "cost", "application_process",
    "pathway", "eligibility_description", "assurer_role", "checked", "alert", "staff_phone",
    "staff_criteria", "internal_note",
)  # fmt: skip
_MODES = {mode.value: mode for mode in Mode}
_ROUTES = {route.value: route for route in ReferralRoute}
_FLAGS = ("national", "open_24_hours")


def load_services(
    organizations: Organizations,
    locations: Locations,
    terms: Terms,
    say: Callable[[str], None],
) -> int:
    """Make the services that are not there; return how many were made."""
    known = set(Service.objects.values_list("pk", flat=True))
    areas = {area.code: area for area in Area.objects.all()}
    schedules = _schedules_by_service()
    made = 0
    for row in read("services.csv"):
        key = row.text("key")
        if uuid_of("service", key) in known:
            continue
        service = _service(row, organizations)
        row.check(service)
        set_parts(service, row, schedules[key], locations, terms, areas)
        _publish(service)
        made += 1
        if made % SAY_EVERY == 0:
            say(f"  services: {made} …")
    return made


def _schedules_by_service() -> dict[str, list[Row]]:
    rows = defaultdict(list)
    for row in read("schedules.csv"):
        rows[row.text("service")].append(row)
    return rows


def _service(row: Row, organizations: Organizations) -> Service:
    routes = [row.known(name, _ROUTES) for name in row.many("referral_routes")]
    modes = [row.known(name, _MODES) for name in row.many("modes")]
    return Service(
        pk=uuid_of("service", row.text("key")),
        organization=row.one("organization", organizations),
        fees_description=row.text("cost_text"),
        minimum_age=row.number("minimum_age"),
        maximum_age=row.number("maximum_age"),
        wait_time=row.text("waiting_time"),
        wait_weeks=row.number("waiting_weeks"),
        wait_stated_on=_stated(row, "waiting_stated_on"),
        assured_date=_stated(row, "assured_date"),
        closed_from=row.day("closed_from"),
        closed_to=row.day("closed_to"),
        **{column: row.text(column) for column in _TEXTS},
        **{column: row.flag(column) for column in _FLAGS},
        **{f"mode_{mode}": True for mode in modes},
        **{f"referral_{route}": True for route in routes},
    )


def _stated(row: Row, column: str) -> date | None:
    """Return a day; for the fictional services, as far from today as it was from the writing.

    The national ones are real: when somebody looked at them is left as it was.
    """
    day = row.day(column)
    return day if row.flag("national") else shifted(day)


def _publish(service: Service) -> None:
    """Leave the service live with a published revision, without a signal for each.

    load_demo notes what refers to what, and makes the search index, once at the end.
    """
    service.live = True
    service.first_published_at = service.last_published_at = timezone.now()
    service.save()
    revision = service.save_revision(clean=False)
    service.live_revision = revision
    service.has_unpublished_changes = False
    service.save(update_fields=["live_revision", "has_unpublished_changes"])
