"""What tests of sources share: a server on this machine, archives, reports to put in them."""

from __future__ import annotations

import io
import json
import socket
import ssl
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from riwaya.model.capture import Item, Refusal
from riwaya.sources.kinds import items
from riwaya.sources.options import Options

PAGES = Path(__file__).parent / "pages"
NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
LOCAL = ("127.0.0.0/8", "::1/128")

REPORT = "قال المتحدث باسم المجلس إن ثلاثة من الحراس أصيبوا عندما انفجرت عبوة قرب الجسر القديم مساء الأحد."
SECOND = "نفت قيادة اللواء الخامس مسؤوليتها عن الانفجار، وقالت إن قواتها لم تكن في المنطقة منذ أسبوع."

Reply = tuple[int, dict[str, str], bytes]
Route = Reply | Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Server:
    """A server on this machine: what it answers by path, and the paths and headers that it was asked for."""

    url: str
    routes: dict[str, Route]
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)


@contextmanager
def serving(routes: dict[str, Route], context: ssl.SSLContext | None = None) -> Iterator[Server]:
    """A server that answers with these routes until the block ends, over TLS if it is given a context."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            server.asked.append((self.path, dict(self.headers.items())))
            route = routes.get(self.path, (404, {}, b"nothing here"))
            if callable(route):
                route(self)
                return
            status, headers, body = route
            self.send_response(status)
            for name, value in {"Content-Length": str(len(body)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            return

    listener = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    listener.daemon_threads = True
    if context is not None:
        listener.socket = context.wrap_socket(listener.socket, server_side=True, do_handshake_on_connect=False)
    server = Server(f"http://127.0.0.1:{listener.server_port}", routes)
    threading.Thread(target=listener.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield server
    finally:
        listener.shutdown()
        listener.server_close()


def html(body: bytes, **headers: str) -> Reply:
    """A page."""
    return 200, {"Content-Type": "text/html; charset=utf-8", **headers}, body


def taken(address: object, **options: Any) -> tuple[list[Item], list[Refusal]]:
    """What is taken from an address and what is refused, in the tests' own time."""
    found = list(items(str(address), Options(**{"now": NOW, "networks": LOCAL, "pause": 0.0, **options})))
    return [one for one in found if isinstance(one, Item)], [one for one in found if isinstance(one, Refusal)]


def page(title: str, *paragraphs: str, date: str = "20 سبتمبر/أيلول 2023") -> str:
    """A small page."""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in (paragraphs or (REPORT, SECOND)))
    head = f'<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>{title}</title></head>'
    return f'{head}<body><article><h1>{title}</h1><div class="date">{date}</div>{body}</article></body></html>'


def record(writer: WARCWriter, url: str, body: bytes, status: str = "200 OK", **headers: str) -> Any:
    """A response record of a page."""
    http = {"Content-Type": "text/html; charset=utf-8", **{name.replace("_", "-"): value for name, value in headers.items()}}
    answer = StatusAndHeaders(status, list(http.items()), protocol="HTTP/1.1")
    when = {"WARC-Date": "2026-11-24T08:00:00Z"}
    return writer.create_warc_record(url, "response", payload=io.BytesIO(body), http_headers=answer, warc_headers_dict=when)


def warc(pages: dict[str, bytes], zipped: bool = True, coding: str = "identity") -> tuple[bytes, list[int]]:
    """A WARC of pages by address, and where each record begins (the last number is its length)."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=zipped)
    begins: list[int] = []
    for url, body in pages.items():
        begins.append(out.tell())
        writer.write_record(record(writer, url, body, Content_Encoding=coding))
    return out.getvalue(), [*begins, out.tell()]


def some_pages(count: int) -> dict[str, bytes]:
    """Pages that differ, by address."""
    return {f"https://sahel.example/news/{number}": page(f"بيان المجلس رقم {number}").encode() for number in range(count)}


def lines_of(*records: dict[str, Any]) -> bytes:
    """JSON Lines."""
    return b"".join(json.dumps(record, ensure_ascii=False).encode() + b"\n" for record in records)


def rss(*entries: str, title: str = "وكالة الساحل", head: str = "") -> str:
    """An RSS feed."""
    root = (
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    )
    channel = f"<title>{title}</title><link>https://sahel.example/</link><description>أخبار</description>"
    return f'<?xml version="1.0" encoding="utf-8"?>\n{head}{root}<channel>{channel}{"".join(entries)}</channel></rss>'


def entry(
    title: str, text: str = REPORT, day: str = "Wed, 20 Sep 2023 23:10:00 +0300", link: str = "https://sahel.example/1"
) -> str:
    """An entry of an RSS feed."""
    return (
        f"<item><title>{title}</title><link>{link}</link><guid>{link}</guid><pubDate>{day}</pubDate>"
        f"<description><![CDATA[<p>{text}</p>]]></description></item>"
    )


@contextmanager
def listener() -> Iterator[tuple[int, list[object]]]:
    """A port on this machine, and who came."""
    came: list[object] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        stop = threading.Event()

        def accept() -> None:
            while not stop.is_set():
                with suppress(TimeoutError):
                    came.append(server.accept())

        thread = threading.Thread(target=accept, daemon=True)
        thread.start()
        yield server.getsockname()[1], came
        stop.set()
        thread.join()


def memory() -> int:
    """The most memory that this process has had, in MB: of it alone, which ``getrusage`` is not."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) // 1024


def apart(code: str, path: Path) -> tuple[int, int]:
    """The two numbers that a program of its own prints about a file."""
    if not Path("/proc/self/status").exists():
        pytest.skip("memory is read from /proc")
    tests = str(Path(__file__).parent.parent)
    done = subprocess.run(
        [sys.executable, "-c", f"import sys\nsys.path.insert(0, {tests!r})\n{code}", str(path)], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    first, second = done.stdout.split()
    return int(first), int(second)
