"""A small library of made-up things, and an index of its own for each test."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from portal.places.models import Area, Postcode
from search import documents
from search.documents import Document, Source, document_id
from search.engines import get_engine
from search.engines.protocol import Engine


class Shelf:
    """A source of documents that a test can change at will, in place of a room's tables."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.things: dict[str, Document] = {}
        self.loads = 0

    def put(self, pk: str, title: str, **more: object) -> Document:
        values = {"url": f"/{self.kind}/{pk}/", **more}
        made = Document(id=document_id(self.kind, pk), kind=self.kind, title=title, **values)
        self.things[pk] = made
        return made

    def load(self, pks: Iterable[str] | None) -> Iterator[Document]:
        self.loads += 1
        wanted = self.things if pks is None else [pk for pk in pks if pk in self.things]
        yield from [self.things[pk] for pk in wanted]


@pytest.fixture
def engine(settings: Settings, tmp_path: Path) -> Engine:
    settings.SEARCH_INDEX_DIR = tmp_path / "index"
    settings.ELASTICSEARCH_URL = ""
    return get_engine()


@pytest.fixture
def shelves(monkeypatch: pytest.MonkeyPatch) -> dict[str, Shelf]:
    found = {kind: Shelf(kind) for kind in ("page", "service")}
    plurals = {"page": "Information pages", "service": "Services"}
    made = {
        kind: Source(kind, kind.capitalize(), plurals[kind], shelf.load)
        for kind, shelf in found.items()
    }
    monkeypatch.setattr(documents, "_sources", made)
    return found


@pytest.fixture
def pages(shelves: dict[str, Shelf]) -> Shelf:
    return shelves["page"]


@pytest.fixture
def services(shelves: dict[str, Shelf]) -> Shelf:
    return shelves["service"]


@pytest.fixture
def vale(db: None) -> dict[str, Area]:
    """Two councils with a postcode each; WY1 lies in the east, WY9 in the west."""
    england = Area.objects.create(code="test-england", name="England", kind=Area.Kind.COUNTRY)
    areas = {"england": england}
    for name, latitude, town in [("east", 54.0, "Easthaven"), ("west", 54.2, "Westbeck Cross")]:
        areas[name] = Area.objects.create(
            code=f"test-{name}", name=name, kind=Area.Kind.COUNCIL, parent=england
        )
        code = "WY1 1AA" if name == "east" else "WY9 9ZZ"
        Postcode.objects.create(
            postcode=code,
            outcode=code[:3],
            latitude=latitude,
            longitude=1.5,
            area=areas[name],
            locality=town,
        )
    return areas


@pytest.fixture
def library(engine: Engine, pages: Shelf, services: Shelf, vale: dict[str, Area]) -> Engine:
    """Seven things in an index."""
    grief = {"facets": {"stage": ("living-with-grief",), "topic": ("grief",)}}
    pages.put("1", "What grief can feel like", summary="After a death.", **grief)
    pages.put("2", "Syringe drivers", body="A small pump gives medicine. " * 30)
    pages.put("3", "Getting medicines from a pharmacy", facets={"topic": ("medicines",)})
    east, west = ("test-east",), ("test-west",)
    more = {"facets": {"topic": ("grief",), "mode": ("in_person",)}}
    services.put("4", "Bereavement group east", areas=east, point=(54.01, 1.5), **more)
    services.put("5", "Bereavement group west", areas=west, point=(54.21, 1.5), **more)
    services.put(
        "6",
        "National bereavement helpline",
        areas=("test-england",),
        facets={"topic": ("grief",), "mode": ("phone",)},
        summary="Support and advice by phone",
    )
    services.put("7", "Night sitting", facets={"mode": ("home_visit",)}, areas=east)
    engine.replace_all([*pages.load(None), *services.load(None)])
    return engine
