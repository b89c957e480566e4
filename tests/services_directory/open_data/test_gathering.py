"""What hangs on a service comes in one order, on every database and whenever it is asked for."""

import pytest

from services_directory import models as m
from services_directory.open_data.gathering import whole_services
from tests.services_directory.open_data.conftest import whole_service

pytestmark = pytest.mark.django_db
PARTS = {
    "phones": m.Phone, "contacts": m.Contact, "schedules": m.Schedule, "languages": m.Language,
    "cost_options": m.CostOption, "service_areas": m.ServiceArea,
}  # fmt: skip


def gathered(service: m.Service) -> dict[str, list]:
    """Return the keys of the parts by their names, as they are gathered."""
    (whole,) = whole_services([service])
    found = {name: [part.pk for part in getattr(whole, name)] for name in PARTS}
    found["attributes"] = [tag.key for tag in whole.attributes]
    return found | {"places": [place.row.pk for place in whole.places]}


def test_parts_come_as_editors_ordered_them_and_those_alike_by_key():
    service = whole_service(parts=3)
    kinds = PARTS | {"attributes": m.Attribute, "places": m.ServiceAtLocation}
    keys = {
        name: sorted((part.pk for part in kind.objects.filter(service=service)), reverse=True)
        for name, kind in kinds.items()
    }
    for name, kind in kinds.items():
        for order, key in enumerate(keys[name]):
            kind.objects.filter(pk=key).update(sort_order=order)
    assert gathered(service) == keys
    for kind in kinds.values():
        kind.objects.update(sort_order=0)
    assert gathered(service) == {name: sorted(found) for name, found in keys.items()}
