"""Places. A confidential one shows its outward code and rounded coordinates, nothing nearer."""

from services_directory.models import Accessibility, Address, Location
from services_directory.open_data.serialisers.values import Json, filled, uri
from services_directory.open_data.wholes import WholePlace

PRIVATE_NAME = "A private address"
PRIVATE_LINE = "Not published"
_REQUIRED = ("address_1", "city", "state_province", "postal_code", "country", "address_type")


def location_item(location: Location, *, private: bool) -> Json:
    """Return the fields of one place without its addresses; `private` when one of them is."""
    return filled(
        id=str(location.pk),
        location_type=location.location_type,
        name=PRIVATE_NAME if private else location.name,
        description="" if private else location.description,
        transportation="" if private else location.transportation,
        latitude=location.public_latitude,
        longitude=location.public_longitude,
        fd_confidential=private or None,
    )


def location_full(place: WholePlace) -> Json:
    """Return the place with its addresses and what helps people to use it."""
    private = place.is_confidential
    show = _private_address if private else _address
    return location_item(place.row.location, private=private) | filled(
        addresses=[show(each) for each in place.addresses],
        accessibility=[_accessibility(each, private=private) for each in place.accessibility],
    )


def _address(address: Address) -> Json:
    """What the standard requires is there, though it be empty: a feed may not have said it."""
    return filled(
        id=str(address.pk),
        location_id=str(address.location_id),
        attention=address.attention,
        address_2=address.address_2,
    ) | {name: getattr(address, name) for name in _REQUIRED}


def _private_address(address: Address) -> Json:
    """The standard requires a line, a town and a county: they say that they are not given."""
    return {
        "id": str(address.pk),
        "location_id": str(address.location_id),
        "address_1": PRIVATE_LINE,
        "city": PRIVATE_LINE,
        "state_province": PRIVATE_LINE,
        "postal_code": address.outcode,
        "country": address.country,
        "address_type": address.address_type,
    }


def _accessibility(access: Accessibility, *, private: bool) -> Json:
    """In private free words and links are left out: they might name the place."""
    return filled(
        id=str(access.pk),
        location_id=str(access.location_id),
        description=access.description,
        details="" if private else access.details,
        url="" if private else uri(access.url),
    )
