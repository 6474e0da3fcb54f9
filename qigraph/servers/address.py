"""Where a server is, and who we are to it: no secret in an address, nothing unencrypted to another machine."""

import ipaddress
import os
from dataclasses import dataclass
from urllib.parse import urlsplit

from qigraph.errors import InputError

__all__ = ["Credentials", "NotLetInError", "check_address", "credentials", "is_local"]

_ENCRYPTED = ("https", "bolt+s", "bolt+ssc", "neo4j+s", "neo4j+ssc")
_PLAIN = ("http", "bolt", "neo4j")


class NotLetInError(InputError):
    """The server wants a name and a password, or others than were given."""


@dataclass(frozen=True, slots=True)
class Credentials:
    """A name and a password; the password is not shown when printed."""

    user: str
    password: str

    def __repr__(self) -> str:
        return f"Credentials({self.user!r}, …)"


def is_local(url: str) -> bool:
    """Whether a server runs on this machine.

    Examples
    --------
    >>> is_local("http://localhost:3030/qi"), is_local("bolt://[::1]:7687"), is_local("https://example.org")
    (True, True, False)
    """
    host = urlsplit(url).hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def check_address(url: str, schemes: tuple[str, ...], *, tls: bool = True) -> str:
    """The address of a server, if one may talk to it.

    Parameters
    ----------
    url : str
    schemes : tuple of str
        Which ones the server may be spoken to by, without ``+s``.
    tls : bool
        Whether another machine must be spoken to with encryption.

    Raises
    ------
    InputError
        If it is no such address, names a user, or would be spoken to without encryption.

    Examples
    --------
    >>> check_address("https://example.org/sparql", ("http", "https"))
    'https://example.org/sparql'
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise InputError(f"not the address of a server: {url} ({error})") from error
    scheme = parts.scheme.lower()
    known = scheme in (*_ENCRYPTED, *_PLAIN) and scheme.split("+")[0] in schemes
    path = parts.path.strip("/") if scheme.startswith(("bolt", "neo4j")) else ""
    if not known or not parts.hostname or port == 0 or path:
        raise InputError(f"not the address of a server: {url}: give {schemes[0]}://HOST:PORT")
    if parts.username is not None or parts.password is not None:
        raise InputError("an address must not hold a user or a password: they belong in the environment")
    if tls and scheme in _PLAIN and not is_local(url):
        secure = "https" if scheme == "http" else f"{scheme}+s"
        raise InputError(f"{url}: is not encrypted: use {secure}://, or --no-tls where the network is safe")
    return url


def credentials(prefix: str) -> Credentials | None:
    """Name and password out of the environment, if it has them.

    Parameters
    ----------
    prefix : str
        ``NEO4J`` for ``NEO4J_USERNAME`` and ``NEO4J_PASSWORD``.

    Raises
    ------
    InputError
        If it has one of them alone.
    """
    user, password = os.environ.get(f"{prefix}_USERNAME"), os.environ.get(f"{prefix}_PASSWORD")
    if user is None and password is None:
        return None
    if not user or password is None:
        raise InputError(f"{prefix}_USERNAME and {prefix}_PASSWORD belong together: one of them is missing")
    return Credentials(user, password)
