"""Each contract test runs on both engines. Elasticsearch needs a server of its own."""

import os
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from search.engines.embedded import EmbeddedEngine
from search.engines.protocol import Engine

ADDRESS = "FRONT_DOOR_ELASTICSEARCH_URL"


@pytest.fixture(params=["embedded", "elasticsearch"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    if request.param == "embedded":
        yield EmbeddedEngine(tmp_path / "index")
        return
    url = os.environ.get(ADDRESS)
    if not url:
        pytest.skip(f"no Elasticsearch: set {ADDRESS} to the address of one")
    yield from _on_server(url)


def _on_server(url: str) -> Iterator[Engine]:
    from search.engines.elasticsearch import ElasticsearchEngine

    engine = ElasticsearchEngine(url, alias=f"front-door-test-{uuid.uuid4().hex[:8]}")
    yield engine
    for index in engine.client.indices.get(index=f"{engine.alias}-*"):
        engine.client.indices.delete(index=index)
