"""The server keeps answering, whatever one client does."""

import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

QUICK = "ASK { ?x qi:memberOf ?n }"
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(?c + ?f = ?l) }"
LARGE = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


def request(body=b"", head=b"", target=b"/sparql"):
    lines = [b"POST " + target + b" HTTP/1.1", b"Host: localhost", b"Content-Type: application/sparql-query"]
    return (
        b"\r\n".join([*lines, b"Content-Length: %d" % len(body), head, b""]).replace(
            b"\r\n\r\n\r\n", b"\r\n\r\n"
        )
        + body
    )


def test_a_query_that_takes_too_long_is_stopped_and_the_next_one_works(serve):
    server = serve("--timeout", "1", "--workers", "1")
    answer = server.sparql(ENDLESS)
    assert (answer.status_code, answer.text) == (504, "stopped after 1 s: ask for less, or allow more time\n")
    assert server.sparql(QUICK).json()["boolean"] is True


def test_an_answer_that_is_too_large_is_refused(serve):
    server = serve("--max-bytes", "1000", "--max-rows", "3")
    answer = server.sparql("SELECT * { ?s ?p ?o }")
    assert (answer.status_code, answer.text) == (
        500,
        "the answer is larger than 0.001 MB: add LIMIT, or ask for less\n",
    )
    answer = server.sparql("CONSTRUCT WHERE { ?s ?p ?o }", "text/turtle")
    assert (answer.status_code, answer.text) == (500, "more than 3 triples: add LIMIT, or ask for less\n")
    answer = server.cypher("UNWIND range(1, 4) AS x RETURN x")
    assert (answer.status_code, answer.json()) == (
        500,
        {"error": "more than 3 rows: add LIMIT, or ask for less"},
    )


def test_slow_queries_of_one_client_leave_a_worker_for_others(serve):
    server = serve("--timeout", "20", "--workers", "2")
    other = httpx.Client(transport=httpx.HTTPTransport(local_address="127.0.0.2"))
    with ThreadPoolExecutor(8) as threads:
        slow = [threads.submit(server.sparql, ENDLESS) for _ in range(8)]
        time.sleep(2)
        answers = [other.post(server.url + "/sparql", data={"query": QUICK}, timeout=15) for _ in range(5)]
        assert [answer.status_code for answer in answers] == [200] * 5
        assert not any(answer.done() for answer in slow)
        server.process.kill()
        assert all(answer.exception() for answer in slow)


def test_a_full_queue_answers_503_and_when_to_come_again(serve):
    server = serve("--timeout", "3", "--workers", "1", "--queue", "2")
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda _: server.sparql(ENDLESS), range(8)))
    statuses = [answer.status_code for answer in answers]
    assert set(statuses) == {503, 504} and statuses.count(504) >= 1
    busy = [answer for answer in answers if answer.status_code == 503]
    assert {answer.headers["Retry-After"] for answer in busy} == {"5"}
    assert server.sparql(QUICK).status_code == 200


def test_100_mb_are_refused_before_they_are_read(server):
    with socket.create_connection(server.address) as client:
        client.sendall(request(b"").replace(b"Content-Length: 0", b"Content-Length: 100000000"))
        assert client.recv(1000).startswith(b"HTTP/1.1 413 ")
    assert server.sparql(QUICK).status_code == 200


def test_100_mb_in_chunks_are_refused(server):
    answer = server.post(
        "/sparql",
        content=(b"#" * 1_000_000 for _ in range(100)),
        headers={"Content-Type": "application/sparql-query"},
    )
    assert answer.status_code == 413


def test_a_client_that_sends_all_of_100_mb_still_reads_its_refusal(server):
    answer = server.post(
        "/sparql", content=b"#" * 100_000_000, headers={"Content-Type": "application/sparql-query"}
    )
    assert answer.status_code == 413
    assert server.sparql(QUICK).status_code == 200


def test_clients_that_never_finish_their_requests_disturb_nobody(server):
    slow = [socket.create_connection(server.address) for _ in range(300)]
    for number, client in enumerate(slow):
        client.sendall([b"", b"GET /sparql HTT", request(b"ASK {}")[:-3]][number % 3])
    assert [server.sparql(QUICK).status_code for _ in range(5)] == [200] * 5
    for client in slow:
        client.close()


def test_clients_that_never_read_their_answers_disturb_nobody(server):
    body = (LARGE + " LIMIT 60000").encode()
    slow = [socket.create_connection(server.address) for _ in range(4)]
    for client in slow:
        client.sendall(request(body))
    deadline = time.monotonic() + 60
    for client in slow:
        client.settimeout(deadline - time.monotonic())
        assert client.recv(20).startswith(b"HTTP/1.1 200 ")
    assert [server.sparql(QUICK).status_code for _ in range(5)] == [200] * 5
    for client in slow:
        client.close()


def test_a_flood_of_requests_leaves_others_their_answers(server):
    stop = threading.Event()

    def flood():
        with httpx.Client(trust_env=False, timeout=60) as client:
            while not stop.is_set():
                client.post(server.url + "/sparql", data={"query": QUICK})

    with ThreadPoolExecutor(20) as threads:
        for _ in range(20):
            threads.submit(flood)
        other = httpx.Client(transport=httpx.HTTPTransport(local_address="127.0.0.3"))
        answers = [other.post(server.url + "/sparql", data={"query": QUICK}, timeout=30) for _ in range(10)]
        stop.set()
    assert [answer.status_code for answer in answers] == [200] * 10


@pytest.mark.parametrize(
    "junk", [b"\0" * 1000, b"GET / HTTP/9\r\n\r\n", b"POST /sparql HTTP/1.1\r\nContent-Length: x\r\n\r\n"]
)
def test_what_is_no_request_is_refused(server, junk):
    with socket.create_connection(server.address) as client:
        client.sendall(junk)
        assert client.recv(1000).startswith(b"HTTP/1.1 400 ")


def test_a_head_without_end_is_refused(server):
    with socket.create_connection(server.address) as client:
        client.sendall(b"GET /sparql HTTP/1.1\r\nHost: localhost\r\nX: " + b"x" * 100_000)
        assert client.recv(1000).startswith(b"HTTP/1.1 4")
