"""Rows that belong to one service: phones, contacts, times, prices, languages, areas."""

from services_directory.models import (
    Contact,
    CostOption,
    Language,
    Phone,
    Schedule,
    ServiceArea,
)
from services_directory.open_data.serialisers.values import Json, filled, key_within, text


def phone(phone: Phone) -> Json:
    return filled(
        id=str(phone.pk),
        service_id=str(phone.service_id),
        number=phone.number,
        description=phone.description,
    )


def contact(contact: Contact) -> Json:
    phones = [
        {
            "id": key_within(contact.pk, "phone"),
            "contact_id": str(contact.pk),
            "number": contact.number,
        }
    ]
    return filled(
        id=str(contact.pk),
        service_id=str(contact.service_id),
        name=contact.name,
        title=contact.title,
        email=contact.email,
        phones=phones if contact.number else [],
    )


def schedule(schedule: Schedule, places: dict[object, str]) -> Json:
    """Return a time. `places`: the key of the service at a location, by the location's key."""
    return filled(
        id=str(schedule.pk),
        service_id=str(schedule.service_id),
        location_id=text(schedule.location_id),
        service_at_location_id=places.get(schedule.location_id),
        valid_from=text(schedule.valid_from),
        valid_to=text(schedule.valid_to),
        dtstart=text(schedule.dtstart),
        freq=schedule.freq,
        interval=schedule.interval,
        byday=schedule.byday,
        description=schedule.description,
        opens_at=f"{schedule.opens_at:%H:%M:%S}",
        closes_at=f"{schedule.closes_at:%H:%M:%S}",
        attending_type=schedule.attending_type,
        fd_open_on_bank_holidays=schedule.open_on_bank_holidays or None,
    )


def cost_option(price: CostOption) -> Json:
    return filled(
        id=str(price.pk),
        service_id=str(price.service_id),
        valid_from=text(price.valid_from),
        valid_to=text(price.valid_to),
        option=price.option,
        currency=price.currency,
        amount=None if price.amount is None else float(price.amount),
        amount_description=price.amount_description,
    )


def language(language: Language) -> Json:
    return filled(
        id=str(language.pk),
        service_id=str(language.service_id),
        code=language.code,
        name=language.name,
        note=language.note,
    )


def service_area(area: ServiceArea) -> Json:
    """Return an area by its name; `fd_area_code` when it is one that decides what is shown."""
    return filled(
        id=str(area.pk),
        service_id=str(area.service_id),
        name=area.name,
        extent=area.extent or area.name,
        extent_type="text",
        fd_area_code=area.area.code if area.area else "",
    )
