from datetime import UTC, date, datetime

import pytest

from services_directory.models import (
    Contact,
    CostOption,
    Language,
    OrganizationIdentifier,
    Phone,
    Service,
    ServiceArea,
)
from tests.services_directory import build


def whole_service(name: str = "Evening group", parts: int = 1) -> Service:
    """A service with every field filled and so many rows of each part."""
    made = build.service(
        name,
        organization=build.organization(
            email="hello@hospice.example", website="https://hospice.example/",
            phone="01632 960 100", assurer_email="directory@hospice.example",
        ),
        url="https://hospice.example/group", email="group@hospice.example", cost="donation",
        fees_description="Give what you like.", application_process="Ring us.\nWe ring back.",
        eligibility_description="Anyone who grieves.", minimum_age=18, maximum_age=99,
        wait_weeks=3, wait_stated_on=date(2026, 11, 4), assured_date=date(2026, 11, 9),
        assurer_role="Partnerships lead", checked="Times", alert="New door.", referral_self=True,
        staff_phone="01632 960 999", staff_criteria="SECRET criteria", internal_note="SECRET note",
    )  # fmt: skip
    for number in range(parts):
        Phone.objects.create(service=made, number=f"01632 960 00{number}", description="Office")
        Contact.objects.create(
            service=made, name="The office", title="Office", number="01632 960 009",
            email="office@hospice.example",
        )  # fmt: skip
        Language.objects.create(service=made, code=["pl", "ur", "cy"][number], note="By phone")
        CostOption.objects.create(service=made, option=f"Ticket {number}", amount="2.50")
        build.opens(made, location=build.place(made))
        build.covers(made, ["east", "west", "north"][number])
        build.tag(made, "need", f"{made.pk.hex[:6]}-{number}")
    ServiceArea.objects.create(service=made, extent="Near the river")
    OrganizationIdentifier.objects.get_or_create(
        organization=made.organization, identifier_scheme="GB-CHC", identifier="1234567"
    )
    return made


@pytest.fixture
def whole(db) -> Service:
    return whole_service()


def set_modified(service: Service, day: int) -> None:
    """Pretend the service was last changed at noon UTC on that day of November 2026."""
    moment = datetime(2026, 11, day, 12, tzinfo=UTC)
    Service.objects.filter(pk=service.pk).update(last_modified=moment)
