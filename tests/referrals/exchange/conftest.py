"""A receiver on this machine that answers as it is told, and what tests of delivery share."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from django.utils import timezone

from referrals.models import OutboxMessage

OUTCOME = '{"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"%s"}]}'


@dataclass
class Answer:
    status: int = 200
    body: str = '{"resourceType":"Bundle"}'
    headers: dict[str, str] = field(default_factory=dict)
    echo: bool = True
    wait: threading.Event | None = None


@dataclass
class Receiver:
    """Keeps every request as (headers, body) and gives the answers in turn, the last for ever."""

    url: str
    answers: list[Answer]
    got: list[tuple[dict[str, str], bytes]] = field(default_factory=list)

    def next_answer(self) -> Answer:
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            told.got.append((dict(self.headers), self.rfile.read(length)))
            answer = told.next_answer()
            if answer.wait:
                answer.wait.wait(10)
            self.send_response(answer.status)
            headers = dict(answer.headers)
            if answer.echo:
                headers["X-Request-Id"] = self.headers["X-Request-Id"]
            for name, value in (headers | {"Content-Length": str(len(answer.body))}).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(answer.body.encode())

        def log_message(self, *args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    told = Receiver(f"http://127.0.0.1:{server.server_port}/FHIR/R4/$process-message", [Answer()])
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield told
    server.shutdown()
    server.server_close()
    thread.join(5)


@pytest.fixture
def https(settings: Any, receiver: Receiver) -> Receiver:
    """Send to the receiver."""
    settings.REFERRALS_SEND_HTTPS = f"{receiver.url}#target=2000099999&name=The%20record"
    return receiver


@pytest.fixture
def make_due(db: None) -> Callable[[], None]:
    """Let every wait be over."""

    def run() -> None:
        OutboxMessage.objects.update(next_try_at=timezone.now())

    return run
