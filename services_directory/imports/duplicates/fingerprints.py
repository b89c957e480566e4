"""The few facts by which people know that two entries are one service."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit
from uuid import UUID

from django.db.models import QuerySet

from portal.places.postcodes import normalise_postcode
from services_directory.imports.rows import CHUNK
from services_directory.models import Service

_WORD = re.compile(r"[^\W_]+")
_EMPTY_WORDS = {"the", "a", "an", "and", "of", "for", "in", "at", "to", "service", "services"}
# Hosts that many unconnected bodies share.
_SHARED_HOSTS = {"facebook.com", "instagram.com", "twitter.com", "x.com", "sites.google.com"}


@dataclass(slots=True, frozen=True)
class Fingerprint:
    """One service in short. `name`: its telling words in alphabetical order."""

    key: UUID
    shown: str
    owner: str
    name: str
    phones: tuple[str, ...] = ()
    postcodes: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()
    host: str = ""

    def blocks(self) -> Iterator[str]:
        """Yield what another entry must share at least once to be compared."""
        yield f"name:{self.name}"
        yield from (f"phone:{each}" for each in self.phones)
        yield from (f"postcode:{each}" for each in self.postcodes)
        yield from (f"number:{each}" for each in self.identifiers)
        if self.host:
            yield f"host:{self.host}"


def words_of(name: str) -> str:
    """Return the telling words of a name, in small letters and alphabetical order."""
    words = _WORD.findall(name.casefold())
    return " ".join(sorted(set(words) - _EMPTY_WORDS) or sorted(set(words)))


def phone_of(text: str) -> str:
    """Return the last ten digits: the same for 01632 960 001 and +44 (0)1632 960001."""
    return "".join(filter(str.isdigit, text))[-10:]


def host_of(url: str) -> str:
    try:
        host = (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
    return "" if host in _SHARED_HOSTS else host


def of_services(services: QuerySet[Service]) -> Iterator[Fingerprint]:
    """Yield the fingerprints of stored services, a chunk in memory at a time."""
    parts = (
        "phones",
        "organization__organization_identifiers",
        "service_at_locations__location__addresses",
    )
    found = services.select_related("organization", "feed").prefetch_related(*parts)
    only = ("name", "url", "organization__name", "organization__website", "feed__name")
    for service in found.only(*only).order_by("pk").iterator(chunk_size=CHUNK):
        body = service.organization
        places = [each.location for each in service.service_at_locations.all()]
        yield fingerprint(
            service.pk,
            service.name,
            service.feed.name if service.feed else "",
            [phone.number for phone in service.phones.all()],
            [each.postal_code for place in places for each in place.addresses.all()],
            [each.identifier for each in body.organization_identifiers.all()],
            service.url or body.website,
        )


def fingerprint(
    key: UUID,
    name: str,
    owner: str,
    phones: Iterable[str],
    postcodes: Iterable[str],
    identifiers: Iterable[str],
    url: str,
) -> Fingerprint:
    return Fingerprint(
        key=key,
        shown=name,
        owner=owner,
        name=words_of(name),
        phones=_some(map(phone_of, phones)),
        postcodes=_some(normalise_postcode(each) or "" for each in postcodes),
        identifiers=_some(identifiers),
        host=host_of(url),
    )


def _some(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({each for each in found if each}))[:6]
