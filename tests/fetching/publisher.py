"""A publisher on this machine, who can do all that publishers do wrong."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Publisher:
    """What a publisher has, how it behaves, and what it was asked."""

    address: str = ""
    content: bytes = b""
    tag: str = '"one"'
    takes_ranges: bool = True
    tells_length: bool = True
    breaks_off_after: list[int] = field(default_factory=list)
    status: int = 200
    leads_to: str = ""
    asked: list[dict[str, str]] = field(default_factory=list)

    def url(self, name: str = "data.csv") -> str:
        return f"{self.address}/{name}"


@contextmanager
def publishing(publisher: Publisher) -> Iterator[Publisher]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            publisher.asked.append(dict(self.headers))
            if publisher.leads_to:
                self._head(302, {"Location": publisher.leads_to, "Content-Length": "0"})
            elif publisher.status != 200:
                self._head(publisher.status, {"Content-Length": "0"})
            elif self.headers.get("If-None-Match") == publisher.tag:
                self._head(304, {})
            else:
                self._send()

        def _send(self) -> None:
            content, status, headers = publisher.content, 200, {"ETag": publisher.tag}
            wanted = self.headers.get("Range")
            if wanted and publisher.takes_ranges and self.headers.get("If-Range") == publisher.tag:
                start = int(wanted.removeprefix("bytes=").removesuffix("-"))
                if start >= len(content):
                    return self._head(416, {"Content-Length": "0"})
                status = 206
                headers["Content-Range"] = f"bytes {start}-{len(content) - 1}/{len(content)}"
                content = content[start:]
            if publisher.tells_length:
                headers["Content-Length"] = str(len(content))
            else:
                headers["Connection"] = "close"
            self._head(status, headers)
            if publisher.breaks_off_after:
                self.wfile.write(content[: publisher.breaks_off_after.pop(0)])
                self.close_connection = True
            else:
                self.wfile.write(content)

        def _head(self, status: int, headers: dict[str, str]) -> None:
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    publisher.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield publisher
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
