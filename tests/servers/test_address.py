"""An address holds no secret, and another machine is spoken to with encryption."""

import pytest

from qigraph.errors import InputError
from qigraph.servers.address import Credentials, check_address, credentials, is_local

HTTP, BOLT = ("http", "https"), ("neo4j", "bolt")


@pytest.mark.parametrize(
    ("url", "schemes"),
    [
        ("http://localhost:3030/qi", HTTP),
        ("http://127.0.0.1/qi", HTTP),
        ("http://[::1]:80/qi", HTTP),
        ("https://data.example.org/store?dataset=qi", HTTP),
        ("bolt://localhost", BOLT),
        ("neo4j+s://db.example.org:7687", BOLT),
        ("bolt+ssc://10.0.0.3", BOLT),
    ],
)
def test_it_is_taken(url: str, schemes: tuple[str, ...]) -> None:
    assert check_address(url, schemes) == url


@pytest.mark.parametrize(
    ("url", "schemes", "why"),
    [
        ("http://data.example.org/qi", HTTP, "is not encrypted: use https://"),
        ("bolt://10.0.0.3:7687", BOLT, r"is not encrypted: use bolt\+s://"),
        ("neo4j://db.example.org", BOLT, r"is not encrypted: use neo4j\+s://"),
        ("http://localhost.example.org/", HTTP, "is not encrypted"),
        ("http://me:secret@localhost/", HTTP, "must not hold a user or a password"),
        ("https://:secret@localhost/", HTTP, "must not hold a user or a password"),
        ("ftp://localhost/", HTTP, "not the address of a server"),
        ("https+s://localhost/", HTTP, "not the address of a server"),
        ("localhost:7687", BOLT, "not the address of a server"),
        ("bolt://localhost/neo4j", BOLT, "not the address of a server"),
        ("bolt://", BOLT, "not the address of a server"),
        ("bolt://localhost:99999", BOLT, "not the address of a server"),
        ("http://[::1", HTTP, "not the address of a server"),
    ],
)
def test_it_is_refused_with_what_to_do(url: str, schemes: tuple[str, ...], why: str) -> None:
    with pytest.raises(InputError, match=why) as caught:
        check_address(url, schemes)
    assert "secret" not in str(caught.value)


def test_a_safe_network_may_do_without_encryption() -> None:
    assert check_address("http://10.0.0.3/qi", HTTP, tls=False)
    assert not is_local("http://10.0.0.3/qi")


def test_name_and_password_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SPARQL_USERNAME", raising=False)
    monkeypatch.delenv("SPARQL_PASSWORD", raising=False)
    assert credentials("SPARQL") is None
    monkeypatch.setenv("SPARQL_USERNAME", "ana")
    with pytest.raises(InputError, match="belong together"):
        credentials("SPARQL")
    monkeypatch.setenv("SPARQL_PASSWORD", "s3cret")
    assert credentials("SPARQL") == Credentials("ana", "s3cret")
    assert "s3cret" not in repr(credentials("SPARQL"))
