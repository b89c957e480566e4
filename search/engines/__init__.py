"""The engine in use: embedded unless ELASTICSEARCH_URL is set (its alias: ELASTICSEARCH_INDEX)."""

from functools import lru_cache
from pathlib import Path

from django.conf import settings

from search.engines.protocol import Engine


def get_engine() -> Engine:
    """Return this process's engine for the present settings."""
    alias = getattr(settings, "ELASTICSEARCH_INDEX", "front-door")
    return _engine(settings.ELASTICSEARCH_URL, alias, Path(settings.SEARCH_INDEX_DIR))


@lru_cache(maxsize=8)
def _engine(url: str, alias: str, folder: Path) -> Engine:
    if url:
        # Late: importing the client costs 0.3 s and 38 MB, needed only when it is chosen.
        from search.engines.elasticsearch import ElasticsearchEngine

        return ElasticsearchEngine(url, alias)
    from search.engines.embedded import EmbeddedEngine

    return EmbeddedEngine(folder)
