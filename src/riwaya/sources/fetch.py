"""The fetcher: one GET at a time, the connection pinned to the address that was checked, with caps on size and time."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPResponse

from riwaya.model.capture import Capture
from riwaya.sources.address import SCHEMES, Resolver, Target, check, redirected
from riwaya.sources.arrival import Arrival, from_bytes, too_large
from riwaya.sources.options import Options, Refused
from riwaya.version import __version__

Connector = Callable[[tuple[str, int], float], socket.socket]

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_OK = 200
_CHUNK = 65_536
_LATE = "no whole answer in time: try again later"
_WINDOWS = {"gzip": 31, "x-gzip": 31, "deflate": 15}
"""Content encodings that are undone although identity was asked for, with zlib's window bits."""


@dataclass(frozen=True, slots=True)
class Net:
    """How names are looked up and connections made; a test puts its own in."""

    resolve: Resolver | None = None
    connect: Connector = socket.create_connection


def fetch(url: str, options: Options, most: int, net: Net | None = None) -> Arrival:
    """What stands at an address, after redirects, as bytes with their capture record.

    ``most`` caps the bytes, ``options.limits`` the redirects and the seconds. Raises Refused where an address is not
    allowed, nobody answers, the answer is no report (status, size, time), or breaks off.
    """
    net = net or Net()
    deadline = time.monotonic() + options.limits.seconds
    current = url
    for _ in range(options.limits.redirects + 1):
        target = check(current, options, net.resolve)
        with _answer(target, deadline, net) as response:
            if response.status in _REDIRECTS and response.headers.get("Location"):
                current = redirected(current, response.headers["Location"])
                continue
            if response.status != _OK:
                raise Refused(f"the server answers {response.status} {response.reason}: check the address in a browser")
            raw = _body(response, most, deadline)
            headers = tuple((name, value) for name, value in response.headers.items())
            media_type = response.headers.get("Content-Type", "")
            return from_bytes(url, raw, Capture(url, target.url, options.time(), media_type, headers))
    raise Refused(f"more than {options.limits.redirects} redirects: give the address that they lead to")


class _Link:
    """The one connection of a fetch, which a timer may cut at any moment."""

    def __init__(self, link: socket.socket, deadline: float) -> None:
        self.socket = link
        self.cut = threading.Event()
        self._timer = threading.Timer(max(0.0, deadline - time.monotonic()), self._cut)
        self._timer.daemon = True
        self._timer.start()

    def secure(self, host: str) -> None:
        """Put TLS on it, checked against the host's name."""
        context = ssl.create_default_context()
        self.socket = secured = context.wrap_socket(self.socket, server_hostname=host, do_handshake_on_connect=False)
        secured.do_handshake()

    def close(self) -> None:
        """End it."""
        self._timer.cancel()
        self.socket.close()

    def _cut(self) -> None:
        self.cut.set()
        with contextlib.suppress(OSError):
            self.socket.shutdown(socket.SHUT_RDWR)


@contextlib.contextmanager
def _answer(target: Target, deadline: float, net: Net) -> Iterator[HTTPResponse]:
    """The answer to one GET; at the deadline the connection is cut, whatever it is waiting for."""
    link = _Link(_connected(target, deadline, net), deadline)
    try:
        if target.scheme == "https":
            link.secure(target.host)
        connection = HTTPConnection(target.host, target.port)
        connection.sock = link.socket
        connection.request("GET", target.path, headers=_headers(target))
        response = connection.getresponse()
        if link.cut.is_set():
            raise Refused(_LATE)
        yield response
    except Refused:
        raise
    except (OSError, HTTPException, ValueError) as error:
        if link.cut.is_set() or isinstance(error, TimeoutError):
            raise Refused(_LATE) from error
        raise Refused(f"no answer that can be used ({type(error).__name__}: {str(error)[:120]})") from error
    finally:
        link.close()


def _connected(target: Target, deadline: float, net: Net) -> socket.socket:
    """A connection to one of the checked addresses, never to the name."""
    failure: OSError | None = None
    for address in target.addresses:
        try:
            return net.connect((address, target.port), max(0.1, deadline - time.monotonic()))
        except OSError as error:
            failure = error
    raise Refused(f"{target.host} cannot be reached ({failure}): try again later")


def _headers(target: Target) -> dict[str, str]:
    usual = SCHEMES[target.scheme] == target.port
    host = f"[{target.host}]" if ":" in target.host else target.host
    return {
        "Host": host if usual else f"{host}:{target.port}",
        "User-Agent": f"riwaya/{__version__}",
        "Accept": "text/html, application/rss+xml, application/atom+xml, application/xml, */*;q=0.5",
        "Accept-Language": "ar",
        "Accept-Encoding": "identity",
        "Connection": "close",
    }


def _body(response: HTTPResponse, most: int, deadline: float) -> bytes:
    if response.length is not None and response.length > most:
        raise Refused(too_large(most))
    stated = response.length
    raw = bytearray()
    while chunk := response.read1(_CHUNK):
        raw += chunk
        if len(raw) > most:
            raise Refused(too_large(most))
    if time.monotonic() >= deadline:
        raise Refused(_LATE)
    if stated is not None and len(raw) < stated:
        raise Refused(f"the answer breaks off after {len(raw)} of {stated} bytes: try again")
    return _unpacked(bytes(raw), response.headers.get("Content-Encoding", "").strip().lower(), most)


def _unpacked(raw: bytes, coding: str, most: int) -> bytes:
    """The body without a content encoding that was not asked for, within the cap."""
    if coding in ("", "identity"):
        return raw
    if coding not in _WINDOWS:
        raise Refused(f"content encoding {coding[:40]!r}, which was not asked for")
    unpacker = zlib.decompressobj(_WINDOWS[coding])
    try:
        text = unpacker.decompress(raw, most + 1)
    except zlib.error as error:
        raise Refused(f"broken {coding} in the answer ({error}): try again later") from error
    if len(text) > most:
        raise Refused(f"expands to more than {most:,} bytes")
    if not unpacker.eof:
        raise Refused(f"broken {coding} in the answer (it breaks off): try again later")
    return text
