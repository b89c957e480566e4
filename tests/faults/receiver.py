"""Who receives the referrals: a BaRS endpoint that fails, hangs, and forgets to answer."""

import json
import random
import threading
import time
from collections import Counter
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

# Out of a hundred: 70 are taken and answered. Those after "taken" are taken and the answer lost.
FATES = (
    ["answer"] * 69 + ["500"] * 9 + ["502"] * 5 + ["425"] * 4 + ["no name"] * 5
    + ["taken, no answer"] * 3 + ["reset"] * 2 + ["503"] * 2 + ["hang"]
)  # fmt: skip
HANGS = 6.0  # seconds, longer than the patience of tests.faults.outbox


class Receiver(ThreadingHTTPServer):
    """`taken`: X-Request-Id -> digest of the body that it came with first."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, seed: int) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.chance, self.lock = random.Random(seed), threading.Lock()
        self.taken: dict[str, str] = {}
        self.other_bytes: list[str] = []
        self.fates: Counter[str] = Counter()
        self.again = 0
        self.thread = threading.Thread(target=self.serve_forever, daemon=True)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/$process-message#name=Receiver&ods=X26"

    def start(self) -> None:
        self.thread.start()

    def fate(self) -> str:
        with self.lock:
            chosen = self.chance.choice(FATES)
            self.fates[chosen] += 1
            return chosen

    def take(self, name: str, body: bytes) -> bool:
        """Keep it; say whether it was there before. The same id must bring the same bytes."""
        digest = sha256(body).hexdigest()
        with self.lock:
            known = name in self.taken
            self.again += known
            if self.taken.setdefault(name, digest) != digest:
                self.other_bytes.append(name)
            return known

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Callers are killed here: a broken connection is no news."""


class Handler(BaseHTTPRequestHandler):
    server: Receiver
    protocol_version = "HTTP/1.0"

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        name, fate = self.headers["X-Request-Id"], self.server.fate()
        if fate == "reset":
            return
        if fate == "hang":
            time.sleep(HANGS)
            return
        if fate.isdigit():
            self.answer(int(fate))
            return
        known = self.server.take(name, body)
        if fate != "taken, no answer":
            self.answer(409 if known else 200, None if fate == "no name" else name, known)

    def answer(self, status: int, name: str | None = None, known: bool = False) -> None:
        issue = [{"severity": "error", "code": "duplicate"}] if known else []
        body = json.dumps({"resourceType": "OperationOutcome", "issue": issue}).encode()
        self.send_response(status)
        if name:
            self.send_header("X-Request-Id", name)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""
