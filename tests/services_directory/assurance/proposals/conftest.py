import pytest

from portal.people.models import User
from services_directory.models import Membership, Phone, Service
from tests.services_directory import build

WIDE_HOURS = {"start": 9, "end": 17}


@pytest.fixture
def service(db: None) -> Service:
    """An entry of the hospice with something of every kind."""
    made = build.service(
        name="Evening group",
        description="You meet others. We drink tea.",
        staff_phone="01632 960 900",
        staff_criteria="Criterion-X",
        internal_note="Note-X",
        cost="free",
    )
    Phone.objects.create(service=made, number="01632 960 001", description="Advice", sort_order=0)
    Phone.objects.create(service=made, number="01632 960 002", sort_order=1)
    build.opens(made, "TU", **WIDE_HOURS)
    build.covers(made, "east")
    build.place(made)
    made.save_revision().publish()
    return Service.objects.get(pk=made.pk)


@pytest.fixture
def member(partner: User, service: Service) -> User:
    """A partner's account that speaks for the hospice."""
    Membership.objects.create(user=partner, organization=service.organization)
    return partner
