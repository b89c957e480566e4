"""What only the engine in a folder has: a pointer, one writer, other processes, damage."""

import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from search.documents import Document
from search.engines.embedded import NOT_READY, EmbeddedEngine
from search.engines.embedded_index import POINTER, locked_writer
from search.engines.protocol import Batch, EngineUnavailable
from search.understanding.request import Alternative, Request, Term

PAGE = Document(id="page:1", kind="page", title="Grief", url="/grief/")
GRIEF = Request((Term((Alternative(("grief",)),)),))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "index"


@pytest.fixture
def engine(folder: Path) -> EmbeddedEngine:
    engine = EmbeddedEngine(folder)
    engine.replace_all([PAGE])
    return engine


def titles(engine: EmbeddedEngine) -> list[str]:
    return [document.title for document, _ in engine.search(Request()).hits]


def test_another_engine_on_the_folder_sees_each_change_at_once(
    engine: EmbeddedEngine, folder: Path
) -> None:
    other = EmbeddedEngine(folder)
    for number in range(20):
        page = Document(id="page:1", kind="page", title=f"Grief {number}", url="/grief/")
        engine.apply(Batch(upserts=(page,)))
        assert titles(other) == [page.title]


def test_another_engine_follows_the_pointer_to_a_new_index(
    engine: EmbeddedEngine, folder: Path
) -> None:
    other = EmbeddedEngine(folder)
    assert other.search(GRIEF).total == 1
    engine.replace_all([])
    assert other.search(GRIEF).total == 0
    assert dict(other.vocabulary()) == {}


def test_an_index_is_opened_once_and_then_followed(engine: EmbeddedEngine) -> None:
    first = engine.folder.index()
    engine.apply(Batch(deletes=("page:1",)))
    assert engine.folder.index() is first
    engine.replace_all([PAGE])
    assert engine.folder.index() is not first


def test_another_process_sees_the_index(engine: EmbeddedEngine, folder: Path) -> None:
    code = (
        "import sys; from pathlib import Path\n"
        "from search.engines.embedded import EmbeddedEngine\n"
        "from search.understanding.request import Request\n"
        "print(EmbeddedEngine(Path(sys.argv[1])).search(Request()).total)"
    )
    ran = subprocess.run([sys.executable, "-c", code, folder], capture_output=True, text=True)
    assert ran.stdout.strip() == "1", ran.stderr


def test_a_second_writer_is_refused_when_it_may_not_wait(
    engine: EmbeddedEngine, folder: Path
) -> None:
    with (
        locked_writer(engine.folder.index(), wait=0),
        pytest.raises(EngineUnavailable, match="cannot be written now"),
    ):
        EmbeddedEngine(folder).apply(Batch(deletes=("page:1",)), wait=0)
    assert engine.search(GRIEF).total == 1


def test_a_second_writer_waits_for_the_first(engine: EmbeddedEngine, folder: Path) -> None:
    change = Batch(deletes=("page:1",))
    waiting = threading.Thread(target=EmbeddedEngine(folder).apply, args=(change, 10.0))
    with locked_writer(engine.folder.index(), wait=0):
        waiting.start()
        time.sleep(0.2)
        assert waiting.is_alive()
    waiting.join(timeout=10)
    assert engine.search(GRIEF).total == 0


def test_writers_at_the_same_time_lose_nothing(folder: Path, engine: EmbeddedEngine) -> None:
    def write(name: str) -> None:
        own = EmbeddedEngine(folder)
        for number in range(5):
            key = f"page:{name}{number}"
            own.apply(Batch((Document(id=key, kind="page", title="Grief", url="/"),)), wait=60)

    threads = [threading.Thread(target=write, args=(name,)) for name in "abc"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert engine.search(GRIEF).total == 1 + 15


def test_only_one_rebuild_runs_at_a_time(engine: EmbeddedEngine, folder: Path) -> None:
    with (
        engine.folder.new_index(),
        pytest.raises(EngineUnavailable, match="Another rebuild"),
    ):
        EmbeddedEngine(folder).replace_all([])


def test_the_index_before_is_kept_and_older_ones_are_not(
    engine: EmbeddedEngine, folder: Path
) -> None:
    first = (folder / POINTER).read_text()
    for _ in range(3):
        engine.replace_all([PAGE])
    left = {path.name for path in folder.glob("index-*")}
    assert len(left) == 2
    assert (folder / POINTER).read_text() in left
    assert first not in left


def damage_meta(folder: Path) -> None:
    (folder / (folder / POINTER).read_text() / "meta.json").write_text("{ not json")


def damage_pointer(folder: Path) -> None:
    (folder / POINTER).write_text("index-that-is-not-there")


def damage_everything(folder: Path) -> None:
    for path in (folder / (folder / POINTER).read_text()).iterdir():
        path.write_bytes(b"\x00" * 10)


def pointer_to_nowhere(folder: Path) -> None:
    (folder / POINTER).write_bytes(b"\xff\x00/../..")


@pytest.mark.parametrize(
    "damage", [damage_meta, damage_pointer, damage_everything, pointer_to_nowhere]
)
def test_a_damaged_index_gives_a_message_and_a_rebuild_mends_it(
    engine: EmbeddedEngine, folder: Path, damage: object
) -> None:
    damage(folder)
    for reader in (EmbeddedEngine(folder), engine):
        found = reader.search(GRIEF)
        assert (found.total, found.message) == (0, NOT_READY)
        assert not reader.available()
    with pytest.raises(EngineUnavailable):
        engine.apply(Batch(upserts=(PAGE,)))
    assert engine.replace_all([PAGE]) == 1
    assert engine.search(GRIEF).total == 1


def test_a_killed_rebuild_leaves_the_old_index_in_use(engine: EmbeddedEngine, folder: Path) -> None:
    def killed():
        yield PAGE
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        engine.replace_all(killed())
    assert engine.search(GRIEF).total == 1
    assert len(list(folder.glob("index-*"))) == 1
