"""Which addresses may be asked: public ones alone, so that nobody reads inwards through us."""

import ipaddress
import re
import socket
from urllib.parse import urlsplit

from django.conf import settings

from portal.outside.limits import OutsideProblem

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
PORTS = frozenset({80, 443, 8080, 8443})
_NEVER_IN_A_URL = re.compile(r"[\x00-\x20\x7f\\]")
# RFC 6052 and RFC 8215: an IPv4 address stands in the last four bytes.
_NAT64 = (ipaddress.IPv6Network("64:ff9b::/96"), ipaddress.IPv6Network("64:ff9b:1::/48"))
_PRIVATE = "The address leads to a private network, which is not read."


def check_url(url: str) -> None:
    """Raise OutsideProblem for an address that is not plain http or https."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise OutsideProblem("The address is not a web address.") from error
    if _NEVER_IN_A_URL.search(url) or not parts.scheme:
        raise OutsideProblem("The address is not a web address.")
    if parts.scheme not in {"http", "https"}:
        raise OutsideProblem("The address must begin with http:// or https://.")
    if not parts.hostname:
        raise OutsideProblem("The address is not a web address.")
    if parts.username is not None or parts.password is not None:
        raise OutsideProblem("The address must not hold a user name or password.")
    if port is not None:
        check_port(parts.hostname, port)


def check_port(host: str, port: int) -> None:
    """Raise OutsideProblem for a port that web servers do not use."""
    if port not in PORTS and not is_excepted(host, port):
        raise OutsideProblem(f"The port of the address must be one of {_listed(PORTS)}.")


def public_addresses(host: str, port: int) -> list[str]:
    """Return the addresses of a host; raise OutsideProblem when any of them is not public.

    The caller must connect to one of these and not ask again: a name can change its answer.
    """
    try:
        answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise OutsideProblem("There is no server of that name.") from error
    found = list(dict.fromkeys(str(answer[4][0]) for answer in answers))
    if not is_excepted(host, port) and not all(map(is_public, found)):
        raise OutsideProblem(_PRIVATE)
    return found


def is_public(text: str) -> bool:
    """Say whether an IP address is one of the public internet, whatever it is wrapped in."""
    address = _unwrapped(ipaddress.ip_address(text))
    if isinstance(address, ipaddress.IPv6Address) and address.is_site_local:
        return False
    return address.is_global and not (
        address.is_multicast
        or address.is_private
        or address.is_reserved
        or address.is_unspecified
        or address.is_link_local
        or address.is_loopback
    )


def is_excepted(host: str, port: int) -> bool:
    """Say whether the operator lets this host be read though it may be private."""
    return bool({host, f"{host}:{port}"} & set(settings.OUTSIDE_PRIVATE_HOSTS))


def _unwrapped(address: IPAddress) -> IPAddress:
    if isinstance(address, ipaddress.IPv4Address):
        return address
    if any(address in network for network in _NAT64):
        return ipaddress.IPv4Address(address.packed[-4:])
    return address.ipv4_mapped or address.sixtofour or address


def _listed(ports: frozenset[int]) -> str:
    return ", ".join(map(str, sorted(ports)))
