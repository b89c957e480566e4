"""What is done to the site while people send. Each fault is one method; a deck deals them."""

import os
import random
import signal
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from tests.faults import clock
from tests.faults.databases import Postgresql, Sqlite
from tests.faults.disk import Disk
from tests.faults.site import Site

FULL_SECONDS = 2.0
HOUR = 3600


class Faults:
    """`done` counts the faults that were inflicted, by name; `skipped` says which could not be."""

    def __init__(
        self, site: Site, database: Sqlite | Postgresql, disk: Disk, time_file: Path,
        chance: random.Random,
    ) -> None:  # fmt: skip
        self.site, self.database, self.disk = site, database, disk
        self.time_file, self.chance = time_file, chance
        self.done: Counter[str] = Counter()
        self.skipped: list[str] = []
        self.hand = self._deck()

    def next(self) -> None:
        """Inflict one more: every kind once before any comes again, the usual ones more often."""
        if not self.hand:
            self.hand = self._deck()
        name, inflict = self.hand.pop()
        inflict()
        self.done[name] += 1
        self.database.mend()
        self.site.mend()

    def everything_works_again(self) -> None:
        clock.step_to(self.time_file, 0)
        self.database.mend()
        self.site.mend()

    def _deck(self) -> list[tuple[str, Callable[[], None]]]:
        cards: list[tuple[str, int, Callable[[], None]]] = [
            ("web worker killed", 5, self.kill_web),
            ("outbox worker killed", 4, self.kill_outbox),
            ("whole web server killed", 1, self.site.kill_all_of_web),
            ("clock stepped", 2, self.step_clock),
        ]
        if isinstance(self.database, Postgresql):
            database = self.database
            cards.append(("database restarted at once", 2, database.restart))
            cards.append(
                ("database process killed", 1, lambda: database.kill_a_backend(self.chance))
            )
        if self.disk.can_fill:
            cards.append(("disk full", 1, self.fill_disk))
        else:
            self.skipped = ["disk full (needs root and the right to mount)"]
        deck = [(name, inflict) for name, often, inflict in cards for _ in range(often)]
        self.chance.shuffle(deck)
        return deck

    def kill_web(self) -> None:
        self._kill(self.site.web_workers())

    def kill_outbox(self) -> None:
        self._kill(self.site.outbox_workers())

    def step_clock(self) -> None:
        """Some hours on or back, under running processes."""
        clock.step_to(self.time_file, self.chance.choice([-5, -1, 1, 2, 26]) * HOUR)

    def fill_disk(self) -> None:
        self.disk.fill()
        try:
            time.sleep(FULL_SECONDS)
        finally:
            self.disk.free()

    def _kill(self, processes: list[int]) -> None:
        if processes:
            with suppress(ProcessLookupError):
                os.kill(self.chance.choice(processes), signal.SIGKILL)
