"""The engine for larger installations: an Elasticsearch server, 8 or 9, of one's own.

Written against `elasticsearch.dsl` (the package `elasticsearch-dsl` is an alias of it). Texts come
as plain words, so that the server only stems, as the embedded engine does.
"""

import logging
import time
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Any

from elastic_transport import TransportError
from elasticsearch import ApiError, Elasticsearch, NotFoundError
from elasticsearch.dsl import Search
from elasticsearch.helpers import BulkIndexError, bulk

from search.documents import Document
from search.engines import stored
from search.engines.elasticsearch_query import aggregations, matching, narrowing
from search.engines.protocol import FIELDS, Batch, EngineUnavailable, RawHits
from search.understanding.request import Request

log = logging.getLogger(__name__)

NOT_READY = "Search is not ready."
TROUBLE = (ApiError, TransportError, BulkIndexError)
VOCABULARY_SECONDS = 60.0
MOST_WORDS = 60_000
KEPT_INDEXES = 2  # the one in use and the one before, to go back to

_WORDS = {"type": "text", "analyzer": "stems"}
MAPPINGS: dict[str, Any] = {
    "dynamic": "strict",
    "properties": {
        **dict.fromkeys(FIELDS, _WORDS),
        "words": {"type": "keyword"},
        "areas": {"type": "keyword"},
        "facets": {"type": "keyword"},
        "stored": {"type": "keyword", "index": False, "doc_values": False},
    },
}
SETTINGS: dict[str, Any] = {
    "number_of_shards": 1,  # scores of one shard are comparable with the embedded engine's
    "auto_expand_replicas": "0-1",
    "analysis": {
        "filter": {"porter2": {"type": "stemmer", "language": "porter2"}},
        "analyzer": {"stems": {"tokenizer": "standard", "filter": ["porter2"]}},
    },
}


class ElasticsearchEngine:
    def __init__(self, url: str, alias: str = "front-door") -> None:
        self.client = Elasticsearch(url, request_timeout=10, max_retries=1, retry_on_timeout=True)
        self.alias = alias
        self._vocabulary: tuple[float, Mapping[str, int]] = (float("-inf"), {})

    def replace_all(self, documents: Iterable[Document], late: Callable[[], Batch] = Batch) -> int:
        name = f"{self.alias}-{time.time_ns()}-{uuid.uuid4().hex[:8]}"
        try:
            self.client.indices.create(index=name, mappings=MAPPINGS, settings=SETTINGS)
            bulk(self.client, _puts(name, documents), chunk_size=500)
            self._write(name, late())
            count = int(self.client.count(index=name)["count"])
            self._switch_to(name)
        except TROUBLE as error:
            self._give_up(name)
            raise EngineUnavailable(f"Elasticsearch refused: {_short(error)}") from error
        except BaseException:
            self._give_up(name)
            raise
        self._vocabulary = (float("-inf"), {})
        return count

    def apply(self, batch: Batch, wait: float = 10.0) -> None:
        """The server orders writers itself; `wait` is not needed."""
        try:
            if not self.client.indices.exists_alias(name=self.alias):
                raise EngineUnavailable(f"{NOT_READY} Run manage.py rebuild_search.")
            self._write(self.alias, batch)
        except TROUBLE as error:
            raise EngineUnavailable(f"Elasticsearch refused: {_short(error)}") from error

    def search(self, request: Request) -> RawHits:
        try:
            return self._search(request)
        except NotFoundError:
            return RawHits(message=NOT_READY)
        except TROUBLE as error:
            log.error("Elasticsearch did not answer: %s", _short(error))
            return RawHits(message=NOT_READY)

    def vocabulary(self) -> Mapping[str, int]:
        read_at, words = self._vocabulary
        if time.monotonic() - read_at > VOCABULARY_SECONDS:
            self._vocabulary = (time.monotonic(), self._read_vocabulary() or words)
        return self._vocabulary[1]

    def available(self) -> bool:
        try:
            return bool(self.client.indices.exists_alias(name=self.alias))
        except TROUBLE:
            return False

    def _search(self, request: Request) -> RawHits:
        query = Search(using=self.client, index=self.alias).query(matching(request))
        if request.filters:
            query = query.post_filter(narrowing(request.filters))
        query = query.source(["stored"]).extra(track_total_hits=True)
        query = query[request.offset : request.offset + request.limit]
        if request.counts:
            for name, aggregation in aggregations(request.filters).items():
                query.aggs.bucket(name, aggregation)
        found: Any = query.execute()
        return RawHits(
            total=found.hits.total.value,
            hits=tuple((stored.from_json(hit.stored), hit.meta.score) for hit in found),
            facets=_facets(request, found.aggregations) if request.counts else {},
        )

    def _read_vocabulary(self) -> dict[str, int]:
        query = Search(using=self.client, index=self.alias)[:0]
        query.aggs.bucket("words", "terms", field="words", size=MOST_WORDS)
        try:
            buckets = query.execute().aggregations.words.buckets
        except TROUBLE as error:
            log.warning("No words to correct spelling with: %s", _short(error))
            return {}
        return {bucket.key: bucket.doc_count for bucket in buckets}

    def _write(self, index: str, batch: Batch) -> None:
        deletes = ({"_op_type": "delete", "_index": index, "_id": key} for key in batch.deletes)
        bulk(self.client, [*_puts(index, batch.upserts)])
        bulk(self.client, deletes, ignore_status=404)
        self.client.indices.refresh(index=index)

    def _switch_to(self, name: str) -> None:
        """Move the alias in one step, then drop all but the index before."""
        old = [index for index in self._indexes() if index < name]
        remove = [{"remove": {"index": f"{self.alias}-*", "alias": self.alias}}] if old else []
        add = {"add": {"index": name, "alias": self.alias}}
        had_alias = self.client.indices.exists_alias(name=self.alias)
        self.client.indices.update_aliases(actions=[*(remove if had_alias else []), add])
        for index in old[: -(KEPT_INDEXES - 1)]:
            self.client.indices.delete(index=index)

    def _give_up(self, name: str) -> None:
        """Take away a half-built index, if the server can still be asked."""
        with suppress(*TROUBLE):
            self.client.options(ignore_status=404).indices.delete(index=name)

    def _indexes(self) -> list[str]:
        return sorted(self.client.indices.get(index=f"{self.alias}-*"))


def _puts(index: str, documents: Iterable[Document]) -> Iterator[dict[str, Any]]:
    for document in documents:
        plain = stored.plain_fields(document)
        yield {
            "_index": index,
            "_id": document.id,
            **plain,
            "words": stored.vocabulary_words(plain),
            "areas": stored.area_values(document),
            "facets": stored.facet_values(document),
            "stored": stored.to_json(document),
        }


def _facets(request: Request, found: Any) -> dict[str, dict[str, int]]:
    """Take each filtered facet from its own aggregation, the rest from the one of all filters."""
    facets = _counts(found["all"])
    for position, name in enumerate(request.filters):
        facets[name] = _counts(found[f"but_{position}"]).get(name, {})
    return facets


def _counts(aggregation: Any) -> dict[str, dict[str, int]]:
    buckets = aggregation.values.buckets
    return stored.read_counts({bucket.key: bucket.doc_count for bucket in buckets})


def _short(error: Exception) -> str:
    return str(error)[:300]
