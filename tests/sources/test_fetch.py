"""R33: what may be fetched. Refusals come before any connection; the connection goes to the address that was checked."""

from __future__ import annotations

import contextlib
import gzip
import hashlib
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
import trustme

from riwaya.sources.address import check, is_public, redirected
from riwaya.sources.fetch import Net, fetch
from riwaya.sources.options import Limits, Options, Refused
from sources.world import LOCAL, NOW, Server, html, page, serving, taken

HERE = Options(now=NOW, networks=LOCAL)
PAGE = page("عنوان الخبر").encode()
MOST = 2**20


@pytest.fixture
def no_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any attempt to connect fails the test."""

    def refuse(*arguments: object) -> None:
        raise AssertionError(f"connected to {arguments[1:]}")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", refuse)


@contextlib.contextmanager
def listener() -> Iterator[tuple[int, list[object]]]:
    """A port on this machine, and who came."""
    came: list[object] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        stop = threading.Event()

        def accept() -> None:
            while not stop.is_set():
                with contextlib.suppress(TimeoutError):
                    came.append(server.accept())

        thread = threading.Thread(target=accept, daemon=True)
        thread.start()
        yield server.getsockname()[1], came
        stop.set()
        thread.join()


PRIVATE = """
http://127.0.0.1/
http://127.0.0.1:8080/x
http://localhost/
http://127.1/
http://2130706433/
http://0x7f000001/
http://0177.0.0.1/
http://0/
http://0.0.0.0/
http://10.1.2.3/
http://172.16.0.1/
http://192.168.1.1/
http://100.64.0.1/
http://169.254.169.254/latest/meta-data/
http://192.0.0.8/
http://198.18.0.1/
http://224.0.0.1/
http://240.0.0.1/
http://255.255.255.255/
http://[::1]/
http://[::]/
http://[::ffff:127.0.0.1]/
http://[::ffff:10.0.0.1]/
http://[64:ff9b::7f00:1]/
http://[64:ff9b::a00:1]/
http://[2002:7f00:1::]/
http://[2001:0:7f00:1::]/
http://[fe80::1]/
http://[fc00::1]/
http://[fd12::1]/
http://[fec0::1]/
http://[ff02::1]/
http://[2001:db8::1]/
""".strip().split("\n")


@pytest.mark.parametrize("url", PRIVATE)
@pytest.mark.usefixtures("no_connection")
def test_r33_no_private_address_is_connected_to(url: str) -> None:
    with pytest.raises(Refused, match=r"no public address|cannot be looked up"):
        fetch(url, Options(), MOST)


@pytest.mark.parametrize("address", ["93.184.216.34", "8.8.8.8", "2606:2800:220:1::1", "64:ff9b::808:808", "::ffff:8.8.8.8"])
def test_r33_public_addresses_are(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    ("url", "word"),
    [
        ("file:///etc/passwd", "scheme"),
        ("ftp://example.org/x", "scheme"),
        ("gopher://example.org/", "scheme"),
        ("data://text/plain,x", "scheme"),
        ("http://user:secret@example.org/", "password"),
        ("http://", "no host"),
        ("http://example.org:25/", "port 25"),
        ("http://example.org:22/", "port 22"),
        ("http://example.org:99999/", "no web address"),
        ("http://[::1/", "no web address"),
        ("http://example.org/a b", "blanks"),
        ("http://example.org/\r\nX-Other: 1", "control"),
        ("http://" + "a" * 70 + ".example/", "no name"),
        ("http://no-such-name.invalid/", "looked up"),
    ],
)
@pytest.mark.usefixtures("no_connection")
def test_r33_addresses_that_are_none(url: str, word: str) -> None:
    with pytest.raises(Refused, match=word):
        fetch(url, Options(), MOST)


@pytest.mark.usefixtures("no_connection")
def test_r33_one_private_address_among_public_ones_is_enough() -> None:
    with pytest.raises(Refused, match=r"10\.0\.0\.7, no public address"):
        check("http://news.example/", Options(), lambda host, port: ["93.184.216.34", "10.0.0.7"])


def test_r33_a_name_that_leads_to_loopback_is_refused_before_any_connection() -> None:
    with listener() as (port, came):
        for name in ("rebound.example", "localhost"):
            with pytest.raises(Refused, match="no public address"):
                fetch(f"http://{name}:{port}/", Options(), MOST, Net(resolve=lambda host, port: ["127.0.0.1"]))
        time.sleep(0.3)
        assert came == []


def test_r33_rebinding_the_connection_goes_to_the_address_that_was_checked() -> None:
    """A name that is public when it is checked and loopback a moment later."""
    answers = [["93.184.216.34"], ["127.0.0.1"], ["127.0.0.1"]]
    connected: list[tuple[str, int]] = []

    def resolve(host: str, port: int) -> list[str]:
        return answers.pop(0)

    def connect(address: tuple[str, int], timeout: float) -> socket.socket:
        connected.append(address)
        raise OSError("no network in tests")

    with pytest.raises(Refused, match="cannot be reached"):
        fetch("http://rebinding.example/", Options(), MOST, Net(resolve, connect))
    assert connected == [("93.184.216.34", 80)] and len(answers) == 2


@pytest.mark.parametrize(
    "location", ["http://127.0.0.1:{port}/inside", "//127.0.0.1:{port}/inside", "http://localhost:{port}/", "file:///etc/passwd"]
)
def test_r33_redirects_are_checked_again(location: str) -> None:
    """The first hop may be this machine, the second is checked as if it were the first."""
    with listener() as (port, came), serving({"/": (302, {"Location": location.format(port=port)}, b"")}) as server:
        hop = int(server.url.rpartition(":")[2])

        def resolve(host: str, port: int) -> list[str]:
            return ["93.184.216.34"] if host == "news.example" else ["127.0.0.1"]

        def connect(address: tuple[str, int], timeout: float) -> socket.socket:
            assert address[0] == "93.184.216.34", f"connected to {address}"
            return socket.create_connection(("127.0.0.1", hop), timeout)

        with pytest.raises(Refused, match=r"no public address|scheme"):
            fetch("http://news.example/", Options(), MOST, Net(resolve, connect))
        time.sleep(0.3)
        assert came == [] and len(server.asked) == 1


@pytest.mark.parametrize(
    ("host", "allowed"),
    [
        ("news.example", True),
        ("www.news.example", True),
        ("NEWS.example.", True),
        ("fakenews.example", False),
        ("news.example.evil.test", False),
        ("example", False),
        ("news.example@evil.test", False),
    ],
)
def test_r33_domains_are_matched_whole(host: str, allowed: bool) -> None:
    options = Options(domains=("news.example",))
    if allowed:
        assert check(f"http://{host}/", options, lambda host, port: ["8.8.8.8"]).host in ("news.example", "www.news.example")
    else:
        with pytest.raises(Refused, match=r"none of the domains|password"):
            check(f"http://{host}/", options, lambda host, port: ["8.8.8.8"])


def test_r33_own_networks_only_when_they_are_named() -> None:
    with pytest.raises(Refused):
        check("http://10.1.2.3/", Options(networks=("10.2.0.0/16",)))
    assert check("http://10.1.2.3/", Options(networks=("10.1.0.0/16",))).addresses == ("10.1.2.3",)


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
