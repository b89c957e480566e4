"""Connections that go to the very address that was checked, and end when their time is over."""

import socket
import threading
from collections.abc import Callable
from typing import Any

from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import NewConnectionError
from urllib3.util.connection import create_connection

from portal.outside.addresses import check_port, public_addresses


class Deadline:
    """Cuts every connection it watches after some seconds, however slowly it drips."""

    def __init__(self, seconds: float) -> None:
        self.passed = False
        self._sockets: list[socket.socket] = []
        self._timer = threading.Timer(seconds, self._cut)
        self._timer.daemon = True
        self._timer.start()

    def watch(self, connection: socket.socket) -> None:
        """Remember a connection. Its twin stays ours when TLS takes the first one over."""
        self._sockets.append(connection.dup())
        if self.passed:
            self._cut()

    def close(self) -> None:
        self._timer.cancel()
        for each in self._sockets:
            each.close()

    def _cut(self) -> None:
        self.passed = True
        for each in self._sockets:
            try:
                each.shutdown(socket.SHUT_RDWR)
            except OSError:  # it ended by itself
                continue


class PinnedAdapter(HTTPAdapter):
    """Sends requests over connections whose address is checked when they are made.

    Host header and TLS name stay those of the URL.
    """

    def __init__(self, watch: Callable[[socket.socket], None]) -> None:
        self._watch = watch
        super().__init__()

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = _pools(self._watch)


def _pools(watch: Callable[[socket.socket], None]) -> dict[str, Any]:
    class Plain(HTTPConnection):
        def _new_conn(self) -> socket.socket:
            return _dial(self, watch)

    class Secure(HTTPSConnection):
        def _new_conn(self) -> socket.socket:
            return _dial(self, watch)

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain

    class SecurePool(HTTPSConnectionPool):
        ConnectionCls = Secure

    return {"http": PlainPool, "https": SecurePool}


def _dial(connection: HTTPConnection, watch: Callable[[socket.socket], None]) -> socket.socket:
    host = connection.host.strip("[]")
    check_port(host, connection.port)
    failure: OSError | None = None
    for address in public_addresses(host, connection.port):
        try:
            made = create_connection((address, connection.port), connection.timeout)
        except OSError as error:
            failure = error
            continue
        watch(made)
        return made
    raise NewConnectionError(connection, f"No connection: {failure}") from failure
