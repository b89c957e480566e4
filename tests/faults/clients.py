"""People who send: each presses the button, at once with others, until they are told it worked."""

import http.client
import random
import re
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from tests.faults.drafts import Expected

_REFERENCE = re.compile(r"Your reference <strong>([0-9A-Z]{4}-[0-9A-Z]{4})</strong>")
TOKEN = "f" * 32  # for the cookie and the header of Django's protection of forms
PATIENCE = 30.0  # seconds for one request
SPREAD = 1.0  # seconds in which a part of the people begins to send


@dataclass
class Clients:
    """`answers`: how often each status or break came, and how many sends there were."""

    port: int
    seed: int
    until: float = float("inf")
    answers: Counter[str] = field(default_factory=Counter)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def send_all_at_once(self, expected: Expected, number: int) -> None:
        """Send one draft one to five times at one moment; return when every sender was told."""
        chance = random.Random(f"{self.seed}/{number}")
        many = chance.randint(1, 5)
        time.sleep(chance.uniform(0, SPREAD))  # so that faults find people in every moment
        if expected.walk:
            self._fill_in(expected, chance)
        with ThreadPoolExecutor(many) as pool:
            for sender in range(many):
                pool.submit(self._until_told, expected, random.Random(f"{number}/{sender}"))

    def _fill_in(self, expected: Expected, chance: random.Random) -> None:
        """Begin a form and post each page until it is taken; a page is taken with a 302."""
        address = _address(chance)
        begin = f"/refer/{expected.walk.slug}/begin/"
        where = self._until_taken(begin, {"now": "carry-on"}, address, expected)
        expected.token = where.split("/")[3] if where else ""
        for step, typed in expected.walk.posts if where else ():
            page = f"/refer/form/{expected.token}/step/{step}/"
            self._until_taken(page, typed, address, expected)

    def _until_taken(
        self, path: str, typed: dict[str, Any], address: str, expected: Expected
    ) -> str:
        """Return where the answer leads; empty if patience ended."""
        while time.monotonic() < self.until:
            try:
                status, where, _ = self._ask("POST", path, address, urlencode(typed, doseq=True))
            except (OSError, http.client.HTTPException) as error:
                self._count(type(error).__name__)
                status, where = 500, ""
            if status == 302:
                return where
            if status < 500:
                expected.dead_ends.append(f"{status} at {path.rsplit('/', 2)[1]}")
                return ""
            time.sleep(0.3)
        return ""

    def _until_told(self, expected: Expected, chance: random.Random) -> None:
        address = _address(chance)
        while expected.token and time.monotonic() < self.until:
            reference = self._try(expected, address)
            if reference:
                with self.lock:
                    expected.references.add(reference)
                    expected.confirmations += 1
                return
            time.sleep(chance.uniform(0.05, 0.5))

    def _try(self, expected: Expected, address: str) -> str:
        """Post, follow to the confirmation, and return its reference; empty if that failed."""
        form = f"/refer/form/{expected.token}"
        self._count("sends")
        try:
            status, where, _ = self._ask("POST", f"{form}/send/", address)
            if status == 302 and where == f"{form}/sent/":
                status, where, page = self._ask("GET", where, address)
                found = _REFERENCE.search(page)
                if status == 200 and found:
                    return found[1]
        except (OSError, http.client.HTTPException) as error:
            self._count(type(error).__name__)
            return ""
        if status < 500:
            expected.dead_ends.append(f"{status} {where.replace(expected.token, '…')}")
        return ""

    def _ask(self, method: str, path: str, address: str, body: str = "") -> tuple[int, str, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        headers = {"X-Forwarded-For": address, "X-CSRFToken": TOKEN, "Cookie": f"csrftoken={TOKEN}"}
        if method == "POST":
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            connection.request(
                method, path, body=body if method == "POST" else None, headers=headers
            )
            answer = connection.getresponse()
            page = answer.read().decode()
        finally:
            connection.close()
        self._count(f"{method} {answer.status}")
        return answer.status, answer.headers.get("Location", ""), page

    def _count(self, what: str) -> None:
        with self.lock:
            self.answers[what] += 1


def _address(chance: random.Random) -> str:
    return ".".join(["10", *(str(chance.randrange(256)) for _ in range(3))])
