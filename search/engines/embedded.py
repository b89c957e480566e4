"""The default engine: tantivy, in this process, in a folder of its own. Needs no server."""

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from search.documents import Document
from search.engines import stored
from search.engines.embedded_index import SCHEMA, IndexFolder, locked_writer, to_tantivy
from search.engines.embedded_query import facet_filters, matching, where
from search.engines.protocol import Batch, EngineUnavailable, RawHits
from search.understanding.request import Request

log = logging.getLogger(__name__)

NOT_READY = "Search is not ready."
MOST_FACET_VALUES = 1000
REBUILD_MEMORY = 60_000_000


class EmbeddedEngine:
    def __init__(self, folder: Path) -> None:
        self.folder = IndexFolder(folder)
        self._vocabulary: tuple[object, Mapping[str, int]] = (None, {})

    def replace_all(self, documents: Iterable[Document], late: Callable[[], Batch] = Batch) -> int:
        with self.folder.new_index() as index:
            with locked_writer(index, wait=0, memory=REBUILD_MEMORY) as writer:
                for document in documents:
                    writer.add_document(to_tantivy(document))
                _write(writer, late())
            index.reload()
            return int(index.searcher().num_docs)

    def apply(self, batch: Batch, wait: float = 10.0) -> None:
        with _damage_as(EngineUnavailable(NOT_READY)):
            index = self.folder.index()
            if index is None:
                raise EngineUnavailable(f"{NOT_READY} Run manage.py rebuild_search.")
            with locked_writer(index, wait) as writer:
                _write(writer, batch)

    def search(self, request: Request) -> RawHits:
        try:
            with _damage_as(EngineUnavailable(NOT_READY)):
                index = self.folder.index()
                return _search(index.searcher(), request) if index else RawHits(message=NOT_READY)
        except EngineUnavailable as trouble:
            return RawHits(message=str(trouble))

    def vocabulary(self) -> Mapping[str, int]:
        with suppress(EngineUnavailable), _damage_as(EngineUnavailable(NOT_READY)):
            index = self.folder.index()
            version = self.folder.version
            if index is not None and self._vocabulary[0] != version:
                words = dict(index.searcher().terms_with_prefix("words", ""))
                self._vocabulary = (version, words)
        return self._vocabulary[1]

    def available(self) -> bool:
        with suppress(EngineUnavailable), _damage_as(EngineUnavailable(NOT_READY)):
            return self.folder.index() is not None
        return False


@contextmanager
def _damage_as(error: EngineUnavailable) -> Iterator[None]:
    """Raise `error` for whatever a damaged index raises; a panic in tantivy is no Exception."""
    try:
        yield
    except (EngineUnavailable, KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except BaseException as damage:
        log.exception("The search index could not be used")
        raise error from damage


def _write(writer: Any, batch: Batch) -> None:
    for document_id in batch.deletes:
        writer.delete_documents_by_term("id", document_id)
    for document in batch.upserts:
        writer.delete_documents_by_term("id", document.id)
        writer.add_document(to_tantivy(document))


def _search(searcher: Any, request: Request) -> RawHits:
    match = matching(SCHEMA, request)
    query = where(SCHEMA, match, request.areas, facet_filters(SCHEMA, request.filters))
    found = searcher.search(query, limit=max(request.limit, 1), offset=request.offset)
    hits = [(searcher.doc(address), score) for score, address in found.hits[: request.limit]]
    return RawHits(
        total=found.count,
        hits=tuple((stored.from_json(doc.get_first("stored")), score) for doc, score in hits),
        facets=_counts(searcher, match, request) if request.counts else {},
    )


def _counts(searcher: Any, match: Any, request: Request) -> dict[str, dict[str, int]]:
    """Count each facet under the filters of the others, so that a choice can be widened."""
    filters = facet_filters(SCHEMA, request.filters)
    counts = _count(searcher, where(SCHEMA, match, request.areas, filters))
    for name in filters:
        others = {other: query for other, query in filters.items() if other != name}
        counted = _count(searcher, where(SCHEMA, match, request.areas, others))
        counts[name] = counted.get(name, {})
    return counts


def _count(searcher: Any, query: Any) -> dict[str, dict[str, int]]:
    terms = {"terms": {"field": "facets", "size": MOST_FACET_VALUES}}
    buckets = searcher.aggregate(query, {"facets": terms})["facets"]["buckets"]
    return stored.read_counts({bucket["key"]: bucket["doc_count"] for bucket in buckets})
