"""Starting, stopping, and what is told meanwhile."""

import shutil
import signal
import socket
import subprocess
import threading
import time
from pathlib import Path

import pytest

from qigraph.stores.property_graph import child_environment
from tests.serving.conftest import TEXTS, build
from tests.serving.running import COMMAND
from tests.serving.test_limits import ENDLESS, QUICK

MEMBERS = "SELECT (COUNT(DISTINCT ?x) AS ?n) { ?x qi:memberOf id:inetqi }"


def members(server):
    return int(server.sparql(MEMBERS, "text/tab-separated-values").text.split()[1])


def test_it_listens_on_this_machine_alone(server):
    assert server.address[0] == "127.0.0.1"
    with pytest.raises(OSError), socket.create_connection((socket.gethostbyname(socket.gethostname()), 1), 5):
        pass


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGINT])
def test_it_stops_when_told_and_answers_what_was_asked_before(serve, sign):
    server = serve("--timeout", "3")
    assert server.sparql(QUICK).status_code == 200
    answers = []
    asking = threading.Thread(target=lambda: answers.append(server.sparql(ENDLESS)))
    asking.start()
    time.sleep(1)
    assert server.stop(sign) == 0
    asking.join(10)
    assert [answer.status_code for answer in answers] == [504]
    with pytest.raises(OSError), socket.create_connection(server.address, 5):
        pass
    assert [line["event"] for line in (server.log[0], server.log[-1])] == ["start", "stop"]


def test_no_process_outlives_it(serve):
    server = serve()
    assert server.sparql(QUICK).status_code == server.cypher("RETURN 1 AS x").status_code == 200
    children = [int(pid) for pid in _children(server.process.pid)]
    assert len(children) >= 2
    assert server.stop() == 0
    assert not [pid for pid in children if Path(f"/proc/{pid}").exists()]


def _children(pid):
    found = subprocess.run(
        ["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True, check=True
    )
    return found.stdout.split()


def test_health_tells_what_is_served(server):
    answer = server.get("/health")
    told = answer.json()
    assert (answer.status_code, told["status"], told["documents"]) == (200, "ok", len(TEXTS))
    assert told["facts"] >= 3


def test_a_graph_built_anew_is_served_at_once(serve, tmp_path):
    graph = build(tmp_path, TEXTS)
    server = serve(graph=graph)
    assert members(server) == 2
    assert server.cypher("MATCH (x)-[:MEMBER_OF]->(n) RETURN count(DISTINCT x) AS n").json()["rows"] == [[2]]
    before = server.get("/health").json()["generation"]
    build(tmp_path, {"c.txt": "IAF is a member of INetQI since 2006."})
    assert members(server) == 3
    assert server.cypher("MATCH (x)-[:MEMBER_OF]->(n) RETURN count(DISTINCT x) AS n").json()["rows"] == [[3]]
    assert server.get("/health").json()["generation"] != before


def test_a_graph_that_is_gone_is_told_and_what_is_left_is_served(serve, tmp_path):
    graph = build(tmp_path, TEXTS)
    server = serve(graph=graph)
    assert members(server) == 2
    shutil.rmtree(graph)
    assert server.get("/health").status_code == 503
    assert server.sparql(MEMBERS).status_code in (200, 400, 500)


def test_the_log_has_a_line_of_json_for_each_request(serve):
    server = serve()
    server.sparql('ASK { ?x ?y "two\\nlines" }\n')
    server.get("/nowhere?x=%0a")
    server.stop()
    first, second = [line for line in server.log if line["event"] == "request"]
    assert (first["path"], first["status"], first["client"]) == ("/sparql", 200, "127.0.0.1")
    assert first["query"] == 'ASK { ?x ?y "two\\nlines" }\n'
    assert first["ms"] > 0
    assert (second["path"], second["status"]) == ("/nowhere", 404)


def test_a_port_that_is_taken_is_said_in_one_line(server, published):
    command = [*COMMAND[:-1], str(server.address[1]), "-g", str(published)]
    done = subprocess.run(command, capture_output=True, text=True, env=child_environment(), check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(
        f"qigraph: cannot listen on 127.0.0.1, port {server.address[1]}: Address already in use"
    )
    assert done.stderr.count("\n") == 1


def test_a_folder_without_a_graph_is_said_in_one_line(tmp_path):
    command = [*COMMAND, "-g", str(tmp_path / "none")]
    done = subprocess.run(command, capture_output=True, text=True, env=child_environment(), check=False)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "no graph folder" in done.stderr


def test_nobody_who_reads_the_log_does_not_stop_it(published):
    process = subprocess.Popen(
        [*COMMAND, "-g", str(published)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=child_environment(),
    )
    try:
        url = next(word for word in process.stdout.readline().split() if word.startswith("http"))
        import httpx

        with httpx.Client(trust_env=False, timeout=30) as client:
            statuses = {client.get(url + "health", params={"x": "x" * 200}).status_code for _ in range(1500)}
        assert statuses == {200}
        process.terminate()
        assert process.wait(20) == 0
    finally:
        process.kill()
        process.stdout.close()
        process.stderr.close()
