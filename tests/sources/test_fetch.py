"""R2, R3, R33: fetching within caps on size and time, over TLS too; what comes is kept as it came."""

from __future__ import annotations

import contextlib
import gzip
import hashlib
import random
import socket
import ssl
import time
import tracemalloc
import zlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
import trustme

from riwaya.sources.address import check, redirected
from riwaya.sources.fetch import Net, fetch
from riwaya.sources.options import Limits, Options, Refused
from sources.world import LOCAL, NOW, Server, html, listener, page, serving, taken

HERE = Options(now=NOW, networks=LOCAL)
PAGE = page("عنوان الخبر").encode()
MOST = 2**20


def endless(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    with contextlib.suppress(OSError):
        while True:
            handler.wfile.write(b"x" * 65536)


def trickle(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "100000")
    handler.end_headers()
    with contextlib.suppress(OSError):
        for _ in range(200):
            handler.wfile.write(b"x")
            handler.wfile.flush()
            time.sleep(0.05)


def trickling_headers(handler: BaseHTTPRequestHandler) -> None:
    with contextlib.suppress(OSError):
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        for _ in range(200):
            handler.wfile.write(b"x")
            handler.wfile.flush()
            time.sleep(0.05)


def many_headers(handler: BaseHTTPRequestHandler) -> None:
    with contextlib.suppress(OSError):
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n" + b"X-Header: y\r\n" * 100_000)


def nonsense(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"this is no HTTP at all\r\n\r\n")


def silence(handler: BaseHTTPRequestHandler) -> None:
    time.sleep(2)


BAD = {
    "endless": (endless, "larger than 1 MiB"),
    "trickle": (trickle, "in time"),
    "headers that trickle": (trickling_headers, "in time"),
    "silence": (silence, "in time"),
    "headers without end": (many_headers, "no answer that can be used"),
    "no HTTP": (nonsense, "no answer that can be used"),
    "said to be 200 MB": ((200, {"Content-Length": str(200 * 2**20)}, b""), "larger than 1 MiB"),
    "breaks off": ((200, {"Content-Length": "5000"}, b"x"), "breaks off after 1 of 5000"),
    "chunks that lie": ((200, {"Transfer-Encoding": "chunked", "Content-Length": ""}, b"ffff\r\nx"), "no answer that can be used"),
    "not found": ((404, {}, b""), "404"),
    "server error": ((503, {}, b""), "503"),
    "no content": ((204, {}, b""), "204"),
    "redirect to nowhere": ((302, {}, b""), "302"),
    "loop": ((302, {"Location": "/loop"}, b""), "more than 5 redirects"),
    "gzip bomb": ((200, {"Content-Encoding": "gzip"}, gzip.compress(b"\0" * 50_000_000)), "expands to more than"),
    "broken gzip": ((200, {"Content-Encoding": "gzip"}, b"\x1f\x8b\x08nonsense"), "broken gzip"),
    "gzip that is cut": ((200, {"Content-Encoding": "gzip"}, gzip.compress(PAGE)[:-9]), "breaks off"),
    "an encoding not asked for": ((200, {"Content-Encoding": "br"}, b"x"), "br"),
}


@pytest.mark.parametrize("name", BAD)
def test_r33_size_and_time_are_capped(name: str) -> None:
    route, word = BAD[name]
    path = "/loop" if name == "loop" else "/"
    with serving({path: route}) as server:  # type: ignore[dict-item]
        began = time.monotonic()
        with pytest.raises(Refused, match=word):
            fetch(server.url + path, Options(networks=LOCAL, limits=Limits(seconds=1.0)), MOST)
        assert time.monotonic() - began < 5


def test_r2_r3_what_came_is_kept_as_it_came_with_how_it_came() -> None:
    said = {"ETag": '"0123"', "Content-MD5": "lies", "Content-Type": "text/html; charset=utf-8", "Set-Cookie": "a=1"}
    with serving({"/old": (301, {"Location": "/new"}, b""), "/new": (200, said, PAGE)}) as server:
        found, refused = taken(f"{server.url}/old")
        assert refused == [] and found[0].raw == PAGE
        capture = found[0].capture
        assert (capture.requested, capture.final, capture.retrieved) == (f"{server.url}/old", f"{server.url}/new", NOW)
        assert capture.media_type == "text/html; charset=utf-8" and capture.tool.endswith(" page")
        assert ("ETag", '"0123"') in capture.headers and ("Set-Cookie", "a=1") in capture.headers
        assert hashlib.sha256(found[0].raw).hexdigest() not in str(capture)
        asked = server.asked[-1][1]
        assert asked["Accept-Encoding"] == "identity" and asked["Host"] == server.url.removeprefix("http://")
        assert asked["User-Agent"].startswith("riwaya/0.")


def test_r33_a_gzip_bomb_is_never_held_whole() -> None:
    bomb = gzip.compress(b"\0" * 60_000_000)
    with serving({"/": (200, {"Content-Encoding": "gzip"}, bomb)}) as server:
        tracemalloc.start()
        with pytest.raises(Refused, match="expands"):
            fetch(server.url, HERE, MOST)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert peak < 10_000_000


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
def test_an_encoding_is_undone_though_it_was_not_asked_for(coding: str) -> None:
    body = gzip.compress(PAGE) if coding == "gzip" else zlib.compress(PAGE)
    with serving({"/": html(body, **{"Content-Encoding": coding})}) as server:
        assert fetch(server.url, HERE, MOST).whole(MOST) == PAGE


def test_arabic_addresses() -> None:
    path = "/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1/1?q=%D9%82%D8%B5%D9%81"
    with serving({path: html(PAGE), "/go": (302, {"Location": "/أخبار/1?q=قصف".encode().decode("latin-1")}, b"")}) as server:
        for url in (f"{server.url}/أخبار/1?q=قصف", server.url + path, f"{server.url}/go"):
            assert fetch(url, HERE, MOST).whole(MOST) == PAGE
    assert redirected("http://a.example/x/y", "../z#part") == "http://a.example/z#part"
    target = check("http://أخبار.example/", Options(), lambda host, port: ["8.8.8.8"])
    assert target.host.startswith("xn--") and target.path == "/"


def test_a_page_over_the_net_cannot_pass_for_another() -> None:
    def claiming(server: Server, url: str) -> bytes:
        return page("بيان").replace("</head>", f'<link rel="canonical" href="{url}"></head>').encode()

    with serving({}) as server:
        server.routes["/report"] = html(claiming(server, "https://trusted.example/report"))
        server.routes["/report?utm_source=x&id=3"] = html(claiming(server, f"{server.url}/"))
        server.routes["/report/?from=mail"] = html(claiming(server, f"{server.url}/report"))
        assert taken(f"{server.url}/report")[0][0].document.url == f"{server.url}/report"
        assert taken(f"{server.url}/report?utm_source=x&id=3")[0][0].document.url == f"{server.url}/report?id=3"
        assert taken(f"{server.url}/report/?from=mail")[0][0].document.url == f"{server.url}/report"


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@contextlib.contextmanager
def secure(authority: trustme.CA, *names: str) -> Iterator[int]:
    """A server on this machine that speaks TLS under some names."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(*names).configure_cert(context)
    with serving({"/": html(PAGE)}, context) as server:
        yield int(server.url.rpartition(":")[2])


def over_tls(port: int) -> Net:
    """A net where every name is public and every connection ends here."""

    def connect(address: tuple[str, int], timeout: float) -> socket.socket:
        assert address == ("93.184.216.34", 443)
        return socket.create_connection(("127.0.0.1", port), timeout)

    return Net(lambda host, _: ["93.184.216.34"], connect)


def test_r33_tls_is_checked_against_the_name_though_the_connection_goes_to_the_address(
    authority: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    authority.cert_pem.write_to_path(str(tmp_path / "authority.pem"))
    with secure(authority, "news.example") as port:
        with pytest.raises(Refused, match="CERTIFICATE_VERIFY_FAILED"):
            fetch("https://news.example/", Options(), MOST, over_tls(port))
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
        assert fetch("https://news.example/", Options(), MOST, over_tls(port)).whole(MOST) == PAGE
        with pytest.raises(Refused, match="CERTIFICATE_VERIFY_FAILED"):
            fetch("https://other.example/", Options(), MOST, over_tls(port))


def test_r33_a_silent_tls_server_is_cut_off_in_time() -> None:
    with listener() as (port, _):
        began = time.monotonic()
        with pytest.raises(Refused, match="in time"):
            fetch("https://news.example/", Options(limits=Limits(seconds=0.5)), MOST, over_tls(port))
        assert time.monotonic() - began < 4


def test_what_cannot_be_fetched_is_named_and_the_rest_goes_on() -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        url = f"http://127.0.0.1:{closed.getsockname()[1]}/x"
    found, refused = taken(url)
    assert not found and refused[0].where == url and "cannot be reached" in refused[0].reason
    found, refused = taken("http://192.168.1.1/x", networks=())
    assert not found and "no public address" in refused[0].reason


ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n%s" % (len(PAGE), PAGE)
CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE)


@pytest.mark.parametrize("block", range(3))
def test_r33_answers_that_are_damaged_raise_nothing_else(block: int) -> None:
    """Whatever bytes a server sends: a page, or a refusal."""
    replies: list[bytes] = []

    def raw(handler: BaseHTTPRequestHandler) -> None:
        with contextlib.suppress(OSError):
            handler.wfile.write(replies[-1])
        handler.close_connection = True

    dice = random.Random(block)
    with serving({"/": raw}) as server:
        for _ in range(60):
            reply = bytearray(dice.choice([ANSWER, CHUNKED]))
            for _ in range(dice.randint(0, 4)):
                at = dice.randrange(min(len(reply), 300))
                put = dice.choice([dice.randbytes(dice.randint(0, 12)), b"\r\n", b"Location: x:", b"302", b"-1"])
                reply[at : at + dice.randint(0, 12)] = put
            replies.append(bytes(reply))
            with contextlib.suppress(Refused):
                assert isinstance(fetch(server.url, Options(networks=LOCAL, limits=Limits(seconds=2.0)), MOST).whole(MOST), bytes)
