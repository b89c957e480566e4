"""A real server on this machine that answers what a test tells it to."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any


@dataclass
class Reply:
    """One answer. `write` may send the body bit by bit instead."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    write: Callable[[BaseHTTPRequestHandler], None] | None = None


class Outside:
    """Where the server is, and what it was asked."""

    def __init__(self, answer: Callable[[str], Reply]) -> None:
        self.asked: list[str] = []
        self.methods: list[str] = []
        self.headers: list[dict[str, str]] = []
        outside = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                outside.asked.append(self.path)
                outside.methods.append(self.command)
                outside.headers.append(dict(self.headers))
                _send(self, answer(self.path))

            do_HEAD = do_GET

            def log_message(self, *_: Any) -> None:
                return

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_port}"

    def serve(self) -> Thread:
        thread = Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        return thread

    def close(self, thread: Thread) -> None:
        self._server.shutdown()
        thread.join()
        self._server.server_close()


@contextmanager
def serving(answer: Callable[[str], Reply]) -> Iterator[Outside]:
    outside = Outside(answer)
    thread = outside.serve()
    try:
        yield outside
    finally:
        outside.close(thread)


def _send(handler: BaseHTTPRequestHandler, reply: Reply) -> None:
    handler.send_response(reply.status)
    if reply.write is None and "Content-Length" not in reply.headers:
        handler.send_header("Content-Length", str(len(reply.body)))
    for name, value in reply.headers.items():
        handler.send_header(name, value)
    handler.end_headers()
    if handler.command == "HEAD":
        return
    try:
        if reply.write:
            reply.write(handler)
        else:
            handler.wfile.write(reply.body)
    except OSError:  # the reader has had enough
        return
