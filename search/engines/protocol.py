"""What every engine does. The contract is tests/search/engines/test_contract.py."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from search.documents import Document
from search.understanding.request import Request

# Each field is scored by its own BM25, times this, and the scores are added. Measured on
# tests/search/judged.csv.
FIELDS: Mapping[str, float] = {"title": 3.0, "keywords": 1.5, "summary": 1.2, "body": 1.0}


class EngineUnavailable(Exception):
    """The engine cannot be written to or read now; the words say why. Nothing was changed."""


@dataclass(frozen=True)
class Batch:
    """Documents to put in, and ids of documents to take out."""

    upserts: tuple[Document, ...] = ()
    deletes: tuple[str, ...] = ()


@dataclass(frozen=True)
class RawHits:
    """Hits in the engine's order, with scores above 0.

    facets: facet name -> value -> number of documents, each facet counted under the filters of
    the others. message: empty, or why the engine could not answer (then nothing else is filled).
    """

    total: int = 0
    hits: tuple[tuple[Document, float], ...] = ()
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    message: str = ""


class Engine(Protocol):
    def replace_all(self, documents: Iterable[Document], late: Callable[[], Batch] = Batch) -> int:
        """Build a new index, add what `late` gives at the end, then switch to it in one step.

        Returns the number of documents. Raises EngineUnavailable; the old index then stays.
        """
        ...

    def apply(self, batch: Batch, wait: float = 10.0) -> None:
        """Change the index now in use; visible to every process when it returns.

        Waits up to `wait` seconds for another writer. Raises EngineUnavailable.
        """
        ...

    def search(self, request: Request) -> RawHits:
        """Answer a request. Never raises: trouble is told in `message`."""
        ...

    def vocabulary(self) -> Mapping[str, int]:
        """Return the words of the index with the number of documents that hold each."""
        ...

    def available(self) -> bool:
        """Return whether there is an index that can be asked."""
        ...
