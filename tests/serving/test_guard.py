"""Who may ask, and what a browser may do with the answer."""

import pytest

from qigraph.serving.guard import is_ours

QUERY = {"query": "ASK {}"}


@pytest.mark.parametrize("path", ["/", "/health", "/sparql?query=ASK%20%7B%7D", "/sparql", "/nowhere"])
def test_every_answer_has_the_headers_that_keep_browsers_safe(server, path):
    headers = server.get(path).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Frame-Options"] == "DENY"
    assert "Server" not in headers


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example:80", "", "[::1"]
)
def test_a_name_that_somebody_pointed_here_is_refused(server, host):
    answer = server.get("/sparql", params=QUERY, headers={"Host": host})
    assert answer.status_code == 421
    assert "--allow-host" in answer.text


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:1", "127.0.0.1", "[::1]:8080", "192.0.2.1"])
def test_localhost_and_addresses_are_ours(server, host):
    assert server.get("/sparql", params=QUERY, headers={"Host": host}).status_code == 200


def test_other_names_are_ours_when_allowed(serve):
    server = serve("--allow-host", "QI.example.org")
    assert server.get("/sparql", params=QUERY, headers={"Host": "qi.example.org:80"}).status_code == 200
    assert server.get("/sparql", params=QUERY, headers={"Host": "other.example.org"}).status_code == 421


@pytest.mark.parametrize("host", ["a b", "localhost:x", "localhost:80:80", "[localhost]:x", "\n"])
def test_what_is_no_host_is_not_ours(host):
    assert not is_ours(host, ())


def test_pages_of_others_may_not_read_unless_told_otherwise(server, serve):
    origin = {"Origin": "https://example.org"}
    assert "Access-Control-Allow-Origin" not in server.get("/sparql", params=QUERY, headers=origin).headers
    open_server = serve("--cors", "https://example.org")
    headers = open_server.get("/sparql", params=QUERY, headers=origin).headers
    assert headers["Access-Control-Allow-Origin"] == "https://example.org"
    other = {"Origin": "https://evil.example"}
    assert (
        "Access-Control-Allow-Origin" not in open_server.get("/sparql", params=QUERY, headers=other).headers
    )
