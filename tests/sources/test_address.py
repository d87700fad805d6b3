"""R33: what may be fetched. Refusals come before any connection; the connection goes to the address that was checked."""

from __future__ import annotations

import socket
import time

import pytest

from riwaya.sources.address import check, is_public
from riwaya.sources.fetch import Net, fetch
from riwaya.sources.options import Options, Refused
from sources.world import listener, serving

MOST = 2**20


@pytest.fixture
def no_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any attempt to connect fails the test."""

    def refuse(*arguments: object) -> None:
        raise AssertionError(f"connected to {arguments[1:]}")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", refuse)


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
    with pytest.raises(Refused, match=r"\(10\.0\.0\.7\) is no public address"):
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
