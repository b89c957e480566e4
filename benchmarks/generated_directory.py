"""A directory of any size, always the same for a size: a made-up country of 200 districts.

The land does not grow with the number of services; its districts fill up.
"""

import random
from collections.abc import Iterator
from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Model

from portal.places.models import Area, Postcode
from services_directory import models as m
from services_directory.demo.terms import load_terms

BATCH = 2_000
DISTRICTS = 200
ACROSS = 10  # districts in a row from west to east
SOUTH, WEST, HIGH, WIDE = 50.5, -4.5, 0.28, 0.55  # degrees; of one district
FIRST_DAY = date(2026, 1, 1)
TEXT = (
    "people who grieve can meet others after a death and talk with a trained volunteer about "
    "what happened when they are ready nurses visit at home to help with pain breathlessness and "
    "worry carers get a break for an afternoon or a night we answer the phone and tell you what "
    "to do next children and young people draw play and ask in their own words ring first if you "
    "use a wheelchair so that we can keep a place by the door tea is free and dogs are welcome "
    "medicines equipment and forms are explained in plain words by somebody who has done it often"
)
WORDS = TEXT.split()
KINDS = (
    "Bereavement group", "Evening group", "Carers' café", "Hospice at home", "Night sitting",
    "Advice line", "Counselling", "Children's group", "Equipment loan", "Wellbeing day",
    "Walk and talk", "Benefits advice", "Symptom clinic", "Music and memory", "Respite stay",
)  # fmt: skip
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "MO,TU,WE,TH,FR", "MO,WE,FR", "TU,TH", "SA,SU")
LANGUAGES = ("pl", "ur", "pa", "bn", "bfi", "cy", "ar", "ro", "gu", "so")
MODES = ("mode_in_person", "mode_phone", "mode_online", "mode_home_visit")
ROUTES = ("referral_self", "referral_family", "referral_professional", "referral_gp")
COSTS = ("free", "free", "free", "donation", "means_tested", "paid", "")


def generate(count: int) -> None:
    """Fill an empty, migrated database with so many services."""
    make = _Maker(count)
    with transaction.atomic():
        make.land()
        for start in range(0, count, BATCH):
            make.services(range(start, min(start + BATCH, count)))


class _Maker:
    def __init__(self, count: int) -> None:
        self.count = count
        self.chance = random.Random(count)
        self.terms = list(load_terms().values())
        self.areas: list[Area] = []
        self.bodies: list[m.Organization] = []

    def land(self) -> None:
        """Make districts with their postcodes, and the organisations."""
        country = Area.objects.create(code="made-up-land", name="Made-up Land", kind="country")
        for number in range(DISTRICTS):
            name = f"District {number}"
            kind = Area.Kind.COUNCIL
            self.areas.append(Area(code=f"d-{number}", name=name, kind=kind, parent=country))
        self.areas = Area.objects.bulk_create(self.areas)
        Postcode.objects.bulk_create([self._postcode(at) for at in range(DISTRICTS)])
        bodies = [self._body(at) for at in range(max(1, self.count // 5))]
        self.bodies = m.Organization.objects.bulk_create(bodies, BATCH)

    def services(self, numbers: range) -> None:
        """Make services with everything that hangs on them."""
        made = [self._service(number) for number in numbers]
        m.Service.objects.bulk_create(made, BATCH)
        rows: dict[type[Model], list[Any]] = {}
        for service in made:
            for part in self._parts(service):
                rows.setdefault(type(part), []).append(part)
        for model in sorted(rows, key=lambda model: model is not m.Location):  # places first
            model._default_manager.bulk_create(rows[model], BATCH)

    def key(self) -> UUID:
        return UUID(int=self.chance.getrandbits(128), version=4)

    def words(self, count: int) -> str:
        return " ".join(self.chance.choices(WORDS, k=count)).capitalize() + "."

    def point(self, district: int) -> tuple[float, float]:
        row, column = divmod(district, ACROSS)
        north, east = self.chance.random(), self.chance.random()
        return SOUTH + (row + north) * HIGH, WEST + (column + east) * WIDE

    def _postcode(self, number: int) -> Postcode:
        row, column = divmod(number, ACROSS)
        outcode = f"{'ABCDEFGHJKLMNOPRSTUW'[row]}{'ABCDEFGHJK'[column]}1"
        return Postcode(
            postcode=f"{outcode} 1AB", outcode=outcode, area=self.areas[number],
            latitude=SOUTH + (row + 0.5) * HIGH, longitude=WEST + (column + 0.5) * WIDE,
            locality=f"Town {number}",
        )  # fmt: skip

    def _body(self, number: int) -> m.Organization:
        return m.Organization(
            id=self.key(), name=f"Care for District {number}", description=self.words(15),
            website=f"https://body-{number}.example/", email=f"hello@body-{number}.example",
            phone="01632 960 100", assurer_role="Directory lead",
        )  # fmt: skip

    def _service(self, number: int) -> m.Service:
        chance = self.chance
        modes = dict.fromkeys(chance.sample(MODES, chance.choice([1, 1, 2])), True)
        routes = dict.fromkeys(chance.sample(ROUTES, chance.choice([1, 2, 2, 3])), True)
        waits = chance.random() < 0.3
        return m.Service(
            id=self.key(), organization=chance.choice(self.bodies), live=chance.random() < 0.98,
            name=f"{chance.choice(KINDS)} {chance.choice(WORDS)} {number}",
            summary=self.words(9), description=self.words(60),
            eligibility_description=self.words(12), application_process=self.words(12),
            url=f"https://example.org/{number}", email=f"s{number}@example.org",
            cost=chance.choice(COSTS), national=chance.random() < 0.02,
            open_24_hours=chance.random() < 0.03,
            wait_weeks=chance.randrange(20) if waits else None,
            wait_stated_on=FIRST_DAY if waits else None,
            assured_date=FIRST_DAY + timedelta(days=chance.randrange(300)),
            assurer_role="Directory lead", **modes, **routes,
        )  # fmt: skip

    def _parts(self, service: m.Service) -> Iterator[Model]:
        chance, district = self.chance, self._district()
        for number in range(chance.choice([1, 1, 2])):
            yield m.Phone(id=self.key(), service=service, number=f"01632 960 {number:03}")
        if chance.random() < 0.85:
            area = self.areas[district]
            yield m.ServiceArea(id=self.key(), service=service, area=area)
        for term in chance.sample(self.terms, chance.randint(2, 5)):
            yield m.Attribute(id=self.key(), service=service, taxonomy_term=term)
        for _ in range(chance.choice([0, 1, 1, 2])):
            opens = chance.randrange(7, 19)
            yield m.Schedule(
                id=self.key(), service=service, byday=chance.choice(DAYS), opens_at=time(opens),
                closes_at=time(opens + chance.randrange(1, 5)),
            )  # fmt: skip
        if chance.random() < 0.15:
            yield m.Language(id=self.key(), service=service, code=chance.choice(LANGUAGES))
        if service.mode_in_person or chance.random() < 0.3:
            yield from self._place(service, district)

    def _place(self, service: m.Service, district: int) -> Iterator[Model]:
        latitude, longitude = self.point(district)
        location = m.Location(
            id=self.key(), name=f"Hall of {service.name}", latitude=latitude, longitude=longitude,
            public_latitude=latitude, public_longitude=longitude, transportation=self.words(8),
        )  # fmt: skip
        yield location
        yield m.Address(
            id=self.key(), location=location, address_1="11 Priory Walk", city=f"Town {district}",
            state_province="Made-up Land", postal_code="WY3 1AB",
        )  # fmt: skip
        yield m.ServiceAtLocation(id=self.key(), service=service, location=location)
        if self.chance.random() < 0.3:
            words = self.chance.choice(["Step-free", "Hearing loop", "Accessible toilet"])
            yield m.Accessibility(id=self.key(), location=location, description=words)

    def _district(self) -> int:
        """A few districts are towns with many services, most have few."""
        return int(self.chance.random() ** 1.5 * DISTRICTS)
