"""Services, in a list and whole, and services at locations."""

from django.utils import timezone

from services_directory.choices import Cost, Status
from services_directory.models import Service, ServiceAtLocation
from services_directory.open_data.serialisers import parts
from services_directory.open_data.serialisers.locations import location_full, location_item
from services_directory.open_data.serialisers.organizations import (
    organization_full,
    organization_item,
)
from services_directory.open_data.serialisers.taxonomies import attribute
from services_directory.open_data.serialisers.values import Json, filled, moment, text, uri
from services_directory.open_data.wholes import WholePlace, WholeRow, WholeService


def service_minimal(service: Service) -> Json:
    return {"id": str(service.pk), "modified_date": moment(service.last_modified)}


def service_named(service: Service) -> Json:
    """Return what tells a service from others of its organization."""
    return _named(_standard_fields(service)) | {"id": str(service.pk)}


def service_item(service: Service) -> Json:
    """Return the fields of one service, with the organization that gives it."""
    return (
        _standard_fields(service)
        | _own_fields(service)
        | {"organization": organization_item(service.organization)}
    )


def service_full(whole: WholeService) -> Json:
    """Return the service with everything that belongs to it."""
    service = whole.service
    places: dict[object, str] = {p.row.location_id: str(p.row.pk) for p in whole.places}
    return service_item(service) | filled(
        organization=organization_full(service.organization, whole.identifiers),
        phones=[parts.phone(each) for each in whole.phones],
        contacts=[parts.contact(each) for each in whole.contacts],
        schedules=[parts.schedule(each, places) for each in whole.schedules],
        cost_options=[parts.cost_option(each) for each in whole.cost_options],
        languages=[parts.language(each) for each in whole.languages],
        service_areas=[parts.service_area(each) for each in whole.service_areas],
        attributes=[attribute(each) for each in whole.attributes],
        service_at_locations=[_place(each) for each in whole.places],
    )


def service_at_location_item(row: ServiceAtLocation) -> Json:
    """Return one service at one place, without what hangs on either.

    `name` and `status` are the service's: one of the two published texts of the standard checks
    this answer as if it were a service.
    """
    service, private = service_item(row.service), row.location.is_confidential
    return _link(row, private=private) | _named(service) | {
        "location": location_item(row.location, private=private),
        "service": service,
    }  # fmt: skip


def service_at_location_full(whole: WholeRow) -> Json:
    """Return one service at one place, with all that hangs on both."""
    place, service = whole.place, service_full(whole.service)
    link = _link(place.row, private=place.is_confidential)
    return link | _named(service) | {"location": location_full(place), "service": service}


def _standard_fields(service: Service) -> Json:
    closed = service.is_closed_on(timezone.localdate())
    return filled(
        id=str(service.pk),
        organization_id=str(service.organization_id),
        name=service.name,
        description=service.description,
        url=uri(service.url),
        email=service.email,
        status=str(Status.TEMPORARILY_CLOSED if closed else Status.ACTIVE),
        fees=str(Cost(service.cost).label) if service.cost else "",
        fees_description=service.fees_description,
        application_process=service.application_process,
        eligibility_description=service.eligibility_description,
        minimum_age=service.minimum_age,
        maximum_age=service.maximum_age,
        wait_time=_wait_time(service),
        assured_date=text(service.assured_date),
        assurer_email=service.organization.assurer_email,
        alert=service.alert,
        last_modified=moment(service.last_modified),
    )


def _own_fields(service: Service) -> Json:
    """What the public sees and no published standard has a name for."""
    return filled(
        fd_summary=service.summary,
        fd_cost=service.cost,
        fd_modes=[mode.value for mode in service.modes],
        fd_referral_routes=[route.value for route in service.referral_routes],
        fd_national=service.national or None,
        fd_open_24_hours=service.open_24_hours or None,
        fd_closed_from=text(service.closed_from),
        fd_closed_to=text(service.closed_to),
        fd_wait_weeks=service.wait_weeks,
        fd_wait_stated_on=text(service.wait_stated_on),
        fd_assurer_role=service.assurer_role,
        fd_checked=service.checked,
    )


def _wait_time(service: Service) -> str:
    """A waiting time nobody has dated is not given, as on the entry page."""
    if service.wait_stated_on is None:
        return ""
    if service.wait_time or service.wait_weeks is None:
        return service.wait_time
    return f"{service.wait_weeks} week{'' if service.wait_weeks == 1 else 's'}"


def _link(row: ServiceAtLocation, *, private: bool) -> Json:
    return filled(
        id=str(row.pk),
        service_id=str(row.service_id),
        location_id=str(row.location_id),
        description="" if private else row.description,
    )


def _place(place: WholePlace) -> Json:
    link = _link(place.row, private=place.is_confidential)
    return link | {"location": location_full(place)}


def _named(service: Json) -> Json:
    return {"name": service["name"], "status": service["status"]}
