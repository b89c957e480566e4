"""Pairs of services that may be one.

Two services are compared only when they share a phone number, a postcode, an identifier, a web
host or the words of their names. A block of more than MOST_IN_BLOCK tells nothing (a council's
switchboard), so the work grows with the feed and not with its square.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterator

from services_directory.imports.draft import OWN
from services_directory.imports.duplicates.fingerprints import Fingerprint, of_services
from services_directory.imports.duplicates.likeness import likeness
from services_directory.imports.duplicates.staged import of_run
from services_directory.imports.records import Json
from services_directory.imports.rows import CHUNK, save_rows
from services_directory.models import ImportRow, ImportRun, Service

MOST_IN_BLOCK = 40
MOST_SHOWN = 3


class Blocks:
    """The new services of a run, by what they might share with others."""

    def __init__(self) -> None:
        self.marks: list[Fingerprint] = []
        self.rows = array("q")
        self.by_block: dict[int, array[int]] = defaultdict(lambda: array("l"))

    def add(self, row: int, mark: Fingerprint) -> None:
        for block in mark.blocks():
            self.by_block[hash(block)].append(len(self.marks))
        self.marks.append(mark)
        self.rows.append(row)

    def near(self, mark: Fingerprint) -> set[int]:
        """Return the numbers of the new services that share a block with this one."""
        found: set[int] = set()
        for block in mark.blocks():
            members = self.by_block.get(hash(block), ())
            if len(members) <= MOST_IN_BLOCK:
                found.update(members)
        return found


def find(run: ImportRun) -> int:
    """Note with each new service of the run what it is like; return how many are like another."""
    blocks = Blocks()
    for row, mark in of_run(run):
        blocks.add(row, mark)
    if not blocks.marks:
        return 0
    alike: dict[int, list[Json]] = defaultdict(list)
    for number, other, score, reasons in _pairs(blocks):
        told = {"key": str(other.key), "name": other.shown, "owner": other.owner}
        alike[blocks.rows[number]].append(told | {"likeness": score, "reasons": reasons})
    _save(run, alike)
    return len(alike)


def _pairs(blocks: Blocks) -> Iterator[tuple[int, Fingerprint, float, list[str]]]:
    """Yield (number of the new one, the other, likeness, what is alike)."""
    for mark in of_services(Service.objects.filter(live=True)):
        for number in blocks.near(mark):
            yield from _pair(blocks, number, mark)
    for later, mark in enumerate(blocks.marks):
        for number in blocks.near(mark):
            if number < later:
                yield from _pair(blocks, later, blocks.marks[number])


def _pair(
    blocks: Blocks, number: int, other: Fingerprint
) -> Iterator[tuple[int, Fingerprint, float, list[str]]]:
    score, reasons = likeness(blocks.marks[number], other)
    if score and blocks.marks[number].key != other.key:
        yield number, other, score, reasons


def _save(run: ImportRun, alike: dict[int, list[Json]]) -> None:
    keys = sorted(alike)
    for start in range(0, len(keys), CHUNK):
        rows = list(ImportRow.objects.filter(pk__in=keys[start : start + CHUNK]))
        for row in rows:
            found = sorted(alike[row.pk], key=lambda each: -each["likeness"])
            row.data[OWN] = row.data.get(OWN, {}) | {"alike": found[:MOST_SHOWN]}
        save_rows(rows, "data")
