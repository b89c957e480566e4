"""The folder of the embedded engine: index folders, and a pointer to the one in use.

<folder>/current holds the name of the index folder in use and is replaced in one step; every
process looks at it, and at the index's own commit file, before each search.
"""

import fcntl
import os
import shutil
import threading
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import tantivy

from search.documents import Document
from search.engines import stored
from search.engines.protocol import EngineUnavailable

POINTER = "current"
WRITER_MEMORY = 15_000_000  # bytes, the least that tantivy takes
RETRY_EVERY = 0.05  # seconds
Version = tuple[str, int, int]  # index folder, time and inode of its last commit
KEPT_INDEXES = 2  # the one in use and the one before, to go back to


def _schema() -> Any:
    builder = tantivy.SchemaBuilder()
    for name in ("title", "keywords", "summary", "body"):
        builder.add_text_field(name, tokenizer_name="stems")
    builder.add_text_field("words", tokenizer_name="plain", index_option="basic")
    builder.add_text_field("id", tokenizer_name="raw", index_option="basic")
    builder.add_text_field("areas", tokenizer_name="raw", index_option="basic")
    builder.add_text_field("facets", tokenizer_name="raw", index_option="basic", fast=True)
    builder.add_bytes_field("stored", stored=True)
    return builder.build()


def _analyzer(*filters: Any) -> Any:
    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace())
    for each in filters:
        builder = builder.filter(each)
    return builder.build()


SCHEMA = _schema()
STEMS = _analyzer(tantivy.Filter.stemmer("english"))
PLAIN = _analyzer()


def to_tantivy(document: Document) -> Any:
    """Return the document as tantivy takes it."""
    plain = stored.plain_fields(document)
    return tantivy.Document(
        id=document.id,
        words=" ".join(stored.vocabulary_words(plain)),
        areas=stored.area_values(document),
        facets=stored.facet_values(document),
        stored=stored.to_json(document).encode(),
        **plain,
    )


def _prepared(index: Any) -> Any:
    index.register_tokenizer("stems", STEMS)
    index.register_tokenizer("plain", PLAIN)
    index.config_reader("manual")
    return index


@contextmanager
def locked_writer(index: Any, wait: float, memory: int = WRITER_MEMORY) -> Iterator[Any]:
    """Give the one writer of the index, waiting `wait` seconds for it; commit at the end."""
    writer = _writer(index, time.monotonic() + wait, memory)
    try:
        yield writer
        writer.commit()
    except Exception:
        writer.rollback()
        raise
    finally:
        writer.wait_merging_threads()  # also gives up the lock


def _writer(index: Any, until: float, memory: int) -> Any:
    while True:
        try:
            return index.writer(memory, 1)
        except ValueError as error:
            if "LockBusy" not in str(error) or time.monotonic() >= until:
                raise EngineUnavailable(f"The index cannot be written now: {error}") from error
        time.sleep(RETRY_EVERY)


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Hold a lock that ends with the process, so that a killed rebuild leaves nothing shut."""
    with path.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise EngineUnavailable("Another rebuild of the index is under way.") from error
        yield


class IndexFolder:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.version: Version | None = None
        self._index: Any = None
        self._lock = threading.Lock()

    def index(self) -> Any:
        """Return the index in use with its newest commit, or None if there is none."""
        with self._lock:
            version = self._version_on_disk()
            if version is None:
                self._index = None
            elif self._index is None or self.version is None or version[0] != self.version[0]:
                self._index = _prepared(tantivy.Index.open(str(self.folder / version[0])))
                self._index.reload()
            elif version != self.version:
                self._index.reload()
            self.version = version
            return self._index

    @contextmanager
    def new_index(self) -> Iterator[Any]:
        """Give an empty index to fill; on leaving without error it becomes the one in use."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with _alone(self.folder / "rebuild.lock"):
            name = f"index-{time.time_ns()}-{uuid.uuid4().hex[:8]}"
            path = self.folder / name
            path.mkdir()
            try:
                yield _prepared(tantivy.Index(SCHEMA, path=str(path)))
            except BaseException:
                shutil.rmtree(path, ignore_errors=True)
                raise
            self._point_to(name)
            self._remove_old(name)

    def _version_on_disk(self) -> Version | None:
        try:
            name = (self.folder / POINTER).read_text().strip()
            meta = (self.folder / name / "meta.json").stat()
        except (FileNotFoundError, NotADirectoryError):
            return None
        # Each commit is a new file; the clock of a file system is too coarse to tell two apart.
        return name, meta.st_mtime_ns, meta.st_ino

    def _point_to(self, name: str) -> None:
        new = self.folder / f"{POINTER}.{uuid.uuid4().hex}"
        new.write_text(name)
        os.replace(new, self.folder / POINTER)

    def _remove_old(self, current: str) -> None:
        """Keep the index before this one. Open readers hold their files until they let go."""
        names = sorted(path.name for path in self.folder.glob("index-*") if path.name < current)
        for name in names[: -(KEPT_INDEXES - 1)]:
            shutil.rmtree(self.folder / name, ignore_errors=True)
